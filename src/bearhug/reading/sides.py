"""From judged pairs to deals: which bidders stand together, which bid apart for one target."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bearhug.reading.belonging import Sides
from bearhug.reading.pairs import Pair
from bearhug.reading.scene import Scene

SURE = 0.28  # a pair at least this likely is a deal
LEADING = 0.15  # the likeliest pair of an article is one already from here
SELLER = 0.30  # a party that sells the target of a likelier deal at least this likely is no target of that bidder
MOST = 12  # deals of one article


@dataclass(frozen=True, slots=True)
class Judged:
    """One deal with the probability of its likeliest pair."""

    sides: Sides
    odds: float


def choose(scene: Scene, pairs: Sequence[Pair], odds: Sequence[float], sells: Mapping[tuple[int, int], tuple[float, int]]) -> list[Judged]:
    """The deals of an article, the likeliest first; `sells` tells how likely one party sells another."""
    order = sorted(range(len(pairs)), key=lambda i: (-odds[i], pairs[i].line, pairs[i].bidder, pairs[i].target))
    deals: list[tuple[list[int], int, int, float]] = []
    for i in order:
        pair, likely = pairs[i], float(odds[i])
        if likely < LEADING or (deals and likely < SURE) or len(deals) >= MOST:
            break
        if any(pair.bidder == target and pair.target in bidders for bidders, target, _, _ in deals):
            continue  # the same two the other way round
        if any(pair.bidder in bidders and sells.get((pair.target, target), (0.0, -1))[0] >= SELLER for bidders, target, _, _ in deals):
            continue  # the bidder buys from this party, not this party
        joined = False
        for bidders, target, _, _ in deals:
            if target == pair.target and any(_together(scene, pair.bidder, other) for other in bidders):
                bidders.append(pair.bidder)
                joined = True
                break
        if not joined:
            deals.append(([pair.bidder], pair.target, pair.line, likely))
    return [Judged(Sides(tuple(bidders), target, line), likely) for bidders, target, line, likely in deals]


def _together(scene: Scene, one: int, other: int) -> bool:
    """Whether some line names the two side by side, joined by "and", a comma or "with" and nothing else."""
    for line in scene.lines:
        places = [a for a in line.actors if a.form == "name" and a.party in (one, other)]
        for left, right in pairwise(places):
            if left.party == right.party:
                continue
            between = line.classes[left.last + 1 : right.first]
            if between and len(between) <= 4 and all(tag in ("and", ",", "det", "with", "maker", "NAME", "w") for tag in between):
                words = line.lower[left.last + 1 : right.first]
                joined = "and" in between or "with" in between or "," in between
                return joined and not set(words) & {"or", "ou"} and line.classes[left.last + 1] != "w"
    return False
