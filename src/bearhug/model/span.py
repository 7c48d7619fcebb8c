"""Where words stand: a half-open run of code points in an article's title or text."""

from dataclasses import dataclass
from typing import Literal

Where = Literal["title", "text"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end` of the article's `where`."""

    where: Where
    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.where == other.where and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether all of `other` stands inside."""
        return self.where == other.where and self.start <= other.start and other.end <= self.end
