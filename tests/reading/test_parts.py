"""The part of the target that is bid for, in the article's own words; none where the whole is."""

import pytest

from bearhug.reading import belonging, parts
from bearhug.reading.belonging import Sides


def part(scene, target="Toscan"):
    number = next(n for n, party in enumerate(scene.parties) if party.name == target)
    sides = [Sides((), number, -1)]
    span = parts.find(scene, number, belonging.of_lines(scene, sides), 0)
    return None if span is None else scene.article.words(span)


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("[Arvel] rachète la branche lait de [Toscan].", "fr", "la branche lait"),
        ("[Arvel] va acquérir les activités portuaires de [Toscan].", "fr", "les activités portuaires"),
        ("[Arvel] met la main sur les usines espagnoles du groupe [Toscan].", "fr", None),  # "groupe" stands between
        ("La branche lait de [Toscan] recrute.", "fr", None),  # nobody buys
        ("[Arvel] rachète [Toscan].", "fr", None),
        ("[Arvel] rachète 40 % du capital de [Toscan].", "fr", None),
        ("[Arvel] is buying the dairy division of [Toscan].", "en", "the dairy division"),
        ("[Arvel] agreed to acquire the non-profit arm of [Toscan].", "en", "the non-profit arm"),
        ("[Arvel] bought the maker of [Toscan].", "en", None),
        ("[Toscan] runs the dairy division of the group.", "en", None),
    ],
)
def test_parts(lay, text, lang, expected):
    assert part(lay(text, lang)) == expected


def test_the_part_is_found_in_the_title(lay):
    assert part(lay("C'est fait.", "fr", title="[Arvel] s'offre la branche lait de [Toscan]")) == "la branche lait"
