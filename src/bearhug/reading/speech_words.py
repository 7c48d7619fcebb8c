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
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from bearhug.languages.pack import Pack

TOKEN = re.compile(r"\w+(?:[-&+]\w+)*(?:['’](?![sS]\b))?|[,:.;!?…()\[\]&–—]|['’][sS]\b")  # "l'", "Investec", "'s", "a-t-il"
PUNCTUATION = {",": ",", ";": ",", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "(": "(", "[": "(", ")": ")", "]": ")", "–": ",", "—": ",", "&": "&"}
MOST_SEEN = 50_000  # words kept in memory


@dataclass(frozen=True, slots=True)
class Tables:
    """A pack's words by kind: in lower case, as nouns (also where they are verbs), with a capital inside a sentence.

    `cues` has what may follow each first word of a cue; `ends` are the ends of verbs with a pronoun behind (a-t-il),
    `adjectives` those of words that a capital does not make a name (Paris-based).
    """

    kinds: Mapping[str, str]
    nouns: Mapping[str, str]
    capital: Mapping[str, str]
    cues: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    ends: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words(Tables):
    """The words of a pack that tell who speaks; `given` and `gender` tell m and f; `inner` and `initial` are memories of kinds."""

    gender: Mapping[str, str]
    inverted: tuple[tuple[str, str], ...]
    particles: frozenset[str]
    given: Mapping[str, str]
    abbreviations: frozenset[str]
    places: frozenset[str]
    belonging: frozenset[str]  # prepositions that tie an organisation to a role
    shared: frozenset[str]  # roles that companies have too
    collective: frozenset[str]  # organisations only where a name says whose: "the analysts of X"
    near: frozenset[str]  # prepositions that tell where nobody in particular says it: "dit-on chez X"
    strict: bool  # the pronouns of persons mean persons alone (he), not companies too (il)
    inner: "Kinds"
    initial: "Kinds"


@dataclass(slots=True)
class Line:
    """One run of text as words with their kinds."""

    words: list[str]
    kinds: str


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
    short = frozenset(word.rstrip(".") for word in (*pack.table("pack")["abbreviations"], *honorifics))
    cues = _cues(table["cues"])
    tables = Tables(kinds, nouns, capital, cues, tuple(end for end, _ in inverted), tuple(table["nouns"]["adjective_ends"]))
    return Words(
        *(getattr(tables, field.name) for field in fields(tables)),
        gender=gender, inverted=inverted, particles=particles, given=given, abbreviations=short,
        places=frozenset(table["nouns"]["places"].split()), strict=table["pronouns"]["persons_only"],
        belonging=frozenset(_split(table["prepositions"]["belonging"])),
        shared=frozenset(_split(table["nouns"]["companies_too"])),
        collective=frozenset(_split(table["nouns"]["collective"])), near=frozenset(_split(table["pronouns"]["places_of"])),
        inner=Kinds(False, tables), initial=Kinds(True, tables),
    )  # fmt: skip


def _split(listed: str) -> list[str]:
    return listed.lower().replace("’", "'").split()


def _nouns(table: Mapping[str, Any]) -> dict[str, str]:
    nouns: dict[str, str] = {}
    order = (("naming", "T"), ("document", "M"), ("anonymous", "N"), ("organisation", "O"), ("collective", "O"), ("female", "R"), ("male", "R"), ("neutral", "R"), ("spokesman", "K"))
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


NOTHING = Line([], "")
# kinds that depend on their neighbours: full stops, words that may begin a cue, verbs where a noun is due, roles inside names
DEPENDS = re.compile(r"[.@]|(?<=[DIGs@])[VP]|(?<=n)[RO]")


def line(text: str, known: Words, begins: bool = True, context: str = "") -> Line:
    """`text` as words with kinds; `begins` tells that it starts a sentence, where a capital letter says little.

    There a single word counts as a name if `context`, the article's beginning, has it with a capital elsewhere too.
    """
    if not text:
        return NOTHING
    found = TOKEN.findall(text)
    raw = "".join(map(known.inner.__getitem__, found))
    kinds = list(raw)
    starts = [0] if begins else []
    roles = []
    for match in DEPENDS.finditer(raw):
        at = match.start()
        kind = raw[at]
        if kind == ".":
            last = found[at - 1] if at else ""
            if found[at] == "." and (last in known.abbreviations or (len(last) == 1 and last.isupper()) or _inside(found, raw, at)):
                kinds[at] = "F"
            else:
                starts.append(at + 1)
        elif kind == "@":
            kinds[at] = _cue(found, at, known, bool(starts) and starts[-1] == at)
        elif kind in "VP":
            kinds[at] = known.nouns.get(found[at], "x" if raw[at - 1] not in "G@" else kind)
        else:
            roles.append(at)
    for at in starts:
        while at < len(kinds) and kinds[at] in "(,":
            at += 1
        if at < len(kinds) and raw[at] != "@" and found[at][0].isupper():
            kinds[at] = known.initial[found[at]]
            if kinds[at] == "n" and context and not _is_name(found, kinds, at, context, known):
                kinds[at] = "F"
    for at in roles:
        if kinds[at - 1] == "n" and found[at][0].isupper() and found[at - 1].lower() in known.particles:
            kinds[at] = "n"  # Bruno Le Maire
    return Line(found, "".join(kinds))


def _inside(found: list[str], raw: str, at: int) -> bool:
    """Whether a full stop stands between capitals, as in stock codes ("HSY.N"), or between brackets."""
    codes = at + 1 < len(found) and found[at - 1].isupper() and found[at + 1].isupper() and len(found[at + 1]) < 3
    return codes or raw.count("(", 0, at) > raw.count(")", 0, at)


class Kinds(dict[str, str]):
    """The kind of each word met so far, inside a sentence or at its beginning; @ for one that may begin a cue."""

    def __init__(self, first: bool, tables: "Tables") -> None:
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
        if low in known.cues and not self.first:
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


def _is_name(found: list[str], kinds: list[str], at: int, context: str, known: Words) -> bool:
    """Whether the first word of a sentence is a name, as far as its letters, its neighbour and the article tell."""
    word = found[at]
    following = kinds[at + 1] if at + 1 < len(kinds) else ""
    if following == "n" or word in known.given or not word[1:].islower():
        return True
    if f" {word.lower()} " in context:
        return False
    return following in ("V", "A", "s") or context.count(word) > 1


def _cue(found: list[str], at: int, known: Words, first: bool) -> str:
    """The kind of a word that may begin a cue: C or c if it does, else its own."""
    low = found[at].lower().replace("’", "'")
    for rest, kind in known.cues[low]:
        if kind != "C" and not first:
            continue
        if not rest or (found[at + 1 : at + 2] == [rest[0]] and found[at + 2 : at + 1 + len(rest)] == list(rest[1:])):
            return kind
    return known.kinds.get(low, "F")
