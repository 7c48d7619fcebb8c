"""A pack's words that tell who speaks, by the one-letter kinds that `speech_words` lists."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bearhug.languages.pack import Pack

TOKEN = re.compile(r"\w+(?:[-&+]\w+)*(?:['’](?![sS]\b))?|[,:.;!?…()\[\]&–—]|['’][sS]\b")  # "l'", "Investec", "'s", "a-t-il"
PUNCTUATION = dict(zip(",;:.!?…([)]–—&", ",,:....(()),,&", strict=True))
MOST_SEEN = 50_000  # words kept in memory
GENDERS = (("male", "m"), ("female", "f"), ("any", ""), ("nobody", "0"))
NOUNS = (  # later ones win
    ("naming", "T"), ("document", "M"), ("anonymous", "N"), ("organisation", "O"), ("collective", "O"),
    ("female", "R"), ("male", "R"), ("neutral", "R"), ("spokesman", "K"),
)  # fmt: skip

Cues = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class Tables:
    """A pack's words by kind: in lower case, as nouns (also where they are verbs), with a capital inside a sentence.

    `cues` has what may follow each first word of a cue; `ends` are the ends of verbs with a pronoun behind (a-t-il),
    `adjectives` those of words that a capital does not make a name (Paris-based).
    """

    kinds: Mapping[str, str]
    nouns: Mapping[str, str]
    capital: Mapping[str, str]
    cues: Cues
    ends: tuple[str, ...]
    adjectives: tuple[str, ...]


class Kinds(dict[str, str]):
    """The kind of each word met so far, inside a sentence or at its beginning; @ for one that may begin a cue."""

    def __init__(self, first: bool, tables: Tables) -> None:
        super().__init__()
        self.first, self.tables = first, tables

    def __missing__(self, word: str) -> str:
        if len(self) > MOST_SEEN:
            self.clear()
        found = self[word] = self._look(word)
        return found

    def _look(self, word: str) -> str:
        mark = PUNCTUATION.get(word)
        if mark is not None:
            return mark
        plain = word.replace("’", "'")
        low = plain.lower()
        known = self.tables
        if low in known.cues and not self.first and any(kind == "C" for _, kind in known.cues[low]):
            return "@"
        if low == plain:
            return "0" if word[0].isdigit() else known.kinds.get(low) or self._other(low)
        if "-" in low and low.endswith(known.adjectives):
            return "x"
        shortened = low[-1] == "'" and (low in known.kinds or low[:-1] in known.kinds)  # "I'" of "I'll", but not "O'" of "O'Brien"
        inner = known.capital.get(low) or ("F" if shortened else "n")
        return known.kinds.get(low, inner) if self.first else inner

    def _other(self, low: str) -> str:
        if low == "'s":
            return "s"
        if "-" in low:
            return "L" if low.endswith(self.tables.ends) else self.tables.nouns.get(low.rsplit("-", 1)[0], "x")
        return "F" if low[-1] == "'" else "x"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a pack that tell who speaks: `inner` and `initial` give kinds, `given` and `gender` tell m and f."""

    inner: Kinds
    initial: Kinds
    kinds: Mapping[str, str]
    nouns: Mapping[str, str]
    capital: Mapping[str, str]
    cues: Cues
    gender: Mapping[str, str]
    inverted: tuple[tuple[str, str], ...]
    given: Mapping[str, str]
    abbreviations: frozenset[str]
    particles: frozenset[str]
    places: frozenset[str]
    belonging: frozenset[str]  # prepositions that tie an organisation to a role
    shared: frozenset[str]  # roles that companies have too
    collective: frozenset[str]  # organisations only where a name says whose: "the analysts of X"
    near: frozenset[str]  # prepositions that tell where nobody in particular says it: "dit-on chez X"
    strict: bool  # the pronouns of persons mean persons alone (he), not companies too (il)


