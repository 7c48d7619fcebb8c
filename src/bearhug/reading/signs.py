"""The weak signs around an actor that tell its role: strings over word classes, the same for every language."""

from collections import Counter
from collections.abc import Sequence

from bearhug.reading.frames import Frame
from bearhug.reading.scene import Actor, Line
from bearhug.reading.standings import Standing
from bearhug.reading.triggers import CORE, Trigger

FAR = 40  # words beyond which a trigger says nothing of an actor


def bucket(distance: int) -> str:
    """A distance in words, roughly."""
    for limit in (1, 2, 3, 5, 8, 13, 21):
        if distance <= limit:
            return str(limit)
    return "40"


def path(tags: Sequence[str], start: int, end: int) -> str:
    """The classes between two places, without the words that say little, doubles folded, at most six."""
    kept: list[str] = []
    for tag in tags[start:end]:
        if tag in ("w", "Cap", "det", "MARK", "NUM") or (kept and kept[-1] == tag):
            continue
        kept.append(tag)
    if len(kept) > 6:
        kept = [*kept[:3], "~", *kept[-2:]]
    return " ".join(kept)


def voice(line: Line, trigger: Trigger) -> str:
    """The trigger's form, with the auxiliary before it and the agent after it where there is one."""
    before = [t for t in line.classes[max(0, trigger.first - 4) : trigger.first] if t in ("be", "have", "modal", "neg", "to", "rel")]
    after = line.classes[trigger.last + 1] if trigger.last + 1 < len(line.classes) else "."
    return f"{trigger.form}<{' '.join(before[-2:])}>{after if after in ('by', 'of', 'to', 'from', 'on', 'for', 'with', 'between') else ''}"


def of_actor(line: Line, actor: Actor, stands: Sequence[Standing], told: Sequence[Frame]) -> list[str]:
    """The signs of one actor in its sentence, each once; `told` are the sentence's frames."""
    tags, n = line.classes, len(line.classes)
    me = stands[actor.party]

    def at(i: int) -> str:
        return tags[i] if 0 <= i < n else "^" if i < 0 else "$"

    before, after = at(actor.first - 1), at(actor.last + 1)
    before2, after2 = at(actor.first - 2), at(actor.last + 2)
    title = "T" if line.sentence.where == "title" else ""
    signs = [
        f"kind={me.kind}",
        f"form={actor.form}",
        f"title={title}",
        f"b={before}",
        f"a={after}",
        f"bb={before2} {before}",
        f"aa={after} {after2}",
        f"b={before}|kind={me.kind}",
        f"rank={min(me.rank, 4)}",
        f"order={min(me.order, 5)}",
        f"intitle={me.in_title}",
        f"once={me.count == 1}",
        f"quoted={line.quoted[actor.first]}",
    ]

    def word(i: int) -> str:
        return line.lower[i] if 0 <= i < n else ""

    signs += [
        f"wb={word(actor.first - 1)}",
        f"wbb={word(actor.first - 2)} {word(actor.first - 1)}",
        f"wa={word(actor.last + 1)}",
        f"waa={word(actor.last + 1)} {word(actor.last + 2)}",
    ]
    names = sorted({a.first: a for a in line.actors if a.form == "name"}.values(), key=lambda a: a.first)
    place = sum(a.first < actor.first for a in names)
    signs += [f"place={min(place, 4)}", f"place={min(place, 3)}/{min(len(names), 5)}", f"start={actor.first == 0}"]
    for near in ("maker", "unit", "owner", "boss", "adviser", "backer", "outlet", "rivalry", "say", "by", "poss"):
        if near in tags[max(0, actor.first - 5) : actor.first]:
            signs.append(f"near<{near}")
        if near in tags[actor.last + 1 : actor.last + 6]:
            signs.append(f"near>{near}")
        if near in tags and near in ("adviser", "backer", "outlet"):
            signs.append(f"has {near}")
    core_left: Trigger | None = None
    core_right: Trigger | None = None
    for trigger in line.triggers:
        if trigger.last < actor.first:
            core_left = trigger if trigger.act in CORE else core_left
        elif core_right is None and trigger.act in CORE and trigger.first > actor.last:
            core_right = trigger
    left = [t for t in line.triggers if t.last < actor.first][-2:]
    right = [t for t in line.triggers if t.first > actor.last][:2]
    seen: set[tuple[int, str]] = set()
    sides: list[tuple[str, Trigger | None]] = [
        *(("L1" if i == len(left) - 1 else "L2", t) for i, t in enumerate(left)),
        *(("R1" if i == 0 else "R2", t) for i, t in enumerate(right)),
        ("CL", core_left),
        ("CR", core_right),
    ]
    for side, near_by in sides:
        if near_by is None or (near_by.first, side) in seen:
            continue
        trigger = near_by
        seen.add((trigger.first, side))
        if trigger.last < actor.first:
            between, gap = path(tags, trigger.last + 1, actor.first), actor.first - trigger.last
            crossed = sum(trigger.last < a.first < actor.first for a in names)
        else:
            between, gap = path(tags, actor.last + 1, trigger.first), trigger.first - actor.last
            crossed = sum(actor.last < a.first < trigger.first for a in names)
        if gap > FAR:
            continue
        how = f"{trigger.act}.{voice(line, trigger)}"
        plain = f"{trigger.act}.{trigger.form}"
        signs += [
            f"{side}:{trigger.act}",
            f"{side}:{plain}",
            f"{side}:{how}",
            f"{side}:{plain}|{bucket(gap)}",
            f"{side}:{plain}|x{min(crossed, 3)}",
            f"{side}:{how}|x{min(crossed, 3)}",
            f"{side}:{trigger.act}|{between}",
            f"{side}:{plain}|b={before}",
            f"{side}:{trigger.act}|{me.kind}",
            f"{side}:{how}|{actor.form}|{title}",
            f"{side}:w={' '.join(line.lower[trigger.first : trigger.last + 1])}",
            f"{side}:w={' '.join(line.lower[trigger.first : trigger.last + 1])}|{before}",
        ]
    for frame in told:
        for part, holder in (("bidder", frame.bidder), ("target", frame.target), ("seller", frame.seller)):
            if holder is not None and holder.party == actor.party:
                same = "" if holder is actor else "~"
                told_as = f"{part}{same}"
                signs += [
                    f"{told_as}={frame.template}",
                    told_as,
                    f"{told_as}|{me.kind}|{title}",
                    f"{told_as}={frame.trigger.act}|{actor.form}",
                ]
    if core_left is None and core_right is None:
        signs.append("nocore")
        signs += [f"any:{act}" for act in sorted({t.act for t in line.triggers})]
    return list(Counter(signs))
