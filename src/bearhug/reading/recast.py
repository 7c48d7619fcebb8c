"""A second look at who is what: what a sentence leaves open, the rest of the article often tells.

The first look judges each actor from its own sentence. Here that judgement meets the party's standing in all other sentences,
the title and the company it keeps in its line, and a small forest per role weighs them together.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from bearhug.reading.bonds import BIDS, SELLS, Bonds
from bearhug.reading.forest import Forest
from bearhug.reading.roles import BIDDER, NONE, ROLES, TARGET, Cast, in_line
from bearhug.reading.scene import Scene

LOOKED_AT = tuple(role for role in ROLES if role != "none")


def features(scene: Scene, casts: Sequence[Sequence[Cast]], bonds: Bonds) -> np.ndarray:
    """One row per actor in reading order, float64, shape (actors, features)."""
    if not any(casts):
        return np.zeros((0, 0))
    told = [in_line(line) for line in casts]  # no table of all lines and parties: a long list of names would make it too large
    shape = len(scene.parties), len(ROLES)
    # the best and second best line of each party and role: what is said elsewhere is one or the other
    sums, best, second, titled = np.zeros(shape), np.zeros(shape), np.zeros(shape), np.zeros(shape)
    for line, table in zip(scene.lines, told, strict=True):
        for p, odds in table.items():
            sums[p] += odds
            second[p] = np.maximum(second[p], np.minimum(best[p], odds))
            best[p] = np.maximum(best[p], odds)
            if line.sentence.where == "title":
                titled[p] = np.maximum(titled[p], odds)
    ranks = np.argsort(np.argsort(-sums, axis=0, kind="stable"), axis=0, kind="stable")
    top_sums = np.maximum(sums.max(axis=0, initial=0.0), 1e-9)
    rows = []
    for number, actors in enumerate(casts):
        ties, table = _ties(bonds[number]), told[number]
        for one in actors:
            p = one.actor.party
            others = [odds for q, odds in table.items() if q != p]
            beside = np.max(others, axis=0) if others else np.zeros(len(ROLES))
            elsewhere = np.where(table[p] >= best[p], second[p], best[p])
            kind = scene.parties[p].kind
            rows.append(
                [
                    *one.odds, *elsewhere[NONE + 1 :], beside[BIDDER], beside[TARGET], titled[p, BIDDER], titled[p, TARGET],
                    min(float(ranks[p, BIDDER]), 6.0), min(float(ranks[p, TARGET]), 6.0), *(sums[p, 1:4] / top_sums[1:4]),
                    *ties.get(p, (0.0, 0.0, 0.0, 0.0)), float(number), float(one.actor.form == "name"), float(kind == "ORG"),
                    float(kind == "PER"), float(kind == "LOC"), float(len(actors)), float(top_sums[BIDDER]), float(top_sums[TARGET]),
                ]
            )  # fmt: skip
    return np.array(rows, dtype=np.float64).reshape(len(rows), -1)


def _ties(line: Mapping[tuple[int, int], np.ndarray]) -> dict[int, tuple[float, float, float, float]]:
    """For each party of a line how surely it bids, is bid for, sells and is sold there."""
    found: dict[int, list[float]] = {}
    for (first, second), odds in line.items():
        one, other = found.setdefault(first, [0.0] * 4), found.setdefault(second, [0.0] * 4)
        one[0], other[1] = max(one[0], float(odds[BIDS])), max(other[1], float(odds[BIDS]))
        one[2], other[3] = max(one[2], float(odds[SELLS])), max(other[3], float(odds[SELLS]))
    return {party: (values[0], values[1], values[2], values[3]) for party, values in found.items()}


def recast(scene: Scene, casts: Sequence[Sequence[Cast]], bonds: Bonds, forests: Mapping[str, Forest]) -> list[list[Cast]]:
    """The same actors with the probabilities of the second look; that of no role at all is what the others leave."""
    rows = features(scene, casts, bonds)
    columns = [forests[role].probabilities(rows) for role in LOOKED_AT]
    found: list[list[Cast]] = []
    at = 0
    for line in casts:
        found.append([])
        for one in line:
            odds = np.array([0.0, *(column[at] for column in columns)])
            odds[NONE] = max(0.0, 1.0 - float(odds.sum()))
            found[-1].append(Cast(one.actor, odds))
            at += 1
    return found
