"""Percentages as the press of both languages writes them."""

import pytest

from bearhug.languages.pack import Pack, available, load
from bearhug.model.article import Article
from bearhug.reading.percentages import find_percents

FR, EN = load("fr"), load("en")
PACKS = [pytest.param(load(lang), id=lang) for lang in available() if "amounts" in load(lang).tables]


def percents(pack: Pack, text: str) -> list[tuple[str, str]]:
    article = Article("a", text)
    return [(article.words(m.span), f"{m.value.normalize():f}") for m in find_percents(article, pack)]


@pytest.mark.parametrize(
    ("pack", "text", "expected"),
    [
        (FR, "une prime de 38 %", [("38 %", "38")]),
        (FR, "24,5\u00a0% du capital", [("24,5\u00a0%", "24.5")]),
        (FR, "24,5% du capital", [("24,5%", "24.5")]),
        (FR, "30 pour cent", [("30 pour cent", "30")]),
        (FR, "vingt pour cent", [("vingt pour cent", "20")]),
        (FR, "de 20 à 25 %", [("20", "20"), ("25 %", "25")]),
        (FR, "un repli (-3,2 %)", [("-3,2 %", "-3.2")]),
        (FR, "50,1 % à 51 % du capital", [("50,1 %", "50.1"), ("51 %", "51")]),
        (FR, "38 points de pourcentage", []),
        (FR, "https://exemple.fr/?q=30%25%2020%", []),
        (FR, "100 euros", []),
        (EN, "a premium of 38%", [("38%", "38")]),
        (EN, "a 51-percent stake", [("51-percent", "51")]),
        (EN, "24.5 per cent of it", [("24.5 per cent", "24.5")]),
        (EN, "9.9 pct", [("9.9 pct", "9.9")]),
        (EN, "thirty percent", [("thirty percent", "30")]),
        (EN, "20-25%", [("20", "20"), ("25%", "25")]),
        (EN, "between 20% and 25%", [("20%", "20"), ("25%", "25")]),
        (EN, "38 percentage points", []),
    ],
)
def test_percents(pack: Pack, text: str, expected: list[tuple[str, str]]) -> None:
    assert percents(pack, text) == expected


@pytest.mark.parametrize("pack", PACKS)
def test_pack_examples(pack: Pack) -> None:
    for rule in pack.table("amounts")["percent"]:
        for example in rule["accept"]:
            assert [value for _, value in percents(pack, example["text"])] == [example["value"]], example
        for text in rule["refuse"]:
            assert percents(pack, text) == [], text


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("piece", ["9", "%", "9 ", "9% ", "deux ", "pour cent ", "1,"])
def test_time_is_linear(pack: Pack, piece: str) -> None:
    from time import process_time

    def seconds(length: int) -> float:
        article = Article("a", piece * (length // len(piece)))
        start = process_time()
        find_percents(article, pack)
        return process_time() - start

    seconds(1000)
    small, large = seconds(20_000), seconds(160_000)
    assert large < 40 * max(small, 0.002)  # eight times the text; a quadratic finder would take 64 times as long
