"""A language pack as a person looks at it: its tables, with the rules and the number of words in each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bearhug.languages.pack import Pack

EXAMPLES = frozenset({"examples", "accept", "refuse"})


@dataclass(frozen=True, slots=True)
class TableRow:
    """One list of rules, by their ids, or of words, by their number."""

    table: str
    concept: str
    rules: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True)
class PackCard:
    """One language: its name, its pack's version, and what the tables hold."""

    lang: str
    name: str
    version: int
    rows: tuple[TableRow, ...]


def build(pack: Pack) -> PackCard:
    """The card of a pack, whatever tables it has."""
    rows = [
        _row(table, concept, value)
        for table, content in pack.tables.items()
        for concept, value in content.items()
        if table != "pack" and concept not in EXAMPLES
    ]
    return PackCard(pack.lang, pack.name, pack.version, tuple(row for row in rows if row.rules or row.words))


def _row(table: str, concept: str, value: Any) -> TableRow:
    rules = tuple(str(item["id"]) for item in value if isinstance(item, Mapping) and "id" in item) if isinstance(value, list) else ()
    return TableRow(table, concept, rules, _words(value))


def _words(value: Any) -> int:
    """How many words or phrases stand anywhere below; of rules, their examples left out."""
    if isinstance(value, str):
        return len(value.split()) if "\n" in value else 1
    if isinstance(value, Mapping):
        kept = [item for key, item in value.items() if key != "id" and key not in EXAMPLES]
        return sum(_words(item) if isinstance(item, (str, list, Mapping)) else 1 for item in kept)
    if isinstance(value, list):
        return sum(_words(item) for item in value)
    return 0
