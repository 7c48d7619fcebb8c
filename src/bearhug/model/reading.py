"""What the reader understood of one article: deals and statements, each value with its evidence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from bearhug.model.money import Money
from bearhug.model.problem import Problem
from bearhug.model.span import Span

Kind = Literal["acquisition", "merger", "stake", "assets"]
Stage = Literal["rumoured", "talks", "offered", "agreed", "completed", "rejected", "withdrawn", "blocked"]
Attitude = Literal["hostile", "friendly"]
Basis = Literal["equity", "enterprise"]
Payment = Literal["cash", "shares", "mixed"]
Condition = Literal["financing", "due_diligence", "regulatory", "shareholders", "acceptance", "board", "other"]


@dataclass(frozen=True, slots=True)
class Deal:
    """One bidding side going for one target, as one article tells it.

    `premium` and `stake` are per cent, as written. `evidence` has the field names as keys: for a field
    with one value the spans that state it, for a list field one tuple of spans per item.
    """

    main: bool
    kind: Kind
    stage: Stage
    target: str | None = None
    part: str | None = None
    bidders: tuple[str, ...] = ()
    backers: tuple[str, ...] = ()
    sellers: tuple[str, ...] = ()
    value: Money | None = None
    basis: Basis | None = None
    previous_value: Money | None = None
    per_share: Money | None = None
    previous_per_share: Money | None = None
    premium: Decimal | None = None
    stake: Decimal | None = None
    payment: Payment | None = None
    attitude: Attitude | None = None
    jest: bool = False
    matches_rivals: bool = False
    conditions: tuple[Condition, ...] = ()
    break_fee: Money | None = None
    expected_close: str | None = None
    advisers: tuple[str, ...] = ()
    reported_by: tuple[str, ...] = ()
    confidence: float = 0.0
    evidence: Mapping[str, tuple[Span, ...] | tuple[tuple[Span, ...], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    """A direct quotation: the exact words between the marks, and the fullest name of who said them."""

    quote: str
    span: Span
    speaker: str | None = None
    speaker_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one article. `lang` is None where no pack fits the article's language."""

    id: str
    lang: str | None
    reader: str
    deals: tuple[Deal, ...] = ()
    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()
