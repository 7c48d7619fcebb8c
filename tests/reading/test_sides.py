"""Pairs written `Bidder > Target: probability`, deals written `Bidder + Bidder > Target`."""

import pytest

from bearhug.reading.pairs import Pair
from bearhug.reading.sides import choose


def chosen(scene, pairs, sales=()):
    numbers = {party.name: number for number, party in enumerate(scene.parties)}
    sells = {tuple(numbers[name] for name in sale.split(" sells ")): (0.6, 0) for sale in sales}
    made, odds = [], []
    for one in pairs:
        sides, likely = one.split(": ")
        bidder, target = sides.split(" > ")
        made.append(Pair(numbers[bidder], numbers[target], (), 0))
        odds.append(float(likely))
    deals = [deal.sides for deal in choose(scene, made, odds, sells)]
    return [f"{' + '.join(scene.parties[b].name for b in deal.bidders)} > {scene.parties[deal.target].name}" for deal in deals]


APART = "[Arvel] a fait une offre sur [Toscan]. Plus tard [Mirande] en a fait une autre."
TOGETHER = "[Arvel] et [Mirande] ont fait une offre sur [Toscan]."
RIVALS = "[Arvel] ou [Mirande] feront une offre sur [Toscan]."


@pytest.mark.parametrize(
    ("text", "pairs", "expected"),
    [
        (APART, ["Arvel > Toscan: 0.9"], ["Arvel > Toscan"]),
        (APART, ["Arvel > Toscan: 0.9", "Mirande > Toscan: 0.8"], ["Arvel > Toscan", "Mirande > Toscan"]),
        (APART, ["Mirande > Toscan: 0.8", "Arvel > Toscan: 0.9"], ["Arvel > Toscan", "Mirande > Toscan"]),  # the likeliest first
        (APART, ["Arvel > Toscan: 0.9", "Toscan > Arvel: 0.8"], ["Arvel > Toscan"]),  # not both ways round
        (APART, ["Arvel > Toscan: 0.9", "Mirande > Toscan: 0.05"], ["Arvel > Toscan"]),
        (APART, ["Arvel > Toscan: 0.01"], []),
        (APART, [], []),
        (TOGETHER, ["Arvel > Toscan: 0.9", "Mirande > Toscan: 0.8"], ["Arvel + Mirande > Toscan"]),
        (RIVALS, ["Arvel > Toscan: 0.9", "Mirande > Toscan: 0.8"], ["Arvel > Toscan", "Mirande > Toscan"]),
    ],
)
def test_which_bidders_stand_together(lay, text, pairs, expected):
    assert chosen(lay(text, "fr"), pairs) == expected


def test_an_article_has_only_so_many_deals(lay):
    names = [f"Société{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWX"]
    scene = lay(" ".join(f"[{name}] grandit." for name in names), "fr")
    assert len(chosen(scene, [f"{a} > {b}: 0.9" for a, b in zip(names[::2], names[1::2], strict=True)])) <= 12


def test_who_sells_the_target_is_no_target_of_the_same_bidder(lay):
    scene = lay("[Arvel] cède [Toscan] à [Mirande].", "fr")
    pairs = ["Mirande > Toscan: 0.9", "Mirande > Arvel: 0.5"]
    assert chosen(scene, pairs) == ["Mirande > Toscan", "Mirande > Arvel"]
    assert chosen(scene, pairs, ["Arvel sells Toscan"]) == ["Mirande > Toscan"]
