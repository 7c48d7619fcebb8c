from decimal import Decimal

from bearhug.model.article import Article
from bearhug.model.money import Money
from bearhug.model.problem import Problem
from bearhug.model.reading import Deal, Reading, Statement
from bearhug.model.span import Span
from bearhug.views.reading_card import build


def span(article, words, where="text"):
    start = article.part(where).index(words)
    return Span(where, start, start + len(words))


ARTICLE = Article(
    "n1",
    "Aldamor offre 3,4 milliards d'euros pour Vermeille.\n\nIl pleuvait.\n\n« Nous irons au bout », a dit Marc Ottavy.\n\nFin.\n\nFin.",
    "Aldamor vise Vermeille",
    "2025-02-11",
    "Le Courrier",
)
READING = Reading(
    "n1",
    "fr",
    "r",
    (
        Deal(
            main=True,
            kind="acquisition",
            stage="offered",
            target="Vermeille",
            bidders=("Aldamor",),
            value=Money(Decimal("3.4E9"), "EUR"),
            premium=Decimal("31.0"),
            matches_rivals=True,
            conditions=("due_diligence", "board"),
            expected_close="2026-H1",
            confidence=0.931,
            evidence={
                "bidders": ((span(ARTICLE, "Aldamor"), span(ARTICLE, "Aldamor", "title")),),
                "value": (span(ARTICLE, "3,4 milliards d'euros"),),
            },
        ),
    ),
    (Statement("Nous irons au bout", span(ARTICLE, "Nous irons au bout"), "Marc Ottavy", span(ARTICLE, "Marc Ottavy")),),
    (Problem("n1", "x", "y"),),
)


def test_a_card():
    card = build(ARTICLE, READING)
    assert card.facts == ("Le Courrier", "11 February 2025", "français", "n1")
    (deal,) = card.deals
    assert deal.heading == "Aldamor → Vermeille"
    assert deal.state == "acquisition, offered · confidence 93%"
    assert [(label, value) for label, value, _ in deal.rows] == [
        ("bidder", "Aldamor"),
        ("target", "Vermeille"),
        ("value", "3.4 billion EUR"),
        ("premium", "31%"),
        ("subject to", "due diligence, board"),
        ("to close by", "H1 2026"),
        ("rivals", "will match or top any rival offer"),
    ]
    assert card.statements == (("Marc Ottavy", "Nous irons au bout"),)
    assert card.problems == ("found x; expected y",)
    assert card.roles == ("bidder", "money", "quote", "speaker")


def test_only_paragraphs_with_evidence_are_kept():
    card = build(ARTICLE, READING)
    marked = [[(p.text[m.start : m.end], m.role) for m in p.marks] for p in (card.title, *card.passages)]
    assert marked == [
        [("Aldamor", "bidder")],
        [("Aldamor", "bidder"), ("3,4 milliards d'euros", "money")],
        [("Nous irons au bout", "quote"), ("Marc Ottavy", "speaker")],
    ]
    assert [passage.left_out for passage in card.passages] == [0, 1]
    assert card.left_out == 2


def test_full_keeps_all():
    card = build(ARTICLE, READING, full=True)
    assert [passage.text for passage in card.passages] == ARTICLE.text.split("\n\n")
    assert card.left_out == 0


def test_a_very_long_paragraph_is_cut_to_what_stands_around_its_evidence():
    article = Article("n1", "a " * 5000 + "Aldamor offre." + " b" * 5000 + " Vermeille refuse.")
    evidence = {"bidders": ((span(article, "Aldamor"),),), "target": (span(article, "Vermeille"),)}
    reading = Reading("n1", "fr", "r", (Deal(True, "acquisition", "offered", evidence=evidence),))
    first, second = build(article, reading).passages
    assert len(first.text) < 700
    assert first.text.startswith("… ")
    assert first.text.endswith(" …")
    assert [first.text[m.start : m.end] for m in first.marks] == ["Aldamor"]
    assert [second.text[m.start : m.end] for m in second.marks] == ["Vermeille"]
    assert second.text.endswith("refuse.")


def test_a_deal_without_names_and_an_unknown_language():
    card = build(ARTICLE, Reading("n1", None, "r", (Deal(False, "assets", "talks", jest=True),)))
    assert card.deals[0].heading == "an unnamed bidder → an unnamed target"
    assert card.deals[0].state == "assets, talks · in jest · told as background · confidence 0%"
    assert "language unknown" in card.facts
