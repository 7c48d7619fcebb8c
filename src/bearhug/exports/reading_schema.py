"""The JSON Schema (2020-12) of what `reading_json.py` writes, drawn from the types of the model."""

from typing import Any, get_args

from bearhug.exports.reading_json import FIELDS
from bearhug.model import reading
from bearhug.model.span import Where

TEXT = {"type": "string"}
NAMES = {"type": "array", "items": TEXT}
SPANS = {"type": "array", "items": {"$ref": "#/$defs/span"}, "minItems": 1}
FLAG = {"type": "boolean"}
LISTS = ("bidders", "backers", "sellers", "conditions", "advisers", "reported_by")


def _maybe(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _one_of(literal: object) -> dict[str, Any]:
    return {"enum": list(get_args(literal))}


def _told(description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, **schema}


MONEY = _maybe({"$ref": "#/$defs/money"})
PERCENT = _maybe({"type": "number"})
DEAL_FIELDS: dict[str, dict[str, Any]] = {
    "main": _told("Whether the article is about this deal, rather than telling it as background.", FLAG),
    "kind": _told("The whole company, a combination, a part of the capital, or a unit sold by its parent.", _one_of(reading.Kind)),
    "bidders": _told("Those who bid or buy, leads first.", NAMES),
    "backers": _told("Named members of the bidder's consortium or providers of its money who are not leads.", NAMES),
    "target": _told("What is bid for.", _maybe(TEXT)),
    "part": _told("The words for the part that is bid for, where it is not the whole.", _maybe(TEXT)),
    "sellers": _told("Named owners who sell or would sell.", NAMES),
    "value": _told("The headline value of the offer, in the currency of the offer.", MONEY),
    "basis": _told("What the value covers: the shares, or the enterprise with its debt.", _maybe(_one_of(reading.Basis))),
    "previous_value": _told("The same bidder's value just before this offer.", MONEY),
    "per_share": _told("The price per share, in major units (230p is 2.30 GBP).", MONEY),
    "previous_per_share": _told("The same bidder's price per share just before this offer.", MONEY),
    "premium": _told("Per cent over the reference price.", PERCENT),
    "stake": _told("Per cent of the capital sought, offered for or bought.", PERCENT),
    "payment": _told("What is paid with.", _maybe(_one_of(reading.Payment))),
    "attitude": _told("How the bid is told or met.", _maybe(_one_of(reading.Attitude))),
    "stage": _told("The newest stage that the article tells.", _one_of(reading.Stage)),
    "jest": _told("Whether the offer is made in mockery or play.", FLAG),
    "matches_rivals": _told("Whether the bidder says it will match or top any rival offer.", FLAG),
    "conditions": _told("What the offer still depends on.", {"type": "array", "items": _one_of(reading.Condition)}),
    "break_fee": _told("What is paid on walking away.", MONEY),
    "expected_close": _told("2025, 2025-Q2, 2025-H1, 2025-06 or 2025-06-30.", _maybe(TEXT)),
    "advisers": _told("Named banks, law firms or lawyers acting for any side.", NAMES),
    "reported_by": _told("Outlets or agencies that the article credits for the news.", NAMES),
}


def schema() -> dict[str, Any]:
    """The schema of one reading: a line of `--format jsonl`, or an item of `--format json`, which has `article`, too."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reading",
        "description": "What bearhug understood of one article, each value with the words that state it.",
        **_object(
            {
                "id": TEXT,
                "lang": _told("ISO 639-1 code of the language it was read in; null where no pack fits.", _maybe(TEXT)),
                "reader": _told("Version of the program and of the language pack.", TEXT),
                "deals": {"type": "array", "items": {"$ref": "#/$defs/deal"}},
                "statements": {"type": "array", "items": {"$ref": "#/$defs/statement"}},
                "problems": {"type": "array", "items": {"$ref": "#/$defs/problem"}},
                "article": _told("The stored article that offsets refer to; in --format json only.", {"$ref": "#/$defs/article"}),
            },
            optional=("article",),
        ),
        "$defs": {
            "deal": _object(
                {
                    **{name: DEAL_FIELDS[name] for name in FIELDS},
                    "confidence": _told("Of the deals read at 0.8, about 80 % are right.", {"type": "number", "minimum": 0, "maximum": 1}),
                    "evidence": _told(
                        "For each value where it stands; a list field has one list of spans per item.",
                        _object({name: _evidence(name) for name in FIELDS}, optional=FIELDS),
                    ),
                }
            ),
            "statement": _object(
                {
                    "speaker": _told("The fullest name that the article uses for who said it.", _maybe(TEXT)),
                    "quote": _told("The exact words between the quotation marks.", TEXT),
                    "evidence": _told("The quotation's place, then the speaker's.", SPANS),
                }
            ),
            "problem": _object({"where": TEXT, "found": TEXT, "expected": TEXT}),
            "article": _object({"title": TEXT, "text": TEXT, **{name: _maybe(TEXT) for name in ("date", "publisher", "url")}}),
            "money": _object(
                {
                    "amount": {"type": "number"},
                    "currency": _told("ISO 4217 code.", {"type": "string", "pattern": "^[A-Z]{3}$"}),
                    "high": _told("The top of a range.", {"type": "number"}),
                },
                optional=("high",),
            ),
            "span": _told(
                "Code points `start` up to, not including, `end` of the article's text or title.",
                _object({"in": _one_of(Where), "start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 1}}),
            ),
        },
    }


def _object(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _evidence(field: str) -> dict[str, Any]:
    return {"type": "array", "items": SPANS, "minItems": 1} if field in LISTS else SPANS
