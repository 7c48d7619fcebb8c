"""Finds the words that tell a deal: triggers, each with its act (buy, offer, reject ...) and grammatical form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bearhug.languages.pack import Pack
from bearhug.reading.phrases import Phrases, compile_table

# The vocabulary of acts and forms that packs use; a test refuses any other. "pass": the target passes into other hands.
ACTS = (
    "buy", "purchase", "pass", "offer", "sell", "sale", "merge", "stake",
    "reject", "withdraw", "block", "agree", "complete", "talks", "rumour", "deal",
)  # fmt: skip
FORMS = ("infinitive", "finite", "participle", "gerund", "noun")
CORE = frozenset({"buy", "purchase", "pass", "offer", "sell", "sale", "merge", "stake"})  # acts that have a target


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words `first` to `last` (both included) of a sentence that tell an act."""

    act: str
    form: str
    rule: str
    first: int
    last: int


@cache
def table(pack: Pack) -> Phrases[tuple[str, str, str]]:
    """Every form the pack lists, with its act, form and rule; a star in a stem stands for the ending, "{}" in an ending for the stem."""
    return compile_table(_entries(pack))


def _entries(pack: Pack) -> Iterator[tuple[str, tuple[str, str, str] | None]]:
    data = pack.table("triggers")
    for entry in data["trigger"]:
        for form, text in _forms(entry, data["conjugation"]):
            yield text, (entry["act"], form, f"{pack.lang}.triggers.{entry['id']}")
    for entry in data["trigger"]:
        for text in entry.get("never", []):
            yield text, None


def _forms(entry: Mapping[str, Any], conjugations: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[tuple[str, str]]:
    words = entry.get("words", {})
    for form in FORMS:
        for text in words.get(form, []):
            yield form, text
    for name, stems in entry.get("verbs", {}).items():
        for form, endings in conjugations[name].items():
            for stem in stems:
                root, _, tail = stem.partition("*")
                for ending in endings:
                    yield form, (ending.replace("{}", root) if "{}" in ending else root + ending) + tail


def find(words: Sequence[str], pack: Pack) -> tuple[Trigger, ...]:
    """The triggers among a sentence's words, given in lower case with straight apostrophes; the longest phrase wins."""
    return tuple(Trigger(act, form, rule, first, last) for first, last, (act, form, rule) in table(pack).find(words))
