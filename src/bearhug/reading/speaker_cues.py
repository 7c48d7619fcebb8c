"""Finds in the words around a quotation the phrase that tells who speaks."""

from itertools import pairwise

from bearhug.reading.noun_phrases import Phrase, phrases
from bearhug.reading.speech_lexicon import Words
from bearhug.reading.speech_words import Line

FARTHEST = 40  # words looked at after a quotation
NOBODY = Phrase("N", 0, 0, indefinite=True)


def after(line: Line, known: Words) -> Phrase | None:
    """Who is told to speak in the words that follow a quotation up to the sentence's end: ", a-t-il dit", " said X"."""
    kinds = line.kinds
    i, count = 0, min(len(kinds), FARTHEST)
    while i < count and kinds[i] in ",F":
        i += 1
    begin, skipping, skipped = i, False, False
    while i < count:
        kind = kinds[i]
        if kind == "L":
            return _inverted(line, known, i)
        if kind == "C":
            return _first(phrases(line, known, i + 1, len(kinds)), True)
        if kind == "Q" or (kind == "B" and (i == begin or kinds[i - 1] == "," or kinds[i + 1 : i + 2] not in ("R", "n", "K"))):
            skipping = True  # another clause: who speaks may still follow behind a comma
            skipped = skipped or kind == "B" or i == begin
        elif kind == "," and skipping:
            skipping, begin = False, i + 1 if skipped else begin
        elif kind == ".":
            return None
        elif (
            kind == "x" and i == begin > 0 and kinds[i + 1 : i + 2] in ("n", "D", "I", "H") and (unlisted := _unlisted(line, known, i + 1))
        ):
            return unlisted  # a verb that the pack does not know: ", savoure Jean Dupont"
        elif (
            not skipping
            and (kind == "V" or (kind == "P" and "A" in kinds[max(0, i - 6) : i]))
            and (not i or kinds[i - 1] != "G" or kinds[i + 1 : i + 2] in ("n", "R", "D", "I"))
        ):
            if i + 1 < count and kinds[i + 1] == "L":
                return _inverted(line, known, i + 1)
            if (subject := _subject(line, known, begin, i)) is not None:
                return None if skipped else subject
            inverted = _first(phrases(line, known, i + 1, _clause(line, i + 1)), False)
            if inverted is None and "," not in kinds[begin:i]:
                inverted = None if skipped else _unknown(line, i + 1)
            return inverted
        i += 1
    return None


def _unlisted(line: Line, known: Words, i: int) -> Phrase | None:
    """Who follows a verb that the pack does not know, if a person, a role or nobody in particular follows at once."""
    found = phrases(line, known, i, _clause(line, i))
    if found and not found[0].governed and found[0].start <= i + 2:
        named = found[0].name
        if found[0].kind in "RNK" or (named is not None and (found[0].role or line.words[named[0]] in known.given)):
            return found[0]
    return None


def _unknown(line: Line, i: int) -> Phrase:
    """Someone whom no word of the pack names, after an inverted verb: "dit le quinquagénaire", "résume l'un d'eux"."""
    for j in range(i, len(line.kinds)):
        kind = line.kinds[j]
        if kind == "I" or kind in ".,:QB":
            break
        if kind == "D" and j + 1 < len(line.kinds) and line.kinds[j + 1] == "x":
            return Phrase("R", j, j + 2, role=(j + 1, j + 2))
    return NOBODY