@cache
def words(pack: Pack) -> Words:
    """The pack's words that tell who speaks."""
    table = pack.table("speech")
    nouns, pronouns, verbs = table["nouns"], table["pronouns"], _verbs(table)
    honorifics = [word.rstrip(".") for word in nouns["honorific"].split()]
    small = dict.fromkeys(_split(table["function_words"]["words"]), "F")
    by_noun = {word: kind for name, kind in NOUNS for word in _split(nouns.get(name, ""))}
    kinds = small | by_noun | verbs
    for kind, listed in (
        ("B", table["boundaries"]["words"]),
        ("A", table["auxiliaries"]["words"]),
        ("G", table["prepositions"]["words"]),
        ("Q", pronouns["relative"]),
        ("S", " ".join(pronouns[which] for which, _ in GENDERS)),
        ("D", table["articles"]["definite"]),
        ("I", table["articles"]["indefinite"]),
    ):
        kinds |= dict.fromkeys(_split(listed), kind)
    capital = small | {word: kind for word, kind in by_noun.items() if kind in "RKO"} | {word.lower(): "H" for word in honorifics}
    inverted = tuple((end, mark) for which, mark in GENDERS for end in pronouns["inverted"].get(which, ()))
    cues = _cues(table["cues"])
    tables = Tables(kinds, by_noun, capital, cues, tuple(end for end, _ in inverted), tuple(nouns["adjective_ends"]))
    given = table["given_names"]
    return Words(
        inner=Kinds(False, tables),
        initial=Kinds(True, tables),
        kinds=kinds,
        nouns=by_noun,
        capital=capital,
        cues=cues,
        gender=_gender(nouns, pronouns),
        inverted=inverted,
        given={name: mark for which, mark in (*GENDERS, ("either", "")) for name in given.get(which, "").split()},
        abbreviations=frozenset(word.rstrip(".") for word in (*pack.table("pack")["abbreviations"], *honorifics)),
        particles=frozenset(_split(table["conjunctions"]["particles"])),
        places=frozenset(nouns["places"].split()),
        belonging=frozenset(_split(table["prepositions"]["belonging"])),
        shared=frozenset(_split(nouns["companies_too"])),
        collective=frozenset(_split(nouns["collective"])),
        near=frozenset(_split(pronouns["places_of"])),
        strict=pronouns["persons_only"],
    )


def _gender(nouns: Mapping[str, Any], pronouns: Mapping[str, Any]) -> dict[str, str]:
    """The gender of pronouns, roles and honorifics; nothing for those that serve both."""
    gender: dict[str, str] = {}
    for which, mark in GENDERS:
        for word in _split(f"{pronouns[which]} {nouns.get(which, '')} {nouns.get(f'honorific_{which}', '')}"):
            gender[word] = mark if gender.get(word, mark) == mark else ""
    return gender


def _split(listed: str) -> list[str]:
    return listed.lower().replace("’", "'").split()


def _verbs(table: Mapping[str, Any]) -> dict[str, str]:
    finite: set[str] = set(_split(table["verbs_irregular"]["finite"])) | set(_split(table["verbs_irregular"]["reflexive"]))
    participle: set[str] = set(_split(table["verbs_irregular"]["participle"]))
    for group in table["verbs"]:
        for stem in _split(group["stems"]):
            finite |= {stem + end for end in group["finite_endings"].split()} | ({stem} if group.get("bare") else set())
            participle |= {stem + end for end in group["participle_endings"].split()}
    return dict.fromkeys(participle, "P") | dict.fromkeys(finite, "V")


def _cues(table: Mapping[str, Any]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    cues: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, kind in (("anywhere", "C"), ("opening", "c")):
        for phrase in table[name]:
            first, *rest = TOKEN.findall(phrase.lower().replace("’", "'"))
            cues.setdefault(first, []).append((tuple(rest), kind))
    return {first: tuple(sorted(options, key=lambda option: -len(option[0]))) for first, options in cues.items()}
