"""Lets the articles through that may tell of a deal: one scan for trigger phrases and one for plain words, weighed."""

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.reading import triggers
from bearhug.reading.letter_runs import letter_runs

Verdict = Literal["closed", "ajar", "open"]
FIRST = 6_000  # characters that are weighed
SURROGATE = re.compile("[\ud800-\udfff]")  # the scanner takes UTF-8, which cannot hold half a pair
WORD = re.compile(r"[^\W\d_]{3,}")
SCALE = 1000  # weights have three decimals; as whole numbers they sum to the same in any order
CURRENCY = ("€", "$", "£", "million", "milliard", "billion", "bn", "crore", "mln", "%")


@dataclass(frozen=True, eq=False)
class Gate:
    """The scanner of one language with the weight of each phrase, and the weight of each word that is no phrase, in thousandths.

    A phrase or word counts once however often it stands. `core` numbers the phrases that tell a deal by themselves: without
    one of them no words make an article worth reading for deals.
    """

    scanner: AhoCorasick
    core: frozenset[int]
    phrases: tuple[int, ...]
    words: Mapping[str, int]
    bias: int
    ajar: int


def patterns(pack: Pack) -> tuple[str, ...]:
    """The phrases that are looked for, as they stand in lower-case text."""
    found = {_written(words) for words, label in triggers.table(pack).table.items() if label is not None}
    return (*sorted(found), *CURRENCY)


def _written(words: Sequence[str]) -> str:
    return " ".join(words).replace("' ", "'")


@cache
def load(pack: Pack) -> Gate:
    """The gate of a pack, built once."""
    raw = (files("bearhug.reading") / "weights" / "gate.json.gz").read_bytes()
    data = json.loads(gzip.decompress(raw))
    mine = data["weights"][pack.lang]
    found = patterns(pack)
    acts = {_written(words): label[0] for words, label in triggers.table(pack).table.items() if label is not None}
    core = frozenset(number for number, phrase in enumerate(found) if acts.get(phrase) in triggers.CORE)
    weights = tuple(_whole(mine["phrases"].get(phrase, 0.0)) for phrase in found)
    words = {word: _whole(weight) for word, weight in mine["words"].items()}
    return Gate(scanner(found), core, weights, words, _whole(mine["bias"]), _whole(data["ajar"]))


def _whole(weight: float) -> int:
    return round(weight * SCALE)


def scanner(found: Sequence[str]) -> AhoCorasick:
    """A scanner for phrases, the leftmost longest at each place."""
    return AhoCorasick(list(found), implementation=Implementation.DFA, matchkind=MatchKind.LeftmostLongest)


def hits(text: str, automaton: AhoCorasick) -> set[int]:
    """The numbers of the phrases that stand in a text as whole words."""
    found: set[int] = set()
    last = len(text)
    for number, start, end in automaton.find_matches_as_indexes(text):
        if number in found:
            continue
        if start and text[start - 1].isalpha() and text[start].isalpha():
            continue
        if end < last and text[end].isalpha() and text[end - 1].isalpha():
            continue
        found.add(number)
    return found


def plain(article: Article) -> str:
    """The article's beginning as it is weighed."""
    text = f"{article.title[:500]}\n{article.text[:FIRST]}".lower().replace("’", "'")
    return text if text.isascii() else SURROGATE.sub("\ufffd", text)


def weigh(article: Article, pack: Pack) -> Verdict:
    """Whether an article may tell of a deal ("open"), at least speaks of business ("ajar"), or neither ("closed")."""
    gate = load(pack)
    text = plain(article)
    found = hits(text, gate.scanner)
    score = gate.bias + sum(map(gate.phrases.__getitem__, found))
    score += sum(map(gate.words.__getitem__, gate.words.keys() & set(letter_runs(text))))
    if score >= 0 and not gate.core.isdisjoint(found):
        return "open"
    return "ajar" if score >= gate.ajar else "closed"
