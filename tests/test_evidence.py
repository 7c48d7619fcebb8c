"""Every value has evidence, inside the text; of a name or a sum the evidence holds the name or sum itself."""

import re
from pathlib import Path

import pytest

from bearhug.languages.pack import available
from bearhug.model.money import Money
from bearhug.model.span import Span
from bearhug.reading.read import read_article
from evaluation.agreement import MONEY, NAME_LISTS
from evaluation.articles import article, load

ROOT = Path(__file__).parents[1]
BENCH = ROOT.parent / "shared" / "bench"
FILES = [*sorted((ROOT / "evaluation" / "articles").glob("*.jsonl")), BENCH / "founding.jsonl", *sorted((BENCH / "tune").glob("*.jsonl"))]
SINGLE_VALUES = ("target", "part", *MONEY, "basis", "premium", "stake", "payment", "attitude", "stage", "kind", "expected_close")
FLAGS = ("jest", "matches_rivals")


def golds():
    for path in FILES:
        if not path.is_file():
            yield pytest.param(None, id=path.stem, marks=pytest.mark.skip(reason=f"no bench beside the project: {path.name}"))
            continue
        yield from (pytest.param(gold, id=f"{path.stem}-{gold['id']}") for gold in load(path) if gold["lang"] in available())


def plain(text):
    return re.sub(r"\s+", " ", text.replace("’", "'")).casefold()


def holds_name(words, name):
    return plain(name) in plain(words)


def holds_sum(words, value):
    """The digits of the amount (or of the range's top) stand in the words, or the words have no digits at all."""
    digits = re.sub(r"\D", "", words)
    amounts = [f"{amount:f}".replace(".", "").strip("0") for amount in (value.amount, value.high) if amount is not None]
    return not digits or any(amount in digits for amount in amounts)


@pytest.mark.parametrize("gold", list(golds()))
def test_every_value_has_its_words(gold):
    told = article(gold)
    reading = read_article(told)
    wrong = []

    def check(field, spans, holds=None):
        if not spans or not all(isinstance(s, Span) and 0 <= s.start < s.end <= len(told.part(s.where)) for s in spans):
            wrong.append((field, spans))
        elif holds and not any(holds(told.words(span)) for span in spans):
            wrong.append((field, [told.words(span) for span in spans]))

    for deal in reading.deals:
        for field in SINGLE_VALUES:
            value = getattr(deal, field)
            if value is None:
                continue
            if isinstance(value, Money):
                check(field, deal.evidence.get(field), lambda words, value=value: holds_sum(words, value))
            elif field == "target":
                check(field, deal.evidence.get(field), lambda words, value=value: holds_name(words, value))
            else:
                check(field, deal.evidence.get(field))
        for field in (*NAME_LISTS, "conditions"):
            values, items = getattr(deal, field), deal.evidence.get(field, ())
            if len(values) != len(items):
                wrong.append((field, values, items))
            for name, spans in zip(values, items, strict=False):
                check(field, spans, None if field == "conditions" else lambda words, name=name: holds_name(words, name))
        for field in FLAGS:
            if getattr(deal, field):
                check(field, deal.evidence.get(field))
    for said in reading.statements:
        check("quote", [said.span], lambda words, quote=said.quote: words == quote)
        if said.speaker:
            check("speaker", [said.speaker_span], lambda words, name=said.speaker: holds_name(words, name))
    assert not wrong
