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

TOKEN = re.compile(r"\w+(?:[-&+]\w+)*(?:['’](?![sS]\b))?|[,:.;!?…()\[\]&–—]|['’][sS]\b")  # "l'", "Investec", "'s", "a-t-il"
PUNCTUATION = {",": ",", ";": ",", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "(": "(", "[": "(", ")": ")", "]": ")", "–": ",", "—": ",", "&": "&"}
MOST_SEEN = 50_000  # words kept in memory


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
    seen: "Seen"
    places: frozenset[str]
    strict: bool  # the pronouns of persons mean persons alone (he), not companies too (il)


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
        for word in _split(table["nouns"].get(which, "")) + _split(table["nouns"].get(f"honorific_{which}", "")):
            gender[word] = mark if gender.get(word, mark) == mark else ""
    kinds |= dict.fromkeys(_split(table["articles"]["definite"]), "D")
    kinds |= dict.fromkeys(_split(table["articles"]["indefinite"]), "I")
    inverted = tuple((end, mark) for which, mark in (("male", "m"), ("female", "f"), ("nobody", "0")) for end in pronouns["inverted"][which])
    given = {name: mark for which, mark in (("male", "m"), ("female", "f"), ("either", "")) for name in table["given_names"][which].split()}
    particles = frozenset(_split(table["conjunctions"]["particles"]))
    strict = table["pronouns"]["persons_only"]
    short = frozenset(word.rstrip(".") for word in (*pack.table("pack")["abbreviations"], *honorifics))
    cues = _cues(table["cues"])
    seen = Seen(kinds, nouns, capital, cues, tuple(end for end, _ in inverted))
    places = frozenset(table["nouns"]["places"].split())
    return Words(kinds, nouns, capital, gender, cues, inverted, particles, given, short, seen, places, strict)


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


NOTHING = Line([], [])


def line(text: str, known: Words, begins: bool = True, context: str = "") -> Line:
    """`text` as words with kinds; `begins` tells that it starts a sentence, where a capital letter says little.

    There a single word counts as a name if `context`, the whole article, has it with a capital elsewhere too.
    """
    if not text:
        return NOTHING
    found = TOKEN.findall(text)
    kinds: list[str] = []
    seen = known.seen
    if len(seen) > MOST_SEEN:
        seen.clear()
    first, before = begins, ""
    doubtful: list[int] = []
    for at, word in enumerate(found):
        initial, inner, special = seen[word]
        kind = initial if first else inner
        if special:
            if special == ".":
                last = found[at - 1] if at else ""
                kind = "F" if last in known.abbreviations or (len(last) == 1 and last.isupper()) else "."
            elif special == "V":
                if before and before in "DIGs":
                    kind = known.nouns.get(word.lower(), "x" if before != "G" else kind)
            elif special == "C":
                kind = _cue(found, at, known, first) or kind
            elif before == "n" and kind in "RO" and found[at - 1].lower() in known.particles:
                kind = "n"  # Bruno Le Maire
            elif first and kind == "n":
                doubtful.append(at)
        first = kind == "." or (first and kind in "(,")
        kinds.append(kind)
        before = kind
    if context:
        for at in doubtful:
            if not _is_name(found, kinds, at, context, known):
                kinds[at] = "F"
    return Line(found, kinds)


class Seen(dict[str, tuple[str, str, str]]):
    """The words met so far: kind at a sentence's start, kind inside, and what must be looked at besides (. V C n)."""

    def __init__(self, table: Mapping[str, str], nouns: Mapping[str, str], capital: Mapping[str, str], cues: Iterable[str], ends: tuple[str, ...]) -> None:
        super().__init__()
        self.table, self.nouns, self.capital, self.cues, self.ends = table, nouns, capital, frozenset(cues), ends

    def __missing__(self, word: str) -> tuple[str, str, str]:
        found = self[word] = self._look(word)
        return found

    def _look(self, word: str) -> tuple[str, str, str]:
        mark = PUNCTUATION.get(word)
        if mark is not None:
            return mark, mark, "." if word == "." else ""
        plain = word.replace("’", "'")
        low = plain.lower()
        cue = "C" if low in self.cues else ""
        if low == plain:
            kind = "0" if word[0].isdigit() else self.table.get(low) or self._other(low)
            return kind, kind, cue or ("V" if kind in "VP" else "")
        shortened = low[-1] == "'" and (low in self.table or low[:-1] in self.table)  # "I'" of "I'll", but not "O'" of "O'Brien"
        inner = self.capital.get(low) or ("F" if shortened else "n")
        initial = self.table.get(low) or inner
        return initial, inner, cue or ("n" if initial in "nRO" else "")

    def _other(self, low: str) -> str:
        if low == "'s":
            return "s"
        if "-" in low:
            return "L" if low.endswith(self.ends) else self.nouns.get(low.rsplit("-", 1)[0], "x")
        return "F" if low[-1] == "'" else "x"


def _is_name(found: list[str], kinds: list[str], at: int, context: str, known: Words) -> bool:
    """Whether the first word of a sentence is a name, as far as its letters, its neighbour and the article tell."""
    word = found[at]
    following = kinds[at + 1] if at + 1 < len(kinds) else ""
    if following == "n" or word in known.given or not word[1:].islower():
        return True
    if f" {word.lower()} " in context:
        return False
    return following in ("V", "A", "s") or context.count(word) > 1


def _cue(found: list[str], at: int, known: Words, first: bool) -> str | None:
    for rest, kind in known.cues[found[at].lower().replace("’", "'")]:
        if kind != "C" and not first:
            continue
        if not rest or (found[at + 1 : at + 2] == [rest[0]] and found[at + 2 : at + 1 + len(rest)] == list(rest[1:])):
            return kind
    return None
