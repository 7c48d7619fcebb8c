"""Sums of money: an exact amount, or a range, with its ISO 4217 currency."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in major units of its currency (230p is 2.30 GBP); `high` is the top of a range."""

    amount: Decimal
    currency: str
    high: Decimal | None = None

    def __str__(self) -> str:
        top = f"-{self.high:f}" if self.high is not None else ""
        return f"{self.amount:f}{top} {self.currency}"
