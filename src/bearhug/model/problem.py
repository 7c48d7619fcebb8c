"""What a step could not understand, told as a value: where, what was found, what was expected."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong while the rest of the work went on."""

    where: str  # "news/a.jsonl:17", or an article's id
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.where}: found {self.found}; expected {self.expected}"
