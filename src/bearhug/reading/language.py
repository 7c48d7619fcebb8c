"""Finds the language of an article by a vote of its small words."""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bearhug.languages import pack
from bearhug.model.article import Article
from bearhug.reading.letter_runs import letter_runs

SHARES = 2520  # parts of a vote: whole numbers, whatever the number of languages that share it, up to ten
FIRST = 1200  # characters that vote
FEWEST = 0.08  # of the words that must be small words of the winner
MIXED = 0.35  # of the words that only one of two languages has: what the second must have for an article to count as mixed


@dataclass(frozen=True, slots=True)
class Language:
    """The language found and, where there is something to tell about it, what was found instead of one plain language."""

    lang: str | None
    found: str = ""


@cache
def _votes() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """For each small word the languages that have it, with a vote shared among them, in parts of SHARES."""
    lists = {lang: pack.load(lang).table("pack")["stopwords"] for lang in pack.available()}
    others = tomllib.loads((files("bearhug.languages") / "others.toml").read_text(encoding="utf-8"))["stopwords"]
    lists.update({lang: words for lang, words in others.items() if lang not in lists})
    owners: dict[str, list[str]] = {}
    for lang, words in lists.items():
        for word in words:
            owners.setdefault(word, []).append(lang)
    return {word: tuple((lang, SHARES // len(langs)) for lang in langs) for word, langs in owners.items()}


def find(article: Article) -> Language:
    """The language of the article: as it says itself, else by the words of its beginning.

    A language without a pack gives None and its code as `found`; so do too few words and words of no known language.
    """
    known = pack.available()
    if article.lang is not None:
        code = article.lang.casefold()[:2]
        return Language(code) if code in known else Language(None, f"language {article.lang!r}")
    words = letter_runs(f"{article.title[:200]} {article.text[:FIRST]}".casefold())
    if not words:
        return Language(None, "no words")
    votes = _votes()
    tally: dict[str, int] = {}
    for word, count in Counter(words).items():
        for lang, share in votes.get(word, ()):
            tally[lang] = tally.get(lang, 0) + share * count
    ranked = sorted(tally.items(), key=lambda v: (-v[1], v[0]))
    if not ranked or ranked[0][1] < FEWEST * SHARES * len(words):
        return Language(None, "words of no known language")
    best, _ = ranked[0]
    if best not in known:
        return Language(None, f"language '{best}'")
    second = next((lang for lang, _ in ranked[1:] if lang in known), None)
    if second is not None and _mixed(words, best, second):
        return Language(best, f"languages '{best}' and '{second}' mixed")
    return Language(best)


def _mixed(words: Sequence[str], best: str, second: str) -> bool:
    """Whether the second language has a good share of the words that only one of the two has."""
    votes, counts = _votes(), [0, 0]
    for word in words:
        langs = [lang for lang, _ in votes.get(word, ())]
        if (best in langs) != (second in langs):
            counts[second in langs] += 1
    return counts[1] >= MIXED * sum(counts)
