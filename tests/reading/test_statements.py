"""Who said what: the packs' own examples, a table of shapes, and inputs that must not slow the search."""

import time

import pytest

from bearhug.languages.pack import available, load
from bearhug.model.article import Article
from bearhug.model.mention import NameMention
from bearhug.model.span import Span
from bearhug.reading import quotations
from bearhug.reading.statements import find


def said(text: str, lang: str, title: str = "") -> list[tuple[str | None, str]]:
    article, pack = Article("a", text, title), load(lang)
    found = find(article, pack, quotations.find(article, pack))
    for statement in found:
        assert article.words(statement.span) == statement.quote
        if statement.speaker_span is not None:
            assert article.words(statement.speaker_span) == statement.speaker
        else:
            assert statement.speaker is None
    return [(statement.speaker, statement.quote) for statement in found]


PACKS = [lang for lang in available() if "speech" in load(lang).tables]
ACCEPT = [(lang, e["text"], e["speaker"]) for lang in PACKS for e in load(lang).table("speech")["accept"]]
REFUSE = [(lang, e["text"]) for lang in PACKS for e in load(lang).table("speech")["refuse"]]


@pytest.mark.parametrize(("lang", "text", "speaker"), ACCEPT)
def test_examples_that_the_pack_accepts(lang, text, speaker):
    assert [who or "" for who, _ in said(text, lang)] == [speaker]


@pytest.mark.parametrize(("lang", "text"), REFUSE)
def test_examples_that_the_pack_refuses(lang, text):
    assert said(text, lang) == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # the surname is given in full where the article has it
        ("Luc Tissier dirige Orvale. « Le dossier est clos », tranche M. Tissier.", ["Luc Tissier"]),
        # the role points back to its holder
        ("La présidente d'Orvale, Anne Lebrun, reçoit peu. « Nous avons le temps pour nous », glisse la présidente.", ["Anne Lebrun"]),
        # one speaker, several stretches
        ("Anne Lebrun juge l'offre « très en deçà de sa valeur » et « contraire à l'intérêt social ».", ["Anne Lebrun"] * 2),
        ("« Nous restons là », dit Anne Lebrun. « Et nous y resterons longtemps. »", ["Anne Lebrun"] * 2),
        # the lawyer passes on, the principal speaks
        ("Luc Tissier a déclaré dans une lettre transmise par son avocate Léa Roche : « Nous irons au bout ».", ["Luc Tissier"]),
        ("« Le prix est bon », a indiqué le ministre de l'Industrie et des Mines Paul Verdier.", ["Paul Verdier"]),
        ("Anne Lebrun préside Orvale. Luc Tissier veut l'acheter. « Qu'il essaie donc », lance-t-elle.", ["Anne Lebrun"]),
        ("« Nous partons tous demain », dit-on.", [None]),
        ("Orvale, qui fond l'acier, prévoit « une année difficile pour tous ».", ["Orvale"]),
    ],
)
def test_french_speakers(text, speakers):
    assert [who for who, _ in said(text, "fr")] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Luke Tissier runs Orvale. “The file is closed,” said Mr. Tissier.", ["Luke Tissier"]),
        ("“The price is fair,” Anne Lebrun, the company's chairwoman, said.", ["Anne Lebrun"]),
        ("“We stay,” said Anne Lebrun. “And we shall stay for long.”", ["Anne Lebrun"]),
        ("Orvale said the price was “far below what it is worth”.", ["Orvale"]),
        ("“The price is fair to all,” Harbour Street analyst Paul Verdier said.", ["Paul Verdier"]),
        ("NEW YORK (Agency) - Investor Paul Verdier said the plan “has some merit in it”.", ["Paul Verdier"]),
        ("Anne Lebrun chairs Orvale. Luke Tissier wants it. “Let him try that,” she said.", ["Anne Lebrun"]),
        ("“We came to buy.\n\n“We shall not leave,” Anne Lebrun said.", ["Anne Lebrun"] * 2),
    ],
)
def test_english_speakers(text, speakers):
    found = [who for who, _ in said(text, "en")]
    assert found[-len(speakers) :] == speakers or found == speakers


def test_a_pull_quote_is_listed_once():
    text = "“A price that no one should refuse”\n\nOrvale bids again.\n\n“A price that no one should refuse,” said Anne Lebrun."
    assert said(text, "en") == [("Anne Lebrun", "A price that no one should refuse,")]


def test_no_marks_no_work():
    assert said("Orvale a racheté Cassiope hier.", "fr") == []


def test_names_sharpen_who_is_a_person():
    article, pack = Article("a", "Choi Min-ho leads Orvale. Orvale bids. “We will win this,” he said."), load("en")
    names = [NameMention(Span("text", 0, 11), "Choi Min-ho", "PER")]
    assert [s.speaker for s in find(article, pack, quotations.find(article, pack), names)] == ["Choi Min-ho"]


HOSTILE = {
    "many speakers": "« Nous ne vendrons pas demain », a dit Paul Verdier. ",
    "many pronouns": "« Nous ne vendrons pas demain », a-t-il dit. ",
    "one sentence": "« a b c d » et ",
    "roles": "« Nous ne vendrons pas demain », dit le ministre. ",
    "openings": "« ",
    "capitals": "A Bc « d e f g » De ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_length(unit):
    def seconds(times: int) -> float:
        article, pack = Article("a", unit * times), load("fr")
        start = time.process_time()
        find(article, pack, quotations.find(article, pack))
        return time.process_time() - start

    seconds(20)
    small, large = seconds(500), seconds(2_000)
    assert large < max(0.3, 12 * small)
