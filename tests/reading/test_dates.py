"""Dates as the press of both languages writes them, read on 14 March 2025."""

import pytest

from bearhug.languages.pack import Pack, available, load
from bearhug.model.article import Article
from bearhug.reading.dates import find_dates, published

FR, EN = load("fr"), load("en")
PACKS = [pytest.param(load(lang), id=lang) for lang in available() if "dates" in load(lang).tables]
TODAY = "2025-03-14"


def dates(pack: Pack, text: str, today: str | None = TODAY) -> list[str]:
    return [m.value for m in find_dates(Article("a", text, date=today), pack)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("d'ici la fin de l'année", ["2025"]),
        ("au premier semestre", ["2025-H1"]),
        ("au deuxième trimestre 2025", ["2025-Q2"]),
        ("en juin", ["2025-06"]),
        ("en\u00a0juin\u00a02026", ["2026-06"]),
        ("fin 2025", ["2025"]),
        ("début 2026", ["2026"]),
        ("l'an prochain", ["2026"]),
        ("l’an prochain", ["2026"]),
        ("il y a trois ans", ["2022"]),
        ("l'an dernier", ["2024"]),
        ("le 1er juillet 2025", ["2025-07-01"]),
        ("La clôture est attendue le 2 janvier", ["2026-01-02"]),
        ("Elle l'avait racheté le 2 décembre", ["2024-12-02"]),
        ("attendue au quatrième trimestre", ["2025-Q4"]),
        ("au premier trimestre de l'an prochain", ["2026-Q1"]),
        ("d'ici à juin 2026", ["2026-06"]),
        ("jusqu'à la fin juin pour conclure", ["2025-06"]),
        ("Au plus tard le 31 février", []),
        ("2 000 salariés", []),
        ("Mars vend ses barres", []),
    ],
)
def test_french(text: str, expected: list[str]) -> None:
    assert dates(FR, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by year end", ["2025"]),
        ("in the second half", ["2025-H2"]),
        ("mid-2025", ["2025-06"]),
        ("in the fourth quarter", ["2025-Q4"]),
        ("by June 30", ["2025-06-30"]),
        ("on 30 June 2025", ["2025-06-30"]),
        ("next year", ["2026"]),
        ("last year", ["2024"]),
        ("in 2019", ["2019"]),
        ("three years ago", ["2022"]),
        ("expected to close by the end of January", ["2026-01"]),
        ("first half of the 2026 calendar year", ["2026-H1"]),
        ("in Q3 2025", ["2025-Q3"]),
        ("The deal is expected to close during the second\nquarter of 2018.", ["2018-Q2"]),
        ("It may march on", []),
        ("2,000 employees", []),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert dates(EN, text) == expected


@pytest.mark.parametrize(("pack", "text"), [(FR, "en juin"), (FR, "l'an dernier"), (EN, "by year end"), (EN, "in the second half")])
def test_no_guess_without_a_date(pack: Pack, text: str) -> None:
    assert dates(pack, text, None) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-02-11", (2025, 2, 11)),
        ("2025-02", (2025, 2, None)),
        ("2025", (2025, None, None)),
        ("20080516", (2008, 5, 16)),
        ("March 28th, 2018", (2018, 3, 28)),
        ("yesterday", None),
        ("2025-13-40", None),
        (None, None),
    ],
)
def test_article_date(text: str | None, expected: tuple[int | None, ...] | None) -> None:
    found = published(text, EN)
    assert (found and (found.year, found.month, found.day)) == expected


def test_span() -> None:
    article = Article("a", "La clôture est attendue en juin 2026, dit-il.", date=TODAY)
    assert [article.words(m.span) for m in find_dates(article, FR)] == ["juin 2026"]


@pytest.mark.parametrize("pack", PACKS)
def test_pack_examples(pack: Pack) -> None:
    fired = set()
    for rule in pack.table("dates")["rule"]:
        for example in rule["accept"]:
            found = find_dates(Article("a", example["text"], date=TODAY), pack)
            assert [m.value for m in found] == [example["value"]], example
            fired |= {m.rule for m in found}
        for text in rule["refuse"]:
            assert dates(pack, text) == [], text
    assert fired == {f"{pack.lang}.date.{rule['id']}" for rule in pack.table("dates")["rule"]}


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("piece", ["9", "20", "2020 ", "fin ", "premier trimestre ", "30 juin ", "the end of the ", "June 30, "])
def test_time_is_linear(pack: Pack, piece: str) -> None:
    from time import process_time

    def seconds(length: int) -> float:
        article = Article("a", piece * (length // len(piece)), date=TODAY)
        start = process_time()
        find_dates(article, pack)
        return process_time() - start

    seconds(1000)
    small, large = seconds(20_000), seconds(160_000)
    assert large < 40 * max(small, 0.002)  # eight times the text; a quadratic finder would take 64 times as long
