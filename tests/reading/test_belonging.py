"""Which deal each line speaks of, the likeliest first: `deal/sides`."""

import pytest

from bearhug.reading import belonging
from bearhug.reading.belonging import Sides


def deals(scene, *told):
    numbers = {party.name: number for number, party in enumerate(scene.parties)}
    return [Sides((numbers[bidder],), numbers[target], -1) for bidder, target in (one.split(" > ") for one in told)]


def lines(text, lay, *told):
    scene = lay(text, "fr")
    return [[f"{claim.deal}/{claim.sides}" for claim in claims] for claims in belonging.of_lines(scene, deals(scene, *told))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Arvel] rachète [Toscan].", [["0/both"]]),
        ("[Toscan] résiste.", [["0/target"]]),
        ("[Arvel] insiste.", [["0/bidder"]]),
        ("Rien.", [[]]),
        ("[Arvel] rachète [Toscan]. Le prix est bas.", [["0/both"], ["0/carried"]]),
        ("[Arvel] rachète [Toscan].\n\nLe prix est bas.", [["0/both"], ["0/carried"]]),
    ],
)
def test_one_deal(lay, text, expected):
    scene_has_both = text if "[Arvel]" in text and "[Toscan]" in text else f"{text}\n\n[Arvel] et [Toscan]."
    assert lines(scene_has_both, lay, "Arvel > Toscan")[: len(expected)] == expected


def test_a_line_that_names_both_sides_speaks_of_that_deal_first(lay):
    text = "[Arvel] rachète [Toscan]. [Mirande] renonce à [Toscan]."
    assert lines(text, lay, "Arvel > Toscan", "Mirande > Toscan") == [["0/both", "1/target"], ["1/both", "0/target"]]


def test_what_is_carried_on_fades(lay):
    scene = lay("[Arvel] rachète [Toscan]. Un. Deux.\n\nTrois.", "fr")
    strengths = [claims[0].strength for claims in belonging.of_lines(scene, deals(scene, "Arvel > Toscan")) if claims]
    assert strengths == sorted(strengths, reverse=True)
    assert len(set(strengths)) == len(strengths)


def test_no_deals_no_claims(lay):
    assert belonging.of_lines(lay("[Arvel] grandit. Il recrute.", "fr"), []) == [[], []]


@pytest.mark.parametrize(("word", "expected"), [("dix", 0), ("vingt", 1)])
def test_the_nearer_side_takes_the_word(lay, word, expected):
    scene = lay("[Arvel] offre dix pour [Toscan] alors que de son côté le fonds [Mirande] offre vingt pour [Dolmen].", "fr")
    sides = deals(scene, "Arvel > Toscan", "Mirande > Dolmen")
    claims = belonging.of_lines(scene, sides)[0]
    at = scene.lines[0].lower.index(word)
    assert belonging.at_word(scene, sides, claims, 0, at)[0].deal == expected
