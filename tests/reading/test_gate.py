"""What the gate lets through."""

import pytest

from bearhug.languages.pack import load
from bearhug.model.article import Article
from bearhug.reading import gate

DEALS = {
    "fr": [
        "Arvel rachète Toscan pour 3 milliards d'euros. Le groupe a signé l'acquisition lundi avec les actionnaires de la société.",
        "Le conseil d'administration de Toscan a rejeté l'OPA hostile lancée par le fonds Arvel, qui valorise le groupe 2 milliards.",
        "Mirande cède sa filiale Toscan au fonds Arvel. La cession, pour 40 millions d'euros, sera finalisée en juin.",
    ],
    "en": [
        "Arvel agreed to acquire Toscan for $3 billion in cash. The acquisition is expected to close in June, the companies said.",
        "The board of Toscan rejected a hostile takeover bid from Arvel, a private equity firm, that values the company at $2 billion.",
        "Mirande will sell its Toscan unit to Arvel, a rival. The sale for $40 million still needs approval from regulators.",
    ],
}
OTHERS = {
    "fr": [
        "La pluie tombera sur la moitié nord. Les températures resteront douces pour la saison, avec du vent près des côtes.",
        "Le gardien a arrêté deux tirs au but et son équipe jouera la finale dimanche devant ses supporters.",
    ],
    "en": [
        "Rain will fall over the north on Sunday. Temperatures will stay mild, with wind along the coast and fog in the valleys.",
        "The goalkeeper saved two penalties and his team will play the final on Sunday in front of their fans.",
    ],
}


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in DEALS.items() for text in texts])
def test_a_deal_goes_through(lang, text):
    assert gate.weigh(Article("a", text, lang=lang), load(lang)) == "open"


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in OTHERS.items() for text in texts])
def test_other_news_does_not(lang, text):
    assert gate.weigh(Article("a", text, lang=lang), load(lang)) != "open"


@pytest.mark.parametrize("text", ["", "\n", "€", "\ud800", "offre " * 100_000])
def test_odd_texts_are_weighed(text):
    assert gate.weigh(Article("a", text, lang="fr"), load("fr")) in ("closed", "ajar", "open")


def scan(text, *phrases):
    return {phrases[number] for number in gate.hits(text, gate.scanner(phrases))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("une offre ferme", {"offre"}),
        ("des offres fermes", set()),  # part of a longer word
        ("la contre-offre", {"offre"}),
        ("offre", {"offre"}),
        ("le prix d'offre", {"prix d'offre"}),  # the longest counts
        ("offre et offre d'achat", {"offre"}),
        ("3€", {"€"}),
        ("", set()),
    ],
)
def test_phrases_are_found_as_whole_words(text, expected):
    assert scan(text, "offre", "prix d'offre", "€") == expected


def test_what_is_weighed_is_lower_case_with_straight_apostrophes():
    assert gate.plain(Article("a", "L’OFFRE", title="UNE OPA")) == "une opa\nl'offre"


def test_only_the_beginning_is_weighed():
    pack = load("fr")
    text = OTHERS["fr"][0] * 60
    assert len(text) > gate.FIRST
    assert gate.weigh(Article("a", text + DEALS["fr"][0], lang="fr"), pack) == gate.weigh(Article("a", text, lang="fr"), pack)
