"""Sellers, backers, advisers and outlets: parties that stand beside a deal, each given to the deal it is told with."""

from collections.abc import Sequence

from bearhug.reading import belonging, cues
from bearhug.reading.belonging import Claim, Sides
from bearhug.reading.bonds import ADVISES, BACKS, SELLS, Bonds, strongest
from bearhug.reading.roles import ADVISER, BACKER, OUTLET, SELLER, Cast
from bearhug.reading.scene import Actor, Scene

FIELDS = {"sellers": SELLER, "backers": BACKER, "advisers": ADVISER, "reported_by": OUTLET}
TIES = {"sellers": SELLS, "backers": BACKS, "advisers": ADVISES}
LEAST = {"sellers": 0.38, "backers": 0.33, "advisers": 0.4, "reported_by": 0.28}

Beside = list[dict[str, list[tuple[int, float]]]]


def attach(
    scene: Scene, deals: Sequence[Sides], claims: Sequence[Sequence[Claim]], casts: Sequence[Sequence[Cast]], bonds: Bonds
) -> Beside:
    """For each deal and field the parties with their probability, in reading order."""
    if not deals:
        return []
    best: dict[tuple[int, str, int], float] = {}
    passing: set[int] = set()
    for number, line in enumerate(casts):
        for one in line:
            if _in_passing(scene, one.actor):
                passing.add(one.actor.party)
                continue
            for field, column in FIELDS.items():
                sure = field == "advisers" and _is_their_lawyer(scene, one.actor)
                odds = 1.0 if sure else float(one.odds[column])
                if odds >= LEAST[field]:
                    near = belonging.at_word(scene, deals, claims[number], number, one.actor.first) or [Claim(0, 0.3, "carried")]
                    spot = (near[0].deal, field, one.actor.party)
                    best[spot] = max(best.get(spot, 0.0), odds)
    for field, tie in TIES.items():
        for (first, second), (odds, _) in strongest(bonds, tie).items():
            if odds >= LEAST[field] and first not in passing:
                for number, deal in enumerate(deals):
                    side = second == deal.target
                    held = side if field == "sellers" else second in deal.bidders or (field == "advisers" and side)
                    if held:
                        best[number, field, first] = max(best.get((number, field, first), 0.0), odds)
    found: Beside = [{field: [] for field in FIELDS} for _ in deals]
    for (number, field, party), odds in sorted(best.items(), key=lambda b: (b[0][0], b[0][2])):
        rivals = [other for (d, _, p), other in best.items() if d == number and p == party]
        if party not in deals[number].bidders and party != deals[number].target and odds == max(rivals):
            found[number][field].append((party, odds))
    return found


def _in_passing(scene: Scene, actor: Actor) -> bool:
    """Whether a name only tells who someone is: "co-founder of X", "le fonds de X, patron de Y"."""
    tags = scene.lines[actor.sentence].classes
    i = actor.first - 1
    while i >= 0 and tags[i] == "det":
        i -= 1
    return i >= 1 and tags[i] == "of" and tags[i - 1] in ("boss", "owner")


def _is_their_lawyer(scene: Scene, actor: Actor) -> bool:
    """Whether the words before a person say whose adviser he is: "son avocat X", "his lawyer X"."""
    line = scene.lines[actor.sentence]
    if scene.parties[actor.party].kind != "PER" or actor.form != "name" or actor.first < 2 or line.classes[actor.first - 2] != "poss":
        return False
    return any(cue.name == "adviser" for cue in cues.find(line.lower[actor.first - 1 : actor.first], scene.pack))
