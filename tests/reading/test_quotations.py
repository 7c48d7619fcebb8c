"""What stands within quotation marks, whatever the marks; and that no input makes the pairing slow."""

import time

import pytest

from bearhug.languages.pack import load
from bearhug.model.article import Article
from bearhug.reading.quotations import find


def quoted(text: str, lang: str = "fr", title: str = "") -> list[str]:
    article = Article("a", text, title)
    found = find(article, load(lang))
    for quotation in found:
        assert quotation.outer.contains(quotation.span)
    return [article.words(quotation.span) for quotation in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit : « Oui, demain. »", ["Oui, demain."]),
        ("Il dit :\u00a0«\u202fOui, demain\u202f».", ["Oui, demain"]),
        ("Il dit : «Oui, demain».", ["Oui, demain"]),
        ("“Oui, demain”, dit-il.", ["Oui, demain"]),
        ('"Oui, demain", dit-il.', ["Oui, demain"]),
        ("„Oui, demain“, dit-il.", ["Oui, demain"]),
        ('" Oui, demain ", dit-il.', ["Oui, demain"]),
        ("L'offre n'est qu'un leurre d'avocat.", []),
        ("‹ Oui, demain ›, dit-il.", ["Oui, demain"]),
    ],
)
def test_styles(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘We won’t sell,’ he said.", ["We won’t sell,"]),
        ("'We won't sell,' he said.", ["We won't sell,"]),
        ("He called it 'a bid in name only'.", ["a bid in name only"]),
        ("‘The shareholders’ vote is theirs,’ he said.", ["The shareholders’ vote is theirs,"]),
        ("The shareholders' vote and the directors' duties.", []),
        ("Rock 'n' roll of the '90s isn't dead.", []),
        ('A 27" screen and a 30" screen.', []),
    ],
)
def test_single_marks_and_apostrophes(text, expected):
    assert quoted(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Il m'a dit “jamais” en riant », dit-elle.", ["Il m'a dit “jamais” en riant"]),
        ("« Il m'a dit « jamais » en riant », dit-elle.", ["Il m'a dit « jamais » en riant"]),
        ("“He said 'never' and left,” she said.", ["He said 'never' and left,"]),
        ("“Sell,” he said, “or leave.”", ["Sell,", "or leave."]),
        ('Fin du premier acte."Je reste", dit-il."Et vous ?"', ["Je reste", "Et vous ?"]),
        ('Un titre "Un acte""Je reste", dit-il.', ["Un acte", "Je reste"]),
    ],
)
def test_nested_broken_and_glued(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We came.\n\n“We saw.”\n\nThey left.", [("We came.", False), ("We saw.", True)]),
        ("« Nous vînmes.\n\n« Nous vîmes. »", [("Nous vînmes.", False), ("Nous vîmes.", True)]),
        ("Il dit : « Nous vînmes.\n\nPuis rien.", [("Nous vînmes.", False)]),
    ],
)
def test_over_paragraphs(text, expected):
    article = Article("a", text)
    assert [(article.words(q.span), q.continued) for q in find(article, load("fr"))] == expected


def test_title_comes_first():
    assert quoted("« Deux », dit-il.", title="« Un », dit-elle") == ["Un", "Deux"]


def test_a_lone_surrogate_is_a_character_like_another():
    assert quoted("\ud800« a\udfff b »") == ["a\udfff b"]


HOSTILE = {
    "opening guillemets": "« ",
    "nested openings": "« “ ‘ ",
    "straight marks": '"',
    "spaced straight marks": ' "a',
    "mixed marks": '«a”b"c»d‘e’f“g',
    "apostrophes": " 'a",
    "paragraphs left open": "« a.\n\n",
    "one long line": "a ",
    "line feeds": "\n \n",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_length(unit):
    def seconds(times: int) -> float:
        article = Article("a", unit * times)
        start = time.process_time()
        find(article, load("fr"))
        return time.process_time() - start

    seconds(100)
    small, large = seconds(10_000), seconds(40_000)
    assert large < max(0.1, 12 * small)
