"""Which deal the words at a place speak of."""

from collections.abc import Sequence
from dataclasses import dataclass

from bearhug.reading.scene import Scene


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of one deal by party number, and the line that tells it best (-1: none)."""

    bidders: tuple[int, ...]
    target: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Claim:
    """How well a line speaks of a deal: `strength` in [0, 1], and which sides it names."""

    deal: int
    strength: float
    sides: str  # both, target, bidder, carried


def of_lines(scene: Scene, deals: Sequence[Sides]) -> list[list[Claim]]:
    """For each line the deals it may speak of, the likeliest first.

    A line that names both sides speaks of that deal; one that names a side of it speaks of it the less the more deals share
    that side; one that names neither carries on what the line before it spoke of, as long as the paragraph lasts.
    """
    shared_bidder = {b: sum(b in d.bidders for d in deals) for d in deals for b in d.bidders}
    shared_target = {d.target: sum(d.target == o.target for o in deals) for d in deals}
    found: list[list[Claim]] = []
    carried: list[Claim] = []
    paragraph = -1
    for number, line in enumerate(scene.lines):
        here = {actor.party: actor.form for actor in line.actors}
        claims = []
        for k, deal in enumerate(deals):
            bidder = any(b in here for b in deal.bidders)
            target = deal.target is not None and deal.target in here
            best = 0.08 if number == deal.line else 0.0
            if bidder and target:
                claims.append(Claim(k, 0.9 + best, "both"))
            elif target:
                claims.append(Claim(k, 0.7 / shared_target[deal.target] ** 0.5 + best, "target"))
            elif bidder:
                most = max(shared_bidder[b] for b in deal.bidders if b in here)
                claims.append(Claim(k, 0.6 / most**0.5 + best, "bidder"))
        if paragraph != line.sentence.paragraph:
            paragraph = line.sentence.paragraph
            carried = [Claim(c.deal, c.strength * 0.6, "carried") for c in carried]
        told = {c.deal for c in claims}
        claims += [Claim(c.deal, c.strength * 0.6, "carried") for c in carried if c.deal not in told and c.strength > 0.05]
        claims.sort(key=lambda c: (-c.strength, c.deal))
        found.append(claims)
        if claims:
            carried = claims
    return found


def at_word(scene: Scene, deals: Sequence[Sides], claims: Sequence[Claim], line: int, word: int) -> list[Claim]:
    """The claims of a line as they look from one word: the nearer a side stands, the likelier its deal."""
    actors = scene.lines[line].actors
    found = []
    for claim in claims:
        deal = deals[claim.deal]
        near = [
            (abs(actor.first - word), actor.party == deal.target)
            for actor in actors
            if actor.party in deal.bidders or actor.party == deal.target
        ]
        target_near = min((gap for gap, is_target in near if is_target), default=None)
        any_near = min((gap for gap, _ in near), default=None)
        pull = 0.0
        if target_near is not None:
            pull += 0.25 / (1 + target_near / 6)
        if any_near is not None:
            pull += 0.1 / (1 + any_near / 6)
        found.append(Claim(claim.deal, min(1.0, claim.strength * 0.75 + pull), claim.sides))
    return sorted(found, key=lambda c: (-c.strength, c.deal))