def before(line: Line, known: Words) -> tuple[Phrase | None, bool]:
    """Who is told to speak in the words that lead to a quotation, and whether a verb, cue or colon says so."""
    kinds = line.kinds
    end = len(kinds)
    for i in range(end - 1, -1, -1):
        kind = kinds[i]
        if kind == "L":
            return _inverted(line, known, i), True
        if kind in "Cc":
            found = _first(phrases(line, known, i + 1, end), True)
            if found is not None:
                return found, True
        elif kind == "V" or (kind == "P" and "A" in kinds[max(0, i - 6) : i]):
            subject = _subject(line, known, 0, i)
            if subject is None:
                following = [p for p in phrases(line, known, i + 1, end) if not p.governed and p.kind in "nRKO"]
                subject = following[0] if following and kinds[-1] in ":," else None
            if subject is not None and subject.gender == "0" and (place := kinds.find("c")) >= 0:
                subject = _first(phrases(line, known, place + 1, i), True)  # "Chez X, on jure que"
            return subject, True
    return _subject(line, known, 0, end), bool(kinds) and kinds[-1] == ":"


def _inverted(line: Line, known: Words, i: int) -> Phrase:
    word = line.words[i].lower()
    for end, gender in known.inverted:
        if word.endswith(end):
            return _place(line, known, i + 1) if gender == "0" else Phrase("S", i, i + 1, gender=gender)
    return NOBODY


def _place(line: Line, known: Words, i: int) -> Phrase:
    """The organisation at which nobody in particular says it: "assure-t-on chez X"."""
    for at in range(i, min(i + 3, len(line.kinds) - 1)):
        if line.kinds[at + 1] == "n" and line.words[at].lower() in known.near:
            return phrases(line, known, at + 1)[0]
    return NOBODY


def _first(found: list[Phrase], governed: bool) -> Phrase | None:
    for phrase in found:
        if governed or not phrase.governed:
            return phrase
    return None


def _clause(line: Line, start: int) -> int:
    """Where the clause that begins at a word ends: at a relative pronoun or the next sentence."""
    for i in range(start, len(line.kinds)):
        if line.kinds[i] in "Q.:":
            return i
    return len(line.kinds)


def _subject(line: Line, known: Words, start: int, end: int) -> Phrase | None:
    """The subject of a verb at word `end`, looked for in the words from `start` on."""
    kinds = line.kinds
    last = end - 1
    while last >= start and kinds[last] in "AF":
        last -= 1
    found = phrases(line, known, start, end)
    if not found:
        return None
    if last >= start and kinds[last] == "Q":
        before = [p for p in found if p.end <= last and p.kind != "S"]
        if before:
            return before[-1]
    subject: Phrase | None = None
    loose = next((p for p in reversed(found) if not p.governed), None)
    bounds = [start - 1] + [i for i in range(start, end) if kinds[i] in "B,:."] + [end]
    at, relative = 0, False
    for left, right in pairwise(bounds):
        first = next((i for i in range(left + 1, right) if kinds[i] != "F"), right)
        goes_on = relative and left >= start and kinds[left] == "B"
        relative = goes_on or (first < right and kinds[first] == "Q")
        while at < len(found) and found[at].start < right:
            phrase = found[at]
            at += 1
            if phrase.governed or relative or "Q" in kinds[left + 1 : phrase.start]:
                continue
            if phrase.kind in "MN" and subject is not None:
                continue
            if any(kind in "AV" for kind in kinds[left + 1 : phrase.start]):
                continue
            subject = phrase
            while at < len(found) and found[at].start < max(right, phrase.end):
                at += 1
            break
        while at < len(found) and found[at].start < right:
            at += 1
    return subject or loose


def inside(line: Line, known: Words) -> tuple[Phrase, Line] | None:
    """Who is told to speak by a clause inside the quotation itself: "Je vais vous dire, a acquiescé X, ils ont ..."."""
    kinds = line.kinds
    for i, kind in enumerate(kinds[:-2]):
        if kind != ",":
            continue
        j = i + 1
        while j < len(kinds) and kinds[j] in "AF":
            j += 1
        if j + 1 < len(kinds) and kinds[j] in "VP" and (kinds[j] == "V" or "A" in kinds[i:j]):
            if kinds[j + 1] == "n":
                return phrases(line, known, j + 1)[0], line
            if kinds[j + 1] == "L":
                return _inverted(line, known, j + 1), line
    return None
