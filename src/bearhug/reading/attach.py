"""Sellers, backers, advisers and outlets: parties that stand beside a deal, each given to the deal it is told with."""

from collections.abc import Sequence

from bearhug.reading import belonging
from bearhug.reading.belonging import Claim, Sides
from bearhug.reading.roles import ADVISER, BACKER, OUTLET, SELLER, Cast
from bearhug.reading.scene import Scene

FIELDS = {"sellers": SELLER, "backers": BACKER, "advisers": ADVISER, "reported_by": OUTLET}
LEAST = {"sellers": 0.33, "backers": 0.36, "advisers": 0.40, "reported_by": 0.35}


def attach(
    scene: Scene, deals: Sequence[Sides], claims: Sequence[Sequence[Claim]], casts: Sequence[Sequence[Cast]]
) -> list[dict[str, list[tuple[int, float]]]]:
    """For each deal and field the parties with their probability, in reading order."""
    found: list[dict[str, list[tuple[int, float]]]] = [{field: [] for field in FIELDS} for _ in deals]
    if not deals:
        return found
    best: dict[tuple[int, str, int], float] = {}
    for number, line in enumerate(casts):
        for one in line:
            for field, column in FIELDS.items():
                odds = float(one.odds[column])
                if odds < LEAST[field]:
                    continue
                near = belonging.at_word(scene, deals, claims[number], number, one.actor.first)
                near = near or [Claim(0, 0.3, "carried")]
                deal = near[0].deal
                sides = deals[deal]
                if one.actor.party in sides.bidders or (one.actor.party == sides.target and field != "sellers"):
                    continue
                if one.actor.party == sides.target:
                    continue
                spot = (deal, field, one.actor.party)
                best[spot] = max(best.get(spot, 0.0), odds)
    for (deal, field, party), odds in best.items():
        if sum(odds < other for (d, _, p), other in best.items() if d == deal and p == party):
            continue  # the party has a likelier part in this deal
        found[deal][field].append((party, odds))
    return found
