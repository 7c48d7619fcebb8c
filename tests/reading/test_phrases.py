"""Phrases written `words = label`, what is found written `label: words`."""

import pytest

from bearhug.reading.phrases import compile_table, key

TABLE = [
    ("offre", "offer"),
    ("offre d' emploi", None),
    ("appel d' offres", None),
    ("prix", "price"),
    ("prix d' offre", "price"),
    ("d' offre en offre", "spiral"),
    ("Offre", "second label"),
]


def found(text, *, everything=False):
    words = key(text)
    finder = compile_table(TABLE)
    hits = finder.find_all(words) if everything else finder.find(words)
    return [f"{label}: {' '.join(words[first : last + 1])}" for first, last, label in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("rien ici", []),
        ("une offre", ["offer: offre"]),
        ("Une OFFRE", ["offer: offre"]),  # the first label given stays
        ("offre offre", ["offer: offre", "offer: offre"]),
        ("une offre d' emploi", []),  # a longer phrase without label hides the shorter
        ("une offre d’ emploi", []),
        ("offre d' achat", ["offer: offre"]),
        ("le prix d' offre", ["price: prix d' offre"]),
        ("prix d' offre en offre", ["price: prix d' offre", "offer: offre"]),  # what is taken is not looked at again
        ("offre d'", ["offer: offre"]),  # a phrase cut short at the end
    ],
)
def test_the_longest_phrase_wins(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le prix d' offre", ["price: prix", "price: prix d' offre", "offer: offre"]),
        ("prix d' offre en offre", ["price: prix", "price: prix d' offre", "spiral: d' offre en offre", "offer: offre", "offer: offre"]),
        ("une offre d' emploi", ["offer: offre"]),
        ("", []),
    ],
)
def test_all_phrases_inside_and_across_one_another(text, expected):
    assert found(text, everything=True) == expected


def test_an_empty_table_finds_nothing():
    assert list(compile_table([]).find(("a", "b"))) == []
