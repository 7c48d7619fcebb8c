"""How likely each line says that one party bids for, sells, backs or advises another."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

import numpy as np

from bearhug.reading import bond_signs, linear
from bearhug.reading.frames import Frame
from bearhug.reading.scene import Actor, Scene

CROWD = 18  # actors of one line that are looked at; a longer list is no sentence about a deal
TIES = ("no", "bids", "sells", "backs", "advises")
NO, BIDS, SELLS, BACKS, ADVISES = range(len(TIES))
Bonds = list[dict[tuple[int, int], np.ndarray]]  # for each line and ordered pair of parties: float64, shape (len(TIES),)


def of_scene(scene: Scene, told: Sequence[Sequence[Frame]], model: linear.Linear) -> Bonds:
    """For each line and each two parties in it the highest probability of each tie; `told` are the frames of each line."""
    found: Bonds = [{} for _ in scene.lines]
    for number, of_line in groupby(rows(scene, told), key=itemgetter(0)):
        here = list(of_line)
        odds = model.all_probabilities(row for _, _, _, row in here)
        for (_, first, second, _), one in zip(here, odds, strict=True):
            keep(found[number], (first.party, second.party), one)
    return found


def keep(line: dict[tuple[int, int], np.ndarray], pair: tuple[int, int], odds: np.ndarray) -> None:
    """Let a pair's probabilities in a line rise to those of one more place where the two stand."""
    known = line.get(pair)
    line[pair] = odds if known is None else np.maximum(known, odds)


def rows(scene: Scene, told: Sequence[Sequence[Frame]]) -> Iterator[tuple[int, Actor, Actor, list[str]]]:
    """Line, first actor, second actor and signs of every two actors that stand in one line, in both orders."""
    for number, line in enumerate(scene.lines):
        actors = line.actors[:CROWD]
        if len(actors) < 2:
            continue
        tags = bond_signs.mixed(line)
        for bidder in actors:
            for target in actors:
                if bidder.party == target.party:
                    continue
                yield number, bidder, target, bond_signs.of_bond(line, tags, bidder, target, scene.standings, told[number])


def strongest(bonds: Bonds, tie: int = BIDS) -> Mapping[tuple[int, int], tuple[float, int]]:
    """For each pair the highest probability of a tie and the line that gives it."""
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for number, line in enumerate(bonds):
        for pair, odds in line.items():
            if odds[tie] > best.get(pair, (0.0, -1))[0]:
                best[pair] = (float(odds[tie]), number)
    return best
