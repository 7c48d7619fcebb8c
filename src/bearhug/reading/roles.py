"""Who is what in each sentence: probabilities of bidder, target, seller and the other roles for every actor."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bearhug.reading import linear, signs
from bearhug.reading.frames import Frame
from bearhug.reading.scene import Actor, Scene

ROLES = ("none", "bidder", "target", "seller", "backer", "adviser", "outlet")
NONE, BIDDER, TARGET, SELLER, BACKER, ADVISER, OUTLET = range(len(ROLES))


@dataclass(frozen=True, slots=True)
class Cast:
    """An actor with its probabilities, float64, shape (len(ROLES),)."""

    actor: Actor
    odds: np.ndarray


def cast(scene: Scene, told: Sequence[Sequence[Frame]], model: linear.Linear) -> list[list[Cast]]:
    """The actors of each line with the probabilities of their roles; `told` are the frames of each line."""
    return [
        [Cast(actor, model.probabilities(signs.of_actor(line, actor, scene.standings, here))) for actor in line.actors]
        for line, here in zip(scene.lines, told, strict=True)
    ]


def in_line(line: Sequence[Cast]) -> dict[int, np.ndarray]:
    """For each party of a line the highest probability of each role."""
    best: dict[int, np.ndarray] = {}
    for one in line:
        known = best.get(one.actor.party)
        best[one.actor.party] = one.odds if known is None else np.maximum(known, one.odds)
    return best


def by_party(casts: Sequence[Sequence[Cast]], parties: int) -> np.ndarray:
    """The highest probability of each role that any actor of a party reaches, float64, shape (parties, len(ROLES))."""
    best = np.zeros((parties, len(ROLES)))
    for line in casts:
        for one in line:
            best[one.actor.party] = np.maximum(best[one.actor.party], one.odds)
    return best
