"""The language of a text, or what was found in its place."""

import pytest

from bearhug.model.article import Article
from bearhug.reading.language import Language, find

FRENCH = "Le groupe a annoncé que la vente de sa filiale était prévue pour la fin de l'année."
ENGLISH = "The group said that the sale of its unit would be completed by the end of the year."


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        ("Arvel rachète Toscan pour 3 millions d'euros.", "fr"),
        ("L’offre est prête.", "fr"),
        ("Arvel to buy Toscan for $3 million.", "en"),
        ("It has agreed to sell the mill.", "en"),
        ("LE CONSEIL A REJETÉ L'OFFRE DU FONDS.", "fr"),
        (FRENCH + " « The offer is dead », a-t-il dit.", "fr"),  # one quotation does not make it mixed
    ],
)
def test_short_texts(text, lang):
    assert find(Article("a", text)) == Language(lang)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der Konzern hat das Angebot für die Tochter nicht angenommen und wird es auch nicht prüfen.", "language 'de'"),
        ("El grupo ha rechazado la oferta por su filial, pero también estudia la venta de los activos.", "language 'es'"),
        ("Il gruppo non ha accettato l'offerta per la sua controllata, che è stata respinta dal consiglio.", "language 'it'"),
        ("O grupo não aceitou a oferta pela filial, mas também foi procurado por uma empresa do setor.", "language 'pt'"),
        ("Het bedrijf heeft het bod op de dochter niet aanvaard en wordt ook niet verkocht aan een fonds.", "language 'nl'"),
        ("", "no words"),
        ("  \n\n ", "no words"),
        ("€€€ 42 % -- 17 ???", "no words"),
        ("Zxqv wrtzk pfmb ghtl.", "words of no known language"),
        ("株式会社は買収を発表した", "words of no known language"),
    ],
)
def test_what_has_no_pack_is_told(text, found):
    assert find(Article("a", text)) == Language(None, found)


def test_a_mixed_text_is_read_in_the_language_that_leads_and_told_as_mixed():
    language = find(Article("a", f"{FRENCH} {FRENCH}\n\n{ENGLISH} {ENGLISH}"))
    assert language.lang in ("fr", "en")
    assert "mixed" in language.found


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("fr", Language("fr")),
        ("FR", Language("fr")),
        ("en-GB", Language("en")),
        ("de", Language(None, "language 'de'")),
        ("", Language(None, "language ''")),
    ],
)
def test_what_the_article_says_of_itself_counts(told, expected):
    assert find(Article("a", ENGLISH, lang=told)) == expected


def test_the_title_votes_too():
    assert find(Article("a", "42", title="Le conseil a rejeté l'offre")) == Language("fr")
