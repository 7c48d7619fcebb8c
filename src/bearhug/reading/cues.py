"""Finds the words that tell the terms of a deal: price, debt, cash, conditions, advisers and the like."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bearhug.languages.pack import Pack
from bearhug.reading.phrases import Phrases, compile_table


@dataclass(frozen=True, slots=True)
class Cue:
    """Words `first` to `last` (both included) of a sentence that hint at `name`."""

    name: str
    first: int
    last: int


@cache
def _table(pack: Pack) -> Phrases[tuple[str, ...]]:
    """A phrase may be a cue for several names: "financing" is both a condition and a backer's part."""
    names: dict[str, list[str]] = {}
    for entry in pack.table("cues")["cue"]:
        for text in entry["words"]:
            names.setdefault(text.casefold(), []).append(entry["id"])
    return compile_table(_entries(names))


def _entries(names: dict[str, list[str]]) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    for text, found in names.items():
        yield text, tuple(found)


def find(words: Sequence[str], pack: Pack) -> tuple[Cue, ...]:
    """The cues among a sentence's words, given in lower case with straight apostrophes."""
    return tuple(Cue(name, first, last) for first, last, names in _table(pack).find_all(words) for name in names)
