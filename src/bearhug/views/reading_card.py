"""One reading as a person looks at it: the deals, what was said, and the article's words with the evidence marked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from bearhug.languages.pack import available, load
from bearhug.model.article import Article
from bearhug.model.money import Money
from bearhug.model.reading import Deal, Reading
from bearhug.model.span import Span, Where
from bearhug.views import display

Role = Literal["bidder", "backer", "target", "seller", "money", "terms", "adviser", "source", "quote", "speaker"]

# field of a deal: its label, and the role that its evidence is marked with
ROWS: dict[str, tuple[str, Role]] = {
    "bidders": ("bidder", "bidder"),
    "backers": ("backed by", "backer"),
    "target": ("target", "target"),
    "part": ("part", "target"),
    "sellers": ("seller", "seller"),
    "value": ("value", "money"),
    "basis": ("basis", "terms"),
    "previous_value": ("value before", "money"),
    "per_share": ("per share", "money"),
    "previous_per_share": ("per share before", "money"),
    "premium": ("premium", "money"),
    "stake": ("stake", "money"),
    "payment": ("paid in", "terms"),
    "attitude": ("attitude", "terms"),
    "stage": ("stage", "terms"),
    "conditions": ("subject to", "terms"),
    "break_fee": ("break fee", "money"),
    "expected_close": ("to close by", "terms"),
    "matches_rivals": ("rivals", "terms"),
    "advisers": ("adviser", "adviser"),
    "reported_by": ("reported by", "source"),
}
FLAGS = {"matches_rivals": "will match or top any rival offer"}
IN_TITLE_LINE = frozenset({"stage"})
CONTEXT = 300  # characters of a very long paragraph that are shown on each side of evidence
LONG = 1500


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Characters `start` up to `end` of a passage, and what they are evidence for."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the article with their marks; `left_out` counts the paragraphs without evidence before it."""

    text: str
    marks: tuple[Mark, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class DealCard:
    """One deal: who goes for what, how it stands, and a row per value."""

    heading: str
    state: str
    rows: tuple[tuple[str, str, Role], ...]


@dataclass(frozen=True, slots=True)
class ReadingCard:
    """Everything that is shown of one article."""

    title: Passage
    facts: tuple[str, ...]
    deals: tuple[DealCard, ...]
    statements: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]
    left_out: int  # paragraphs without evidence after the last passage
    problems: tuple[str, ...]
    roles: tuple[Role, ...]  # those that some mark has, in the order of the legend


def build(article: Article, reading: Reading, full: bool = False) -> ReadingCard:
    """The card of one reading; `full` keeps the paragraphs without evidence, too."""
    marks = sorted(set(_marks(reading)))
    passages, left_out = _passages(article.text, [mark for where, mark in marks if where == "text"], full)
    title = Passage(article.title, tuple(mark for where, mark in marks if where == "title" and mark.end <= len(article.title)))
    used = {mark.role for passage in (title, *passages) for mark in passage.marks}
    return ReadingCard(
        title,
        tuple(
            fact for fact in (article.publisher, article.date and display.date(article.date), _language(reading.lang), article.id) if fact
        ),
        tuple(_deal(deal) for deal in reading.deals),
        tuple((statement.speaker or "unnamed", statement.quote) for statement in reading.statements),
        passages,
        left_out,
        tuple(f"found {problem.found}; expected {problem.expected}" for problem in reading.problems),
        tuple(role for role in Role.__args__ if role in used),  # type: ignore[attr-defined]
    )


def _language(lang: str | None) -> str:
    if lang is None:
        return "language unknown"
    return load(lang).name if lang in available() else lang


def _deal(deal: Deal) -> DealCard:
    bidders = ", ".join(deal.bidders) or "an unnamed bidder"
    heading = f"{bidders} → {deal.target or 'an unnamed target'}"
    state = f"{deal.kind}, {deal.stage}"
    notes = ("in jest" if deal.jest else "", "" if deal.main else "told as background", f"confidence {display.share(deal.confidence)}")
    rows = ((label, _shown(field, getattr(deal, field)), role) for field, (label, role) in ROWS.items() if field not in IN_TITLE_LINE)
    return DealCard(heading, " · ".join((state, *(note for note in notes if note))), tuple(row for row in rows if row[1]))


def _shown(field: str, value: object) -> str:
    if isinstance(value, Money):
        return display.money(value)
    if isinstance(value, Decimal):
        return display.percent(value)
    if isinstance(value, bool):
        return FLAGS[field] if value else ""
    if isinstance(value, tuple):
        return ", ".join(display.words(item) if field == "conditions" else item for item in value)
    if value is None:
        return ""
    return display.date(str(value)) if field == "expected_close" else str(value)


def _marks(reading: Reading) -> Iterator[tuple[Where, Mark]]:
    for deal in reading.deals:
        for field, (_, role) in ROWS.items():
            for span in _flat(deal.evidence.get(field, ())):
                yield span.where, Mark(span.start, span.end, role)
    for statement in reading.statements:
        yield statement.span.where, Mark(statement.span.start, statement.span.end, "quote")
        if statement.speaker_span:
            yield statement.speaker_span.where, Mark(statement.speaker_span.start, statement.speaker_span.end, "speaker")


def _flat(spans: Iterable[Span | tuple[Span, ...]]) -> Iterator[Span]:
    for item in spans:
        if isinstance(item, Span):
            yield item
        else:
            yield from item


def _passages(text: str, marks: list[Mark], full: bool) -> tuple[tuple[Passage, ...], int]:
    """The paragraphs of the text that have evidence (or all), and how many are left out after the last."""
    found: list[Passage] = []
    left_out = 0
    waiting = 0  # marks before this one end before the paragraph
    for paragraph in re.finditer(r"[^\n]+", text):
        start, end = paragraph.span()
        while waiting < len(marks) and marks[waiting].end <= start:
            waiting += 1
        inside: list[Mark] = []
        for mark in marks[waiting:]:
            if mark.start >= end:
                break
            if mark.end > start:
                inside.append(Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.role))
        if not paragraph[0].strip():
            continue
        if not inside and not full:
            left_out += 1
            continue
        pieces = [Passage(paragraph[0], tuple(inside))] if full else list(_pieces(paragraph[0], inside))
        found.append(replace(pieces[0], left_out=left_out))
        found.extend(pieces[1:])
        left_out = 0
    return tuple(found), left_out


def _pieces(text: str, marks: list[Mark]) -> Iterator[Passage]:
    """A paragraph, or of a very long one the parts around its evidence."""
    if len(text) <= LONG:
        yield Passage(text, tuple(marks))
        return
    first = 0
    while first < len(marks):
        start = max(0, marks[first].start - CONTEXT)
        end, after = marks[first].end, first + 1
        while after < len(marks) and marks[after].start <= end + CONTEXT:
            end, after = max(end, marks[after].end), after + 1
        end = min(len(text), end + CONTEXT)
        before, behind = "… " if start else "", " …" if end < len(text) else ""
        moved = len(before) - start
        yield Passage(before + text[start:end] + behind, tuple(Mark(m.start + moved, m.end + moved, m.role) for m in marks[first:after]))
        first = after
