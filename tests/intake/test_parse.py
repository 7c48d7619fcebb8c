import pytest

from bearhug.intake.document import RawDocument
from bearhug.intake.parse import parse


def parsed(kind, data):
    return parse(RawDocument("a", "news/a", kind, data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")))


def problems(kind, data):
    return [str(problem) for problem in parsed(kind, data).problems]


@pytest.mark.parametrize(
    ("data", "title", "text"),
    [
        ("Une offre\n\nLe groupe achète.\n", "Une offre", "Le groupe achète.\n"),
        ("Une offre\r\n\r\nLe groupe\r\nachète.", "Une offre", "Le groupe\nachète."),
        ("\ufeffUne offre\n \nLe groupe achète.", "Une offre", "Le groupe achète."),
        ("\n\nUne offre\n\n\nLe groupe achète.", "Une offre", "Le groupe achète."),
        ("Le groupe achète.\nIl paie.", "", "Le groupe achète.\nIl paie."),
        ("Le groupe achète.", "", "Le groupe achète."),
        ("Mot " * 100 + "\n\nSuite.", "", "Mot " * 100 + "\n\nSuite."),  # a paragraph, no title
    ],
)
def test_plain_text(data, title, text):
    article = parsed("text", data).article
    assert (article.title, article.text) == (title, text)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (" \n\n ", "news/a: found no text; expected an article"),
        ("x" * 2_000_001, "news/a: found 2,000,001 characters; expected at most 2,000,000 in one article"),
    ],
)
def test_texts_that_are_no_article(data, problem):
    result = parsed("text", data)
    assert result.article is None
    assert [str(p) for p in result.problems] == [problem]


def test_broken_bytes_are_told_and_the_rest_is_read():
    result = parsed("text", "Société cédée".encode() + b"\xff")
    assert result.article.text == "Société cédée\ufffd"
    assert [str(p) for p in result.problems] == ["news/a: found 1 broken character; expected text in UTF-8 (each was read as U+FFFD)"]


def test_json_with_all_fields():
    article = parsed(
        "json",
        '{"id": "x1", "title": "T", "text": "a\\r\\nb", "date": "2025-02-11T08:00:00Z", "publisher": "P", "url": "u", '
        '"lang": "fr-CA", "deals": []}',
    ).article
    assert (article.id, article.title, article.text, article.date) == ("x1", "T", "a\nb", "2025-02-11")
    assert (article.publisher, article.url, article.lang) == ("P", "u", "fr")


@pytest.mark.parametrize("date", ["2025", "2025-02", "2025-02-11"])
def test_dates_of_any_precision(date):
    assert parsed("json", f'{{"text": "x", "date": "{date}"}}').article.date == date


def test_only_the_text_is_required():
    article = parsed("json", '{"text": "x", "id": null, "title": null, "date": null, "lang": null}').article
    assert (article.id, article.title, article.date, article.lang) == ("a", "", None, None)
    assert parsed("json", '{"text": "x", "id": 17}').article.id == "17"
    assert parsed("json", '{"text": "", "title": "Offre"}').article.title == "Offre"


EXPECTED = 'expected an object with "text", on one line'


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ('{"text": "x"', "broken JSON: Expecting ',' delimiter at column 13"),
        ('{"id": "b", text}', "broken JSON: Expecting property name enclosed in double quotes at column 13"),
        ("nonsense", "broken JSON: Expecting value at column 1"),
        ("[" * 100_000, "JSON nested too deeply"),
        ("[1]", "a list"),
        ('"x"', "a string"),
        ("null", "null"),
        ('{"title": "x"}', 'no "text"'),
        ('{"text": 5}', '"text": a number'),
        ('{"text": null}', '"text": null'),
    ],
)
def test_json_without_an_article(data, found):
    assert parsed("json", data).article is None
    assert problems("json", data) == [f"news/a: found {found}; {EXPECTED}"]


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ('"title": 5', '"title": a number; expected a string or null'),
        ('"id": []', '"id": a list; expected a string, a number or null'),
        ('"id": true', '"id": true or false; expected a string, a number or null'),
        ('"publisher": {}', '"publisher": an object; expected a string or null'),
        ('"date": "hier"', "\"date\": 'hier'; expected an ISO date such as 2025-02-11, or null"),
        ('"date": "2025-13-01"', "\"date\": '2025-13-01'; expected an ISO date such as 2025-02-11, or null"),
        ('"date": 2025', '"date": a number; expected an ISO date such as 2025-02-11, or null'),
        ('"lang": "french"', "\"lang\": 'french'; expected a language code such as fr, or null"),
    ],
)
def test_a_field_of_a_wrong_type_is_left_out_and_told(field, message):
    result = parsed("json", f'{{"text": "x", {field}}}')
    assert result.article.text == "x"
    assert [str(p) for p in result.problems] == [f"news/a: found {message}"]


def test_lone_surrogates_are_replaced_and_told():
    result = parsed("json", '{"text": "a\\ud800b", "title": "\\udfff", "id": "i\\udfff"}')
    assert (result.article.text, result.article.title, result.article.id) == ("a\ufffdb", "\ufffd", "i\ufffd")
    assert [str(p) for p in result.problems] == ["news/a: found 3 lone surrogates; expected whole characters (each was read as U+FFFD)"]


PAGE = """<html><head><title>Une offre | Le Courrier</title>
<meta property="og:title" content="Une offre | Le Courrier"><meta property="og:site_name" content="Le Courrier">
<meta property="article:published_time" content="2025-02-11T08:00:00+01:00">
<link rel="canonical" href="https://example.org/une-offre">
<script>var prix = "9 milliards";</script></head><body>
<nav><a href="/">Accueil</a></nav><div id="cookie-banner" class="cookie">Nous utilisons des cookies. <button>Accepter</button></div>
<article><h1>Une offre</h1><p>Le groupe Aldamor a lancé une offre publique d'achat sur son concurrent Vermeille.</p>
<p>Le conseil d'administration a rejeté la proposition à l'unanimité, a-t-il dit jeudi dans un communiqué.</p></article>
</body></html>"""
TEXT = (
    "Le groupe Aldamor a lancé une offre publique d'achat sur son concurrent Vermeille.\n\n"
    "Le conseil d'administration a rejeté la proposition à l'unanimité, a-t-il dit jeudi dans un communiqué."
)


@pytest.mark.parametrize("data", [PAGE.encode(), PAGE.encode("cp1252"), PAGE.encode("utf-16")])
def test_a_web_page(data):
    article = parsed("html", data).article
    assert (article.title, article.text) == ("Une offre", TEXT)
    assert (article.date, article.publisher, article.url) == ("2025-02-11", "Le Courrier", "https://example.org/une-offre")


def test_a_page_dated_in_the_future_is_dated_as_it_says():
    assert parsed("html", PAGE.replace("2025-02-11", "2148-02-11")).article.date == "2148-02-11"


@pytest.mark.parametrize(
    "data",
    [
        "<html><head><title>x</title><script>var a = 1</script></head><body></body></html>",
        "<html></html>",
        "<div>" * 20_000,
    ],
)
def test_pages_without_text(data, capsys):
    assert parsed("html", data).article is None
    assert problems("html", data) == ["news/a: found a web page without text; expected a web page with an article"]
    assert capsys.readouterr() == ("", "")  # the extractor's own log is not for the reader's eyes


def test_a_page_beyond_the_cap():
    assert problems("html", "<p>" + "x" * 4_000_001) == ["news/a: found 4.0 MB; expected at most 4.0 MB for one web page"]
