"""How likely each line says that one party bids for another."""

from collections.abc import Iterator, Mapping

from bearhug.reading import bond_signs, frames, linear, signs
from bearhug.reading.scene import Actor, Scene

CROWD = 18  # actors of one line that are looked at; a longer list is no sentence about a deal
Bonds = list[dict[tuple[int, int], float]]


def of_scene(scene: Scene, model: linear.Linear) -> Bonds:
    """For each line the probability that it tells of a (bidder, target) pair of parties, where it holds both."""
    found: Bonds = [{} for _ in scene.lines]
    for line, bidder, target, row in rows(scene):
        odds = float(model.probabilities(row)[1])
        pair = (bidder.party, target.party)
        if odds > found[line].get(pair, 0.0):
            found[line][pair] = odds
    return found


def rows(scene: Scene) -> Iterator[tuple[int, Actor, Actor, list[str]]]:
    """Line, bidder, target and signs of every two actors that stand in one line."""
    stands = signs.standings(scene)
    for number, line in enumerate(scene.lines):
        actors = line.actors[:CROWD]
        if len(actors) < 2:
            continue
        tags = bond_signs.mixed(line)
        told = frames.of_line(line)
        for bidder in actors:
            for target in actors:
                if bidder.party == target.party or (stands[target.party].kind == "PER" and target.form != "name"):
                    continue
                yield number, bidder, target, bond_signs.of_bond(line, tags, bidder, target, stands, told)


def strongest(bonds: Bonds) -> Mapping[tuple[int, int], tuple[float, int]]:
    """For each pair its highest probability and the line that gives it."""
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for number, line in enumerate(bonds):
        for pair, odds in line.items():
            if odds > best.get(pair, (0.0, -1))[0]:
                best[pair] = (odds, number)
    return best
