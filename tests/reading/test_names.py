"""Names of one article, written `words: name/KIND, name/KIND`, and how the article's own memory completes them."""

from itertools import pairwise

import pytest

from bearhug.languages.pack import load
from bearhug.model.article import Article
from bearhug.reading.names import find
from bearhug.reading.sentences import split

BODY = {
    "en": "Calloway Foods Inc has agreed to buy Brightwater plc, the companies said on Monday. Jane Holloway, chief executive of "
    "Brightwater, welcomed the offer from Calloway. Holloway will leave in March.",
    "fr": "Le groupe Vaubernier a annoncé lundi le rachat de Merisol SA. Luc Delambre, président de Merisol, a salué l'offre de "
    "Vaubernier. M. Delambre partira en mars.",
}


def names(lang: str, text: str, title: str = "") -> list[str]:
    article = Article("a", text, title, lang=lang)
    pack = load(lang)
    return [f"{m.text}/{m.kind}" for m in find(split(article, pack), article, pack)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sources said that Acme Widgets Inc. would bid.", "Acme Widgets Inc/ORG"),  # the full stop stays out
        ("The deal values Marlow & Sons at $2 billion.", "Marlow & Sons/ORG"),
        ("The bid was made by Rothmore & Co for its client.", "Rothmore & Co/ORG"),
        ("It hired Evans & Pratt, Inc. as adviser.", "Evans & Pratt, Inc/ORG"),
        ("The adviser is Paul, Stone, Larkin & Price LLP.", "Paul, Stone, Larkin & Price LLP/ORG"),
        ("It was rejected by Sir Thomas Aldridge on Friday.", "Thomas Aldridge/PER"),
        ("The bid for Norland's shares lapsed, Norland said.", "Norland/ORG Norland/ORG"),
        ("Toronto-listed Kirkmoor Metals rose. Analysts like Kirkmoor Metals.", "Kirkmoor Metals/ORG Kirkmoor Metals/ORG"),
        ("The bid comes from Hanmoor Foods of Cork.", "Hanmoor Foods/ORG Cork/LOC"),
        ("The Company may pay C$ 40 million to the company's holders.", ""),
    ],
)
def test_english_spans(text, expected):
    assert " ".join(names("en", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une offre a été déposée par Vaubernier SA, selon la presse.", "Vaubernier SA/ORG"),
        ("La banque Rothmore & Cie conseille le vendeur.", "Rothmore & Cie/ORG"),
        ("L'offre a été rejetée par M. Delambre vendredi.", "Delambre/PER"),
        ("Selon Mme Claire Montfort, le prix est trop bas.", "Claire Montfort/PER"),
        ("Le groupe est conseillé par la banque Lazard et par Rothschild.", "Lazard/ORG Rothschild/ORG"),
        ("Il pleut depuis lundi et la Bourse a baissé.", ""),
    ],
)
def test_french_spans(text, expected):
    assert " ".join(names("fr", text)) == expected


@pytest.mark.parametrize(
    ("lang", "title", "expected"),
    [
        ("en", "Calloway to buy Brightwater", "Calloway Brightwater"),
        ("en", "Calloway Agrees to Buy Brightwater in Latest Foods Deal", "Calloway Brightwater"),
        ("en", "CALLOWAY FOODS INC TO BUY BRIGHTWATER", "CALLOWAY FOODS INC|BRIGHTWATER"),
        ("fr", "Vaubernier met la main sur Merisol", "Vaubernier Merisol"),
        ("fr", "VAUBERNIER MET LA MAIN SUR MERISOL", "VAUBERNIER MERISOL"),
    ],
)
def test_titles_know_the_names_of_the_body(lang, title, expected):
    found = names(lang, BODY[lang], title)
    wanted = expected.split("|") if "|" in expected else expected.split()
    assert set(wanted) <= {name.rpartition("/")[0] for name in found}
    assert {name.rpartition("/")[2] for name in found if name.rpartition("/")[0] in wanted} == {"ORG"}


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["Calloway Foods Inc/ORG", "Brightwater plc/ORG", "Jane Holloway/PER", "Brightwater/ORG", "Calloway/ORG", "Holloway/PER"]),
        ("fr", ["Vaubernier/ORG", "Merisol SA/ORG", "Luc Delambre/PER", "Merisol/ORG", "Vaubernier/ORG", "Delambre/PER"]),
    ],
)
def test_short_forms_follow_the_full_one(lang, expected):
    assert names(lang, BODY[lang]) == expected


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_mentions_stand_in_order_apart_and_where_they_say(lang):
    article = Article("a", BODY[lang] + "\n\n" + BODY["en"], BODY["fr"][:60], lang=lang)
    pack = load(lang)
    found = find(split(article, pack), article, pack)
    assert all(article.words(m.span) == m.text for m in found)
    for before, after in pairwise(found):
        assert not before.span.overlaps(after.span)
        assert (before.span.where != "title", before.span.start) < (after.span.where != "title", after.span.start)


def test_nothing_in_nothing():
    assert names("en", "") == []


@pytest.mark.parametrize(
    ("lang", "text", "name", "kind"),
    [
        ("en", "Mr Calloway said no. Calloway owns the land.", "Calloway", "PER"),
        ("en", "Calloway plc said no. The board of Calloway met.", "Calloway", "ORG"),
        ("fr", "M. Vaubernier refuse. Vaubernier détient 12 % du capital.", "Vaubernier", "PER"),
        ("fr", "Vaubernier SAS refuse. Le conseil de Vaubernier s'est réuni.", "Vaubernier", "ORG"),
        ("fr", "Le fonds rachète la part de l'Etat dans Merisol.", "Etat", "ORG"),
    ],
)
def test_titles_and_legal_forms_settle_the_kind(lang, text, name, kind):
    assert {one.rpartition("/")[2] for one in names(lang, text) if one.startswith(name + "/")} == {kind}
