"""A reading as JSON, in the shape that `reading_schema.py` describes."""

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from bearhug.model.article import Article
from bearhug.model.money import Money
from bearhug.model.problem import Problem
from bearhug.model.reading import Deal, Reading, Statement
from bearhug.model.span import Span

# In the order of the annotation guide.
FIELDS = (
    "main",
    "kind",
    "bidders",
    "backers",
    "target",
    "part",
    "sellers",
    "value",
    "basis",
    "previous_value",
    "per_share",
    "previous_per_share",
    "premium",
    "stake",
    "payment",
    "attitude",
    "stage",
    "jest",
    "matches_rivals",
    "conditions",
    "break_fee",
    "expected_close",
    "advisers",
    "reported_by",
)
# What JSON allows to stand bare but no one should be sent: controls that move a terminal's cursor or turn
# the reading direction, line ends that are not LF.
UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
# Halves of surrogate pairs, which UTF-8 cannot hold and which other parsers refuse; as many characters as before.
SURROGATE = re.compile("[\ud800-\udfff]")
MANY_DIGITS = 30


def to_json(reading: Reading, article: Article | None = None, indent: int | None = None) -> str:
    """The reading as JSON text, on one line unless `indent` is given. With `article`, what was read is added to it."""
    value = to_dict(reading)
    if article is not None:
        value["article"] = {name: getattr(article, name) for name in ("title", "text", "date", "publisher", "url")}
    text = SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False))
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def to_dict(reading: Reading) -> dict[str, Any]:
    """The reading as dicts, lists, strings and numbers."""
    return {
        "id": reading.id,
        "lang": reading.lang,
        "reader": reading.reader,
        "deals": [_deal(deal) for deal in reading.deals],
        "statements": [_statement(statement) for statement in reading.statements],
        "problems": [_problem(problem) for problem in reading.problems],
    }


def _deal(deal: Deal) -> dict[str, Any]:
    values = {name: _value(getattr(deal, name)) for name in FIELDS}
    evidence = {name: _evidence(deal.evidence[name]) for name in FIELDS if deal.evidence.get(name)}
    return {**values, "confidence": round(float(deal.confidence), 4), "evidence": evidence}


def _statement(statement: Statement) -> dict[str, Any]:
    spans = [statement.span, *([statement.speaker_span] if statement.speaker_span else [])]
    return {"speaker": statement.speaker, "quote": statement.quote, "evidence": [_span(span) for span in spans]}


def _problem(problem: Problem) -> dict[str, str]:
    return {"where": problem.where, "found": problem.found, "expected": problem.expected}


def _value(value: object) -> Any:
    if isinstance(value, Money):
        high = {} if value.high is None else {"high": _number(value.high)}
        return {"amount": _number(value.amount), "currency": value.currency, **high}
    if isinstance(value, Decimal):
        return _number(value)
    return list(value) if isinstance(value, tuple) else value


def _number(value: Decimal) -> int | float:
    """An exact integer, else the float that prints as the same decimal."""
    if value.adjusted() < MANY_DIGITS and value == value.to_integral_value():
        return int(value)
    return float(value)


def _evidence(spans: Iterable[Span | tuple[Span, ...]]) -> list[Any]:
    return [_span(item) if isinstance(item, Span) else [_span(span) for span in item] for item in spans]


def _span(span: Span) -> dict[str, str | int]:
    return {"in": span.where, "start": span.start, "end": span.end}
