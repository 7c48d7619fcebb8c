"""Text as words, each with the one-letter kind that tells what it does where someone speaks.

V finite verb of saying     P participle of saying    A auxiliary           S subject pronoun
L inverted pronoun (a-t-il) Q relative pronoun        B conjunction         G preposition
D definite article          I indefinite article      C "according to"      c the same, only to begin a sentence
R person's role             K spokesman               O organisation        M document or medium
N anonymous source          H honorific               T names a work        F other function word
n name (capital letter)     x any other word          s possessive mark     0 figure
, : . ( ) punctuation; . ends a sentence
"""

import re
from dataclasses import dataclass

from bearhug.reading.speech_lexicon import TOKEN, Words


@dataclass(slots=True)
class Line:
    """One run of text as words with their kinds."""

    words: list[str]
    kinds: str


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
    depends = DEPENDS.search(raw)
    if not begins and (depends is None or (depends.start() == len(raw) - 1 and raw[-1] == ".")):
        return Line(found, raw)
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
            if found[at].lower() in known.cues:
                kinds[at] = _cue(found, at, known, True)
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


def _is_name(found: list[str], kinds: list[str], at: int, context: str, known: Words) -> bool:
    """Whether the first word of a sentence is a name, as far as its letters, its neighbour and the article tell."""
    word = found[at]
    following = kinds[at + 1] if at + 1 < len(kinds) else ""
    if following == "n" or word in known.given or not word[1:].islower():
        return True
    if f" {word.lower()} " in context:
        return False
    return following in ("V", "A", "s") or kinds[at + 1 : at + 3] == [",", "Q"] or context.count(word) > 1


def _cue(found: list[str], at: int, known: Words, first: bool) -> str:
    """The kind of a word that may begin a cue: C or c if it does, else its own."""
    low = found[at].lower().replace("’", "'")
    for rest, kind in known.cues[low]:
        if kind != "C" and not first:
            continue
        if not rest or (found[at + 1 : at + 2] == [rest[0]] and found[at + 2 : at + 1 + len(rest)] == list(rest[1:])):
            return kind
    return known.kinds.get(low, "F")
