import pytest

from evaluation.gate import Row, rows, table

ROWS = rows()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.lang}-{row.name}")
def test_the_reader_holds_its_floors(row):
    assert row.holds, table([row])


def test_each_language_has_enough_articles_and_all_floors():
    from evaluation.gate import HERE, load

    for lang in ("fr", "en"):
        golds = load(HERE / "articles" / f"{lang}.jsonl")
        assert len(golds) >= 25
        assert {gold["lang"] for gold in golds} == {lang}
        assert [row.name for row in ROWS if row.lang == lang] == ["slots", "main_deals", "quotes", "speakers", "false_alarms"]


@pytest.mark.parametrize(
    ("row", "holds"),
    [
        (Row("fr", "slots", 0.8996, 0.9), True),  # 0.900 as it is printed
        (Row("fr", "slots", 0.8994, 0.9), False),
        (Row("fr", "false_alarms", 0.1, 0.15), True),
        (Row("fr", "false_alarms", 0.2, 0.15), False),
    ],
)
def test_floors_and_ceilings(row, holds):
    assert row.holds is holds
    assert ("does not hold" in table([row])) is not holds
