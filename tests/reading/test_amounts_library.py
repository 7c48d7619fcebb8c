"""The specification cases of a recogniser library (MIT), where they lie beside the repository; most are no press text."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bearhug.languages.pack import load
from bearhug.model.article import Article
from bearhug.reading.amounts import find_money
from bearhug.reading.percentages import find_percents

CASES = Path(__file__).parents[3] / "shared" / "data" / "amounts"
HUNDREDTHS = {"Cent", "Pence", "Penny", "Sen"}
FLOORS = {
    ("fr", "french", "Currency"): 0.94,
    ("en", "english", "Currency"): 0.85,
    ("fr", "french", "Percent"): 0.88,
    ("en", "english", "Percent"): 0.7,
}


def expected(case: dict[str, Any]) -> list[Decimal]:
    """The values that the library gives, in major units; a currency without a number counts as none."""
    found = []
    for result in case["Results"]:
        value, unit = result["Resolution"]["value"], result["Resolution"].get("unit")
        if value not in (None, "null"):
            number = Decimal(value.rstrip("%").replace(",", "."))
            found.append(number / 100 if unit in HUNDREDTHS else number)
    return found


@pytest.mark.parametrize(("lang", "name", "kind"), FLOORS)
def test_share_of_cases(lang: str, name: str, kind: str, record_property: Any) -> None:
    path = CASES / f"{name}-{kind}Model.json"
    if not path.exists():
        pytest.skip(f"the library's cases are not here: {path.name}")
    pack = load(lang)
    right = total = 0
    for case in json.loads(path.read_text(encoding="utf-8")):
        article = Article("case", case["Input"])
        if kind == "Currency":
            found = [m.money.amount for m in find_money(article, pack)]
        else:
            found = [m.value for m in find_percents(article, pack)]
        total += 1
        right += found == expected(case)
    record_property("share", right / total)
    print(f"{name} {kind}: {right} of {total}")
    assert right / total >= FLOORS[lang, name, kind]
