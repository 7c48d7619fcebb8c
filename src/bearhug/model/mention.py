"""What an article mentions: names, sums, percentages and dates, each with its place."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bearhug.model.money import Money
from bearhug.model.span import Span

NameKind = Literal["ORG", "PER", "LOC", "MISC"]


@dataclass(frozen=True, slots=True)
class NameMention:
    """A proper name: organisation, person, place, or anything else (brand, product, site, title of a work)."""

    span: Span
    text: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """A sum. `per_share` where the words beside it say so; the span holds the sum alone, without them."""

    span: Span
    money: Money
    per_share: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class PercentMention:
    """A percentage as written: 38 for "38 %"."""

    span: Span
    value: Decimal
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day, month, quarter, half or year, normalised: `2025-06-30`, `2025-06`, `2025-Q2`, `2025-H1`, `2025`."""

    span: Span
    value: str
    rule: str = ""
