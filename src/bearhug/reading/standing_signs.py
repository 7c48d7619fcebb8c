"""The weak signs that tell where a deal stands: its stage, kind, mood, payment and conditions."""

from collections.abc import Sequence

from bearhug.model.span import Span
from bearhug.reading.belonging import Claim, Sides
from bearhug.reading.bonds import SELLS, Bonds, strongest
from bearhug.reading.cues import Cue
from bearhug.reading.scene import Scene
from bearhug.reading.signs import voice
from bearhug.reading.triggers import CORE

MOVES = frozenset({"reject", "withdraw", "block", "agree", "complete", "talks", "offer", "sell", "buy", "pass"})


def strength_of(claim: Claim, first: bool) -> str:
    """A letter for how surely a line speaks of a deal."""
    if claim.sides == "both":
        return "A" if first else "a"
    if claim.strength >= 0.5:
        return "B" if first else "b"
    return "C" if first and claim.strength >= 0.25 else "c"


def of_deal(
    scene: Scene,
    deal: int,
    deals: Sequence[Sides],
    claims: Sequence[Sequence[Claim]],
    told: Sequence[Sequence[Cue]],
    score: float,
    bonds: Bonds,
) -> dict[str, Span | None]:
    """The signs of one deal over all lines that speak of it, each with the first words that give it, where words do."""
    signs: dict[str, Span | None] = {}
    sides = deals[deal]
    stands = scene.standings
    lines = [(number, (claim, claim is line[0])) for number, line in enumerate(claims) for claim in line if claim.deal == deal]
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
            how, plain = f"{trigger.act}.{voice(line, trigger)}", f"{trigger.act}.{trigger.form}"
            words = " ".join(line.lower[trigger.first : trigger.last + 1])
            here = [f"{letter}:{trigger.act}", f"{letter}:{plain}", f"{letter}:{how}", f"{letter[0]}:w={words}"]
            if number == sides.line:
                here += [f"best:{plain}", f"best:{how}", f"best:w={words}"]
            if bidder and target and letter[0] in "Aa":
                low, high = sorted((bidder.first, target.first))
                inside = "in" if low < trigger.first < high else "out"
                here += [f"{inside}:{plain}", f"{inside}:{how}", f"{inside}:w={words}"]
            _keep(signs, here, line.sentence.span(trigger.first, trigger.last))
        for cue in told[number]:
            here = [f"{letter}:cue {cue.name}"]
            if target and abs(cue.first - target.first) <= 6:
                here.append(f"near target:cue {cue.name}")
            if number == sides.line:
                here.append(f"best:cue {cue.name}")
            _keep(signs, here, line.sentence.span(cue.first, cue.last))
        for tag in ("modal", "neg"):
            if tag in line.classes:
                word = line.classes.index(tag)
                _keep(signs, [f"{letter}:{tag}"], line.sentence.span(word, word))
        if year is not None:
            for date in scene.dates_in(line.sentence):
                gap = int(date.value[:4]) - year
                when = "past" if gap < -1 else "lastyear" if gap == -1 else "future" if gap > 0 else "now"
                _keep(signs, [f"{letter}:date {when}", *([f"best:date {when}"] if number == sides.line else [])], date.span)
    _keep(signs, _course(scene, strong))
    if strong:
        first_line, last_line = scene.lines[strong[0]], scene.lines[strong[-1]]
        _keep(signs, [f"first:{t.act}.{t.form}" for t in first_line.triggers])
        _keep(signs, [f"last:{t.act}.{t.form}" for t in last_line.triggers])
        _keep(signs, [f"title:{first_line.sentence.where == 'title'}"])
        depth = strong[0] / max(len(scene.lines), 1)
        _keep(signs, [f"depth:{min(int(depth * 5), 4)}"])
        _keep(signs, [f"first at:{min(strong[0], 6)}"])
    _keep(signs, [f"lines:{min(len(strong), 6)}"])
    _keep(signs, [f"deals:{min(len(deals), 5)}"])
    _keep(signs, [f"alone:{len(deals) == 1}"])
    _keep(signs, [f"bidders:{min(len(sides.bidders), 3)}"])
    _keep(signs, [f"score:{int(score * 5)}"])
    best = max((b for b in sides.bidders), key=lambda b: stands[b].count, default=None)
    for side, party in (("b", best), ("t", sides.target)):
        if party is not None:
            me = stands[party]
            _keep(signs, [f"{side}.title={me.in_title}", f"{side}.kind={me.kind}", f"{side}.rank={min(me.rank, 4)}"])
            _keep(signs, [f"{side}.count={min(me.count, 6)}", f"{side}.order={min(me.order, 6)}"])
            if side == "t":
                _keep(signs, [f"t.shared={sum(d.target == party for d in deals) > 1}"])
                _keep(signs, [f"t.is bidder={any(party in d.bidders for d in deals)}"])
    if best is not None and sides.target is not None:
        _keep(signs, [f"titles={stands[best].in_title + stands[sides.target].in_title}"])
    sold = max((odds for (_, second), (odds, _) in strongest(bonds, SELLS).items() if second == sides.target), default=0.0)
    _keep(signs, [f"sold={min(int(sold * 6), 4)}"])
    if sides.line >= 0:
        _keep(signs, [*_shares(scene, sides.line), *_beside(scene, sides)])
        line = scene.lines[sides.line]
        _keep(signs, [f"best where={line.sentence.where}|{min(sides.line, 5)}"])
        _keep(signs, [f"best core:{t.act}" for t in line.triggers if t.act in CORE])
    return signs


def _course(scene: Scene, strong: Sequence[int]) -> list[str]:
    """What is done to the deal from line to line: the acts that move it on, told by verbs, the last of them above all."""
    acts = [t.act for n in strong for t in scene.lines[n].triggers if t.act in MOVES and t.form != "noun"]
    told = [f"moves={'+'.join(sorted(set(acts)))}"]
    if acts:
        told += [f"last move={acts[-1]}", f"first move={acts[0]}", f"moves end={' '.join(acts[-2:])}"]
        told += [f"moved={act}|{min(acts.count(act), 3)}" for act in sorted(set(acts))]
    return told


def _shares(scene: Scene, number: int) -> list[str]:
    """How large the percentages of the line that tells the deal best are."""
    here = scene.lines[number].sentence
    inside = [float(p.value) for p in scene.percents if p.span.where == here.where and here.start <= p.span.start < here.end]
    return [f"share={'100' if v == 100 else '>50' if v > 50 else '<50' if v >= 5 else '<5'}" for v in inside]


def _beside(scene: Scene, sides: Sides) -> list[str]:
    """What kind of thing the words beside the target call it in the line that tells the deal best."""
    line = scene.lines[sides.line]
    found = []
    for actor in line.actors:
        if actor.party == sides.target and actor.form == "name":
            before, after = line.classes[max(0, actor.first - 5) : actor.first], line.classes[actor.last + 1 : actor.last + 4]
            found += [f"target<{tag}" for tag in ("unit", "maker", "owner", "poss", "rivalry") if tag in before]
            found += [f"target>{tag}" for tag in ("unit", "'s", "maker") if tag in after]
    return found


def _keep(signs: dict[str, Span | None], names: Sequence[str], span: Span | None = None) -> None:
    for name in names:
        if signs.get(name) is None:
            signs[name] = span
