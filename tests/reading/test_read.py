"""Whole articles with invented names: what is read, where it stands, and that it is read the same every time."""

import pytest

from bearhug.languages.pack import available
from bearhug.model.article import Article
from bearhug.reading.read import LONGEST, READER, read_article
from evaluation.articles import article, load
from evaluation.gate import HERE

CONSORTIUM = Article(
    "fr-1",
    title="Un consortium mené par Hector Valbrune offre 12,4 milliards d'euros pour Mirelia",
    date="2024-03-12",
    text=(
        "Un consortium mené par Hector Valbrune a déposé une offre de rachat de 12,4 milliards d'euros sur Mirelia, a rapporté lundi "
        "le quotidien La Dépêche des Marchés. Le groupe de logiciels Mirelia est dirigé par Ines Cordelier.\n\n"
        "L'offre est soutenue par le fonds Arcastel Partners et par la holding Novagest. « Il est temps que Mirelia redevienne une "
        "force de progrès », a déclaré Hector Valbrune dans un communiqué.\n\n"
        "« Non merci », a répondu Ines Cordelier sur le réseau Papoti. Le conseil d'administration de Mirelia a rejeté l'offre."
    ),
)
PURCHASE = Article(
    "en-1",
    title="Dunmore to buy Halvert Foods for $2.4 billion",
    date="2024-05-06",
    text=(
        "Dunmore Group agreed to acquire Halvert Foods for $2.4 billion in cash, the companies said on Monday.\n\n"
        "Halvert Foods shareholders will receive $31.50 per share. The deal is expected to close in the fourth quarter and is subject "
        "to regulatory approval.\n\n"
        '"This is a great day for our customers," said Laura Penhallow, chief executive of Dunmore Group.'
    ),
)
SALE = Article(
    "fr-2",
    title="Trévignon cède sa filiale Ovalie Santé à Brumont",
    date="2023-11-20",
    text=(
        "Le groupe Trévignon a annoncé lundi la cession de sa filiale Ovalie Santé au fonds Brumont pour 85 millions d'euros.\n\n"
        "L'opération devrait être finalisée au premier semestre 2024."
    ),
)
WEATHER = Article(
    "fr-3", "La pluie tombera sur la moitié nord. Les températures resteront douces pour la saison, avec du vent près des côtes."
)
ALL = (CONSORTIUM, PURCHASE, SALE, WEATHER)


def main_deal(told):
    return next(deal for deal in read_article(told).deals if deal.main)


@pytest.mark.parametrize(
    ("told", "field", "expected"),
    [
        (CONSORTIUM, "bidders", "Hector Valbrune"),
        (CONSORTIUM, "target", "Mirelia"),
        (CONSORTIUM, "value", "12400000000 EUR"),
        (PURCHASE, "bidders", "Dunmore Group"),
        (PURCHASE, "target", "Halvert Foods"),
        (PURCHASE, "value", "2400000000 USD"),
        (PURCHASE, "per_share", "31.5 USD"),
        (PURCHASE, "stage", "agreed"),
        (PURCHASE, "payment", "cash"),
        (PURCHASE, "expected_close", "2024-Q4"),
        (SALE, "bidders", "Brumont"),
        (SALE, "target", "Ovalie Santé"),
        (SALE, "sellers", "Trévignon"),
        (SALE, "value", "85000000 EUR"),
        (SALE, "expected_close", "2024-H1"),
    ],
)
def test_what_is_read(told, field, expected):
    value = getattr(main_deal(told), field)
    assert (", ".join(value) if isinstance(value, tuple) else str(value)) == expected


@pytest.mark.parametrize(
    ("told", "field", "words"),
    [
        (CONSORTIUM, "target", "Mirelia"),
        (CONSORTIUM, "value", "12,4 milliards d'euros"),
        (PURCHASE, "per_share", "$31.50"),
        (PURCHASE, "expected_close", "fourth quarter"),
        (SALE, "target", "Ovalie Santé"),
        (SALE, "value", "85 millions d'euros"),
    ],
)
def test_where_it_stands(told, field, words):
    (first, *_) = main_deal(told).evidence[field]
    assert words in told.words(first)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            CONSORTIUM,
            [
                ("Hector Valbrune", "Il est temps que Mirelia redevienne une force de progrès"),
                ("Ines Cordelier", "Non merci"),
            ],
        ),
        (PURCHASE, [("Laura Penhallow", "This is a great day for our customers,")]),
        (SALE, []),
    ],
)
def test_who_said_what(told, expected):
    assert [(said.speaker, said.quote) for said in read_article(told).statements] == expected


def test_other_news_tells_no_deal():
    assert read_article(WEATHER).deals == ()


@pytest.mark.parametrize("told", ALL, ids=lambda told: told.id)
def test_a_reading_says_who_made_it_and_how_sure_it_is(told):
    reading = read_article(told)
    assert (reading.id, reading.lang) == (told.id, told.id[:2])
    assert reading.reader.startswith(f"{READER} {reading.lang}/")
    assert all(0 <= deal.confidence <= 1 for deal in reading.deals)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (Article("a", "Der Konzern hat das Angebot für die Tochter nicht angenommen und wird es auch nicht prüfen."), "language 'de'"),
        (Article("a", "Arvel buys Toscan.", lang="nl"), "language 'nl'"),
        (Article("a", "42 € ???"), "no words"),
    ],
)
def test_a_language_without_a_pack_is_a_problem(told, found):
    reading = read_article(told)
    assert (reading.lang, reading.deals, reading.statements) == (None, (), ())
    assert [(problem.found, problem.expected) for problem in reading.problems] == [(found, "one of 'en', 'fr'")]


@pytest.mark.parametrize("text", ["", " \n "])
def test_no_text_is_no_problem_of_language(text):
    reading = read_article(Article("a", text))
    assert (reading.lang, reading.problems) == (None, ())


def test_a_mixed_article_is_read_and_told():
    french = "Le groupe a dit lundi qu'il avait accepté de vendre la filiale, mais que l'offre ne portait pas sur la totalité de celle-ci."
    english = "The group said on Monday that it has agreed to sell the unit, and that the offer is not for the whole of it."
    reading = read_article(Article("a", f"{french} {french}\n\n{english} {english}"))
    assert reading.lang in available()
    assert [problem.expected for problem in reading.problems] == ["one language"]


def test_an_endless_article_is_told_and_its_deals_left():
    reading = read_article(Article("a", f"{SALE.text}\n\n" + "Rien. " * (LONGEST // 6 + 1), lang="fr"))
    assert reading.deals == ()
    assert "no deals are read" in reading.problems[0].expected


@pytest.mark.parametrize(
    "text",
    [
        "L'offre de rachat valorise la société 3 milliards d'euros. L'acquisition, une OPA, est signée par les actionnaires.",  # no names
        "Arvel rachète",
        "Arvel rachète Arvel pour 3 milliards d'euros, une acquisition d'Arvel par Arvel.",
        "«" * 200 + " OPA d'Arvel sur Toscan, rachat, acquisition " + "»" * 3,
    ],
)
def test_odd_articles_are_read(text):
    assert read_article(Article("a", text, lang="fr")).id == "a"


def test_the_same_article_gives_the_same_reading_in_any_order():
    golds = [article(gold) for lang in available() for gold in load(HERE / "articles" / f"{lang}.jsonl")[:8]]
    forwards = [read_article(told) for told in golds]
    backwards = [read_article(told) for told in reversed(golds)]
    assert forwards == backwards[::-1]
