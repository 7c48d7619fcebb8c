"""The words of a pack that tell who speaks, and text cut into such words: each with a one-letter kind.

    V finite verb of saying     P participle of saying    A auxiliary           S subject pronoun
    L inverted pronoun (a-t-il) Q relative pronoun        B conjunction         G preposition
    D definite article          I indefinite article      C "according to"      c the same, only to begin a sentence
    R person's role             K spokesman               O organisation        M document or medium
    N anonymous source          H honorific               T names a work        F other function word
    n name (capital letter)     x any other word          s possessive mark     0 figure
    , : . ( ) punctuation; . ends a sentence
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bearhug.languages.pack import Pack

TOKEN = re.compile(
    r"(?:[cdjlmnstyCDJLMNSTY]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’](?=\w)"  # an elision is a word of its own
    r"|['’][sS](?!\w)"
    r"|(?:[A-Z]\.){2,}"
    r"|[^\W_]+(?:(?:[-&+_]|['’](?![sS](?!\w))|\.(?=[a-z0-9]))\w+)*['’]?"
    r"|[,:.;!?…()\[\]&]|[–—]|\s-\s"
)
PUNCTUATION = {",": ",", ";": ",", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "(": "(", "[": "(", ")": ")", "]": ")", "–": ",", "—": ",", "&": "&"}
NOUNS = frozenset("RKOMNT")
POSSESSIVE = frozenset({"'s", "’s", "'S", "’S"})


@dataclass(frozen=True, slots=True)
class Words:
    """A pack's words by kind: in lower case, as nouns (also where they are verbs), with a capital inside a sentence; cues of several words."""

    kinds: Mapping[str, str]
    nouns: Mapping[str, str]
    capital: Mapping[str, str]
    gender: Mapping[str, str]
    cues: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    inverted: tuple[tuple[str, str], ...]
    particles: frozenset[str]
    given: Mapping[str, str]
    abbreviations: frozenset[str]


@dataclass(slots=True)
class Line:
    """One run of text as words with their kinds."""

    words: list[str]
    kinds: list[str]


@cache
def words(pack: Pack) -> Words:
    """The pack's words that tell who speaks."""
    table = pack.table("speech")
    nouns, kinds, capital = _nouns(table), {}, {}
    for word in _split(table["function_words"]["words"]):
        kinds[word] = capital[word] = "F"
    kinds |= nouns
    capital |= {word: kind for word, kind in nouns.items() if kind in "RKO"}
    honorifics = [word.rstrip(".") for word in table["nouns"]["honorific"].split()]
    capital |= dict.fromkeys((word.lower() for word in honorifics), "H")
    kinds |= _verbs(table)
    for kind, name in (("B", "boundaries"), ("A", "auxiliaries"), ("G", "prepositions")):
        kinds |= dict.fromkeys(_split(table[name]["words"]), kind)
    pronouns = table["pronouns"]
    kinds |= dict.fromkeys(_split(pronouns["relative"]), "Q")
    gender = {}
    for which, mark in (("male", "m"), ("female", "f"), ("any", ""), ("nobody", "0")):
        for word in _split(pronouns[which]):
            kinds[word], gender[word] = "S", mark
        gender |= dict.fromkeys(_split(table["nouns"].get(which, "")), mark) if which != "nobody" else {}
    kinds |= dict.fromkeys(_split(table["articles"]["definite"]), "D")
    kinds |= dict.fromkeys(_split(table["articles"]["indefinite"]), "I")
    inverted = tuple((end, mark) for which, mark in (("male", "m"), ("female", "f"), ("nobody", "0")) for end in pronouns["inverted"][which])
    given = {name: mark for which, mark in (("male", "m"), ("female", "f"), ("either", "")) for name in table["given_names"][which].split()}
    particles = frozenset(_split(table["conjunctions"]["particles"]))
    short = frozenset(word.rstrip(".") for word in (*pack.table("pack")["abbreviations"], *honorifics))
    return Words(kinds, nouns, capital, gender, _cues(table["cues"]), inverted, particles, given, short)


def _split(listed: str) -> list[str]:
    return listed.lower().replace("’", "'").split()


def _nouns(table: Mapping[str, Any]) -> dict[str, str]:
    nouns: dict[str, str] = {}
    order = (("naming", "T"), ("document", "M"), ("anonymous", "N"), ("organisation", "O"), ("female", "R"), ("male", "R"), ("neutral", "R"), ("spokesman", "K"))
    for name, kind in order:
        nouns |= dict.fromkeys(_split(table["nouns"].get(name, "")), kind)
    return nouns


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


def line(text: str, known: Words, begins: bool = True) -> Line:
    """`text` as words with kinds; `begins` tells that it starts a sentence (its capital letter then says little)."""
    found = TOKEN.findall(text)
    kinds: list[str] = []
    table, nouns, capital, cues = known.kinds, known.nouns, known.capital, known.cues
    first, before = begins, ""
    for at, word in enumerate(found):
        kind = PUNCTUATION.get(word)
        if kind is not None:
            if kind == "." and word == "." and at and found[at - 1] in known.abbreviations:
                kind = "F"
            first = kind == "." or (first and kind in "(,")
        else:
            low = word.lower()
            if low[-1] == "’" or "’" in low:
                low = low.replace("’", "'")
            if low != word.replace("’", "'"):
                kind = table.get(low) if first else None
                kind = capital.get(low) or kind or ("n" if low[-1] != "'" else "F")
            elif word[0].isdigit():
                kind = "0"
            else:
                kind = table.get(low)
                if kind is None:
                    kind = _other(low, known)
                elif kind in "VP" and before in "DIGs" and before:
                    kind = nouns.get(low, "x") if word[-1] != "'" else kind
            if low in cues:
                kind = _cue(found, at, cues[low], first) or kind
            first = False
        kinds.append(kind)
        before = kind
    return Line(found, kinds)


def _other(low: str, known: Words) -> str:
    if low in ("'s",):
        return "s"
    if "-" in low:
        for end, _ in known.inverted:
            if low.endswith(end):
                return "L"
        return known.nouns.get(low.rsplit("-", 1)[0], "x") if not low[0].isdigit() else "x"
    return "F" if low[-1] == "'" else "x"


def _cue(found: list[str], at: int, options: Iterable[tuple[tuple[str, ...], str]], first: bool) -> str | None:
    for rest, kind in options:
        if (kind == "C" or first) and [w.lower().replace("’", "'") for w in found[at + 1 : at + 1 + len(rest)]] == list(rest):
            return kind
    return None
