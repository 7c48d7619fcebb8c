import json
import re
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearhug.exports.reading_json import FIELDS, to_dict, to_json
from bearhug.exports.reading_schema import schema
from bearhug.model.article import Article
from bearhug.model.money import Money
from bearhug.model.problem import Problem
from bearhug.model.reading import Deal, Reading, Statement
from bearhug.model.span import Span
from bearhug.workflow import read, read_many

VALIDATOR = jsonschema.Draft202012Validator(schema())
EXAMPLES = Path(__file__).parents[2] / "examples"


def span(start, end, where="text"):
    return Span(where, start, end)


FULL = Reading(
    "n1",
    "fr",
    "bearhug 0.1.0 fr/1",
    (
        Deal(
            main=True,
            kind="stake",
            stage="rejected",
            target="Vermeille",
            bidders=("Aldamor", "Brévannes"),
            value=Money(Decimal("3400000000"), "EUR", Decimal("3500000000.0")),
            per_share=Money(Decimal("27.50"), "EUR"),
            premium=Decimal("31"),
            stake=Decimal("24.5"),
            conditions=("regulatory",),
            confidence=0.93124,
            evidence={
                "value": (span(31, 56),),
                "bidders": ((span(0, 7),), (span(60, 69), span(0, 9, "title"))),
                "conditions": ((span(70, 80),),),
            },
        ),
    ),
    (Statement("Non merci", span(100, 109), "Claire Vandame", span(112, 126)), Statement("Jamais", span(130, 136))),
    (Problem("n1", "x", "y"),),
)


def test_the_whole_shape():
    value = to_dict(FULL)
    (deal,) = value["deals"]
    assert list(deal) == [*FIELDS, "confidence", "evidence"]
    assert deal["value"] == {"amount": 3400000000, "currency": "EUR", "high": 3500000000}
    assert isinstance(deal["value"]["amount"], int)
    assert deal["per_share"] == {"amount": 27.5, "currency": "EUR"}
    assert (deal["premium"], deal["stake"], deal["confidence"], deal["sellers"], deal["part"]) == (31, 24.5, 0.9312, [], None)
    assert deal["evidence"] == {
        "bidders": [
            [{"in": "text", "start": 0, "end": 7}],
            [{"in": "text", "start": 60, "end": 69}, {"in": "title", "start": 0, "end": 9}],
        ],
        "value": [{"in": "text", "start": 31, "end": 56}],
        "conditions": [[{"in": "text", "start": 70, "end": 80}]],
    }
    assert value["statements"][0] == {
        "speaker": "Claire Vandame",
        "quote": "Non merci",
        "evidence": [{"in": "text", "start": 100, "end": 109}, {"in": "text", "start": 112, "end": 126}],
    }
    assert value["statements"][1]["speaker"] is None
    assert value["problems"] == [{"where": "n1", "found": "x", "expected": "y"}]


def test_every_field_of_a_deal_is_written():
    assert set(FIELDS) == set(Deal.__dataclass_fields__) - {"confidence", "evidence"}


def test_the_full_shape_is_as_the_schema_says():
    VALIDATOR.validate(json.loads(to_json(FULL)))
    VALIDATOR.validate(json.loads(to_json(FULL, Article("n1", "x", "t"))))


@pytest.mark.parametrize("wrong", [{"deals": None}, {"extra": 1}, {"lang": 5}])
def test_the_schema_refuses_other_shapes(wrong):
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({**to_dict(FULL), **wrong})


def test_what_the_program_reads_is_as_the_schema_says():
    outcomes = [outcome for outcome in read_many([EXAMPLES]) if outcome.reading]
    assert len(outcomes) == 5
    for outcome in outcomes:
        VALIDATOR.validate(json.loads(to_json(outcome.reading)))
        VALIDATOR.validate(json.loads(to_json(outcome.reading, outcome.article)))


@pytest.mark.parametrize(
    ("number", "text"),
    [("97400000000", "97400000000"), ("9.74E+9", "9740000000"), ("0.1", "0.1"), ("54.20", "54.2"), ("1E+40", "1e+40"), ("0", "0")],
)
def test_numbers_print_as_they_are(number, text):
    deal = Deal(True, "stake", "talks", premium=Decimal(number))
    assert f'"premium": {text},' in to_json(Reading("x", None, "r", (deal,)))


@given(st.text(st.characters()) | st.text(st.sampled_from('\ud800\udfff\u2028\x85\x9b\u202e\ufeff\x00\n"\\é😀')))
def test_any_text_survives_and_nothing_dangerous_stands_bare(text):
    line = to_json(Reading(text, None, "r"))
    assert json.loads(line.encode())["id"] == re.sub("[\ud800-\udfff]", "\ufffd", text)
    assert len(line.splitlines()) == 1
    assert not set("\ud800\udfff\u2028\x85\x9b\u202e\ufeff\x00\n") & set(line)


def test_a_reading_by_the_library_survives_lone_surrogates():
    assert json.loads(to_json(read("Acme \ud800 bought \udfff Borealis.")).encode())
