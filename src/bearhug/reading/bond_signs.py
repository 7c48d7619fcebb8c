"""The weak signs between two actors of one sentence that tell whether the first bids for the second."""

from collections.abc import Sequence

from bearhug.reading.frames import Frame
from bearhug.reading.scene import Actor, Line
from bearhug.reading.signs import bucket, voice
from bearhug.reading.standings import Standing
from bearhug.reading.triggers import CORE

QUIET = frozenset({"w", "Cap", "det", "MARK", "NUM"})


def mixed(line: Line) -> tuple[str, ...]:
    """The classes of a line with every trigger in place of its words; the words after a trigger's first are empty."""
    tags = list(line.classes)
    for trigger in line.triggers:
        tags[trigger.first] = f"{trigger.act}.{trigger.form}"
        for i in range(trigger.first + 1, trigger.last + 1):
            tags[i] = ""
    return tuple(tags)


def route(tags: Sequence[str], start: int, end: int) -> list[str]:
    """The telling classes between two places, doubles folded."""
    kept: list[str] = []
    for tag in tags[start:end]:
        if not tag or tag in QUIET or (kept and kept[-1] == tag):
            continue
        kept.append(tag)
    return kept


def of_bond(line: Line, tags: Sequence[str], bidder: Actor, target: Actor, stands: Sequence[Standing], told: Sequence[Frame]) -> list[str]:
    """The signs for "`bidder` bids for `target`" in one line; `tags` are its `mixed` classes, `told` its frames."""
    first, last = (bidder, target) if bidder.first < target.first else (target, bidder)
    order = "BT" if first is bidder else "TB"
    way = route(tags, first.last + 1, last.first)
    between = [t for t in line.triggers if first.last < t.first < last.first]
    before = [t for t in line.triggers if t.last < first.first][-1:]
    after = [t for t in line.triggers if t.first > last.last][:1]
    names = sum(a.form == "name" and first.last < a.first < last.first for a in line.actors)

    def at(i: int) -> str:
        return tags[i] if 0 <= i < len(tags) else "^" if i < 0 else "$"

    title = "T" if line.sentence.where == "title" else ""
    b, t = stands[bidder.party], stands[target.party]
    long = " ".join(way) if len(way) <= 7 else " ".join([*way[:3], "~", *way[-3:]])
    plain = " ".join(w for w in way if "." in w or w in ("by", "of", "to", "from", "on", "NAME"))
    signs = [
        order,
        f"{order}|{long}",
        f"{order}|{plain}" if len(plain) < 90 else f"{order}|long",
        f"{order}|{' '.join(way[:3])}>",
        f"{order}|<{' '.join(way[-3:])}",
        f"{order}|names={min(names, 4)}",
        f"{order}|near={bucket(last.first - first.last)}",
        f"{order}|near={bucket(last.first - first.last)}|{title}",
        f"pb={at(bidder.first - 1)}",
        f"pt={at(target.first - 1)}",
        f"{order}|pb={at(bidder.first - 1)}|pt={at(target.first - 1)}",
        f"{order}|title={title}",
        f"{order}|forms={bidder.form} {target.form}",
        f"kinds={b.kind} {t.kind}",
        f"{order}|titles={b.in_title} {t.in_title}",
        f"ranks={min(b.rank, 3)} {min(t.rank, 3)}",
        f"orders={min(b.order, 3)} {min(t.order, 3)}",
        f"after={at(last.last + 1)}",
        f"quoted={line.quoted[target.first]}",
    ]
    core = [g for g in between if g.act in CORE]
    signs.append(f"{order}|core={min(len(core), 3)}")
    for trigger in between:
        how = f"{trigger.act}.{voice(line, trigger)}"
        signs += [f"{order}|in {trigger.act}", f"{order}|in {how}", f"{order}|in {trigger.act}.{trigger.form}|{min(names, 3)}"]
    if core:
        near_t = core[-1] if order == "BT" else core[0]
        signs += [
            f"{order}|key {near_t.act}.{voice(line, near_t)}",
            f"{order}|key {near_t.act}.{near_t.form}|pt={at(target.first - 1)}",
            f"{order}|key {near_t.act}.{near_t.form}|pb={at(bidder.first - 1)}",
            f"{order}|key {near_t.act}.{near_t.form}|{b.kind}{t.kind}",
            f"{order}|key {near_t.act}.{near_t.form}|{title}",
        ]
    for side, triggers in (("pre", before), ("post", after)):
        for trigger in triggers:
            gap = first.first - trigger.last if side == "pre" else trigger.first - last.last
            signs += [
                f"{order}|{side} {trigger.act}",
                f"{order}|{side} {trigger.act}.{trigger.form}|{bucket(gap)}",
                f"{order}|{side} {trigger.act}.{voice(line, trigger)}|{plain}" if len(plain) < 60 else f"{order}|{side} long",
                f"{order}|{side} {trigger.act}.{trigger.form}|pf={at(first.first - 1)}|pl={at(last.first - 1)}",
            ]
    parts: set[str] = set()
    for frame in told:
        b_here = frame.bidder is not None and frame.bidder.party == bidder.party
        t_here = frame.target is not None and frame.target.party == target.party
        if b_here and t_here:
            signs += [f"frame={frame.template}", f"frame={frame.trigger.act}", "frame", f"frame|{title}|{b.kind} {t.kind}"]
        elif b_here:
            parts.add("b")
            signs.append(f"frame b={frame.template}|{'other' if frame.target is not None else ''}")
        elif t_here:
            parts.add("t")
            signs.append(f"frame t={frame.template}|{'other' if frame.bidder is not None else ''}")
        turned_b = frame.bidder is not None and frame.bidder.party == target.party
        turned_t = frame.target is not None and frame.target.party == bidder.party
        if turned_b and turned_t:
            signs += [f"frame turned={frame.template}", "frame turned"]
        if frame.seller is not None and frame.seller.party in (bidder.party, target.party):
            signs.append(f"frame {'b' if frame.seller.party == bidder.party else 't'} sells={frame.template}")
    signs.append(f"frame parts={' '.join(sorted(parts))}")
    low = line.lower
    for trigger in between:
        signs.append(f"{order}|in w={' '.join(low[trigger.first : trigger.last + 1])}")
    if last.first - first.last <= 5:
        signs.append(f"{order}|words={' '.join(low[first.last + 1 : last.first])}")
    signs += [f"{order}|w2={' '.join(low[last.first - 2 : last.first])}", f"{order}|w1={' '.join(low[first.last + 1 : first.last + 3])}"]
    if not line.triggers:
        signs.append("no trigger")
    return sorted(set(signs))
