"""The weak signs that tell where a deal stands: its stage, kind, mood, payment and conditions."""

from collections.abc import Sequence

from bearhug.reading.belonging import Claim, Sides
from bearhug.reading.cues import Cue
from bearhug.reading.scene import Scene
from bearhug.reading.signs import standings, voice
from bearhug.reading.triggers import CORE


def strength_of(claim: Claim, first: bool) -> str:
    """A letter for how surely a line speaks of a deal."""
    if claim.sides == "both":
        return "A" if first else "a"
    if claim.strength >= 0.5:
        return "B" if first else "b"
    return "C" if first and claim.strength >= 0.25 else "c"


def of_deal(
    scene: Scene, deal: int, deals: Sequence[Sides], claims: Sequence[Sequence[Claim]], told: Sequence[Sequence[Cue]], score: float
) -> list[str]:
    """The signs of one deal over all lines that speak of it, each once."""
    signs: set[str] = set()
    sides = deals[deal]
    stands = standings(scene)
    lines = [
        (number, next((c, c is line[0]) for c in line if c.deal == deal)) for number, line in enumerate(claims) if any(c.deal == deal for c in line)
    ]
    strong = [number for number, (claim, first) in lines if strength_of(claim, first) in "AaB"]
    year = int(scene.article.date[:4]) if scene.article.date and scene.article.date[:4].isdigit() else None
    for number, (claim, first) in lines:
        letter = strength_of(claim, first)
        if letter == "c":
            continue
        line = scene.lines[number]
        if line.sentence.where == "title":
            letter += "T"
        place = {a.party: a for a in line.actors}
        target = place.get(sides.target) if sides.target is not None else None
        bidder = next((place[b] for b in sides.bidders if b in place), None)
        for trigger in line.triggers:
            how = f"{trigger.act}.{voice(line, trigger)}"
            signs |= {f"{letter}:{trigger.act}", f"{letter}:{trigger.act}.{trigger.form}", f"{letter}:{how}"}
            if number == sides.line:
                signs |= {f"best:{trigger.act}.{trigger.form}", f"best:{how}"}
            if bidder and target and letter[0] in "Aa":
                low, high = sorted((bidder.first, target.first))
                inside = "in" if low < trigger.first < high else "out"
                signs.add(f"{inside}:{trigger.act}.{trigger.form}")
                signs.add(f"{inside}:{how}")
        for cue in told[number]:
            signs.add(f"{letter}:cue {cue.name}")
            if target and abs(cue.first - target.first) <= 6:
                signs.add(f"near target:cue {cue.name}")
        if any(t == "modal" for t in line.classes):
            signs.add(f"{letter}:modal")
        if any(t == "neg" for t in line.classes):
            signs.add(f"{letter}:neg")
        if year is not None:
            for date in scene.dates:
                if date.span.where == line.sentence.where and line.sentence.start <= date.span.start < line.sentence.end:
                    gap = int(date.value[:4]) - year
                    when = "past" if gap < -1 else "lastyear" if gap == -1 else "future" if gap > 0 else "now"
                    signs.add(f"{letter}:date {when}")
                    if number == sides.line:
                        signs.add(f"best:date {when}")
    if strong:
        first_line, last_line = scene.lines[strong[0]], scene.lines[strong[-1]]
        signs |= {f"first:{t.act}.{t.form}" for t in first_line.triggers}
        signs |= {f"last:{t.act}.{t.form}" for t in last_line.triggers}
        signs.add(f"title:{first_line.sentence.where == 'title'}")
        depth = strong[0] / max(len(scene.lines), 1)
        signs.add(f"depth:{min(int(depth * 5), 4)}")
        signs.add(f"first at:{min(strong[0], 6)}")
    signs.add(f"lines:{min(len(strong), 6)}")
    signs.add(f"deals:{min(len(deals), 5)}")
    signs.add(f"alone:{len(deals) == 1}")
    signs.add(f"bidders:{min(len(sides.bidders), 3)}")
    signs.add(f"score:{int(score * 5)}")
    best = max((b for b in sides.bidders), key=lambda b: stands[b].count, default=None)
    for side, party in (("b", best), ("t", sides.target)):
        if party is not None:
            me = stands[party]
            signs |= {f"{side}.title={me.in_title}", f"{side}.kind={me.kind}", f"{side}.rank={min(me.rank, 4)}", f"{side}.count={min(me.count, 6)}"}
            signs.add(f"{side}.order={min(me.order, 6)}")
            if side == "t":
                signs |= {f"t.shared={sum(d.target == party for d in deals) > 1}", f"t.is bidder={any(party in d.bidders for d in deals)}"}
    if best is not None and sides.target is not None:
        signs.add(f"titles={stands[best].in_title + stands[sides.target].in_title}")
    if sides.line >= 0:
        line = scene.lines[sides.line]
        signs.add(f"best where={line.sentence.where}|{min(sides.line, 5)}")
        signs |= {f"best core:{t.act}" for t in line.triggers if t.act in CORE}
    return sorted(signs)
