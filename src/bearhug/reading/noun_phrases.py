"""Who could be a subject in a run of words: names, people told by their role, organisations, pronouns."""

from dataclasses import dataclass

from bearhug.reading.speech_lexicon import Words
from bearhug.reading.speech_words import Line

STOPS = frozenset("VASQLBC:.")
LONGEST_ROLE = 18  # words between a role and the name that goes with it


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase or pronoun: words `start` up to, not including, `end` of its line.

    `kind` is n (name), R, K, O, M, N or S as in `speech_words`; `name` and `of` are word ranges: the name that it
    bears, and the organisation that it belongs to. `governed` tells that a preposition stands before it.
    """

    kind: str
    start: int
    end: int
    name: tuple[int, int] | None = None
    of: tuple[int, int] | None = None
    gender: str = ""
    indefinite: bool = False
    governed: bool = False
    role: tuple[int, int] | None = None


def phrases(line: Line, known: Words, start: int = 0, end: int | None = None) -> list[Phrase]:
    """The phrases of `line` between two words, in order."""
    kinds = line.kinds
    end = len(kinds) if end is None else end
    found: list[Phrase] = []
    governed = seen = indefinite = False
    possessor: tuple[int, int] | None = None
    i = start
    while i < end:
        kind = kinds[i]
        if kind in "G(":
            governed, seen = True, False
        elif kind in "DI":
            if seen:
                governed = seen = False
            indefinite = kind == "I"
        elif kind in "nHRKONM":
            phrase = _phrase(line, known, i, end, governed, indefinite, possessor)
            possessor = None
            i = phrase.end
            if i < end and kinds[i] == "s":
                possessor = phrase.name or phrase.of
                indefinite = False
                i += 1
                continue
            if not _dateline(line, phrase):
                found.append(phrase)
            governed = seen = indefinite = False
            continue
        elif kind == "x":
            seen = True
        elif kind not in "F0":
            governed = seen = indefinite = False
            if kind == "S" and not (kinds[i - 1 : i] == kinds[i + 1 : i + 2] == ","):  # not "La CGT, elle, ..."
                found.append(Phrase("S", i, i + 1, gender=known.gender.get(line.words[i].lower(), "")))
        i += 1
    return found


def _dateline(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase is the place that opens an agency's report: "NEW YORK (Reuters)"."""
    if phrase.start > 0 or phrase.name is None or phrase.name[1] < 2:
        return False
    return all(word.isupper() for word in line.words[: phrase.name[1]])


def name_run(line: Line, known: Words, i: int, end: int) -> int:
    """Where the name that begins at word `i` ends."""
    kinds, words = line.kinds, line.words
    j = i + 1
    while j < end:
        kind = kinds[j]
        if kind == "n" or (kind == "0" and j + 1 < end and kinds[j + 1] == "n"):
            j += 1
        elif (
            j + 1 < end
            and kinds[j + 1] == "n"
            and (kind == "&" or _joins(words[j], j - i, known) or (j - i == 2 and _noble(line, i, j, known)))
        ):
            j += 2
        elif (kind == "F" and words[j] == "." and len(words[j - 1]) <= 2) or (
            kind == "O" and words[j][0].isupper() and kinds[j - 1] == "n"
        ):
            j += 1
        else:
            break
    return j


def _noble(line: Line, i: int, j: int, known: Words) -> bool:
    """Whether a particle with an apostrophe goes on a person's name: "Henri Giscard d'Estaing"."""
    low = line.words[j].lower().replace("’", "'")
    return low[-1] == "'" and low in known.particles and line.words[i] in known.given


def _joins(word: str, length: int, known: Words) -> bool:
    low = word.lower().replace("’", "'")
    if low not in known.particles:
        return False
    # "Laurence de Cars", "Bank of America", but "Nicholas Walters of the Steel Association" are two names
    return length == 1 or low not in known.kinds or low in ("le", "la", "des")


def _split(line: Line, known: Words, i: int, j: int, governed: bool) -> int:
    """Where a person's name begins inside a run such as "Xbox Phil Spencer"; `i` where the run is one name.

    After a preposition three words are rather "à Lyon Norbert Dentressangle" than one name.
    """
    words, given = line.words, known.given
    if j - i < 3 or words[i] in given or words[i].split("-")[0] in given:
        return i
    for at in range(i + 1, j - 1):
        if words[at] in given or words[at].split("-")[0] in given:
            return at
    if governed and "&" not in line.kinds[i:j] and "G" not in line.kinds[i:j]:
        return j - 2
    return i


def _phrase(line: Line, known: Words, i: int, end: int, governed: bool, indefinite: bool, possessor: tuple[int, int] | None) -> Phrase:
    kinds, words = line.kinds, line.words
    if kinds[i] in "nH":
        start, gender = i, ""
        while i < end and (kinds[i] == "H" or (words[i] == "." and i > start)):
            low = words[i].lower()
            gender = known.gender.get(low, gender) if kinds[i] == "H" else gender
            i += 1
        if i >= end or kinds[i] != "n":
            return Phrase("N", start, max(i, start + 1), indefinite=True, governed=governed)
        j = name_run(line, known, i, end)
        at = _split(line, known, i, j, governed)
        if at > i:
            return Phrase("n", start, _after(line, j, end), (at, j), (i, at), "", False, False)
        if start == i and j < end and kinds[j] in "RK" and (words[i] not in known.given or _leads_to_name(line, j, end)):
            head = _role(line, known, j, end, governed, indefinite, (i, j))
            return Phrase(head.kind, start, head.end, head.name, head.of, head.gender, indefinite, governed, head.role)
        return Phrase("n", start, _after(line, j, end), (i, j), possessor, gender, indefinite, governed)
    return _role(line, known, i, end, governed, indefinite, possessor)


def _leads_to_name(line: Line, j: int, end: int) -> bool:
    """Whether roles and then a name follow: "Robert W. Baird analyst David Koning"."""
    while j < end and line.kinds[j] in "RK":
        j += 1
    return j < end and line.kinds[j] == "n"


def _after(line: Line, j: int, end: int) -> int:
    """Where a name with its apposition ends: "(CGT)", ", 71 ans", ", chief executive of Barclays"."""
    kinds = line.kinds
    if j < end and kinds[j] == "(":
        while j < end and kinds[j] != ")":
            j += 1
        j = min(j + 1, end)
    k = j + 1
    if k < end and kinds[j] == "," and kinds[k] in "0DIRKOFxn":
        last = min(end, k + LONGEST_ROLE)
        role = kinds[k] == "0"
        while k < last and kinds[k] != "," and (kinds[k] not in STOPS or (kinds[k] == "B" and kinds[k + 1 : k + 2] == "R")):
            role = role or kinds[k] in "RKO"
            k += 1
        if role and (k == last or kinds[k] != "Q"):
            return k + 1 if k < end and kinds[k] == "," else k
    return j


def _role(line: Line, known: Words, i: int, end: int, governed: bool, indefinite: bool, of: tuple[int, int] | None) -> Phrase:
    """The phrase of a role at word `i`, with the name that follows it at once, after a comma or behind its complement."""
    kinds, words = line.kinds, line.words
    kind, gender = kinds[i], known.gender.get(words[i].lower(), "")
    j, inside, head = i + 1, False, i + 1
    if kind in "MN":
        if j + 1 < end and kinds[j] == "G" and kinds[j + 1] == "x":
            j += 2  # "point de presse"
        return Phrase(kind, i, j, None, of, gender, indefinite, governed, (i, j))
    while j < end and kinds[j] in "RKx" and not inside:
        if kinds[j] in "RK":
            kind, head = ("K" if "K" in (kind, kinds[j]) else "R"), j + 1
            gender = gender or known.gender.get(words[j].lower(), "")
        j += 1
    limit = min(end, i + LONGEST_ROLE)
    j = closing = head
    tied = False  # whether the preposition before is one that ties an organisation to a role
    while j < limit:
        k = kinds[j]
        if k == "G":
            inside, tied = True, tied if inside else words[j].lower().replace("’", "'") in known.belonging
        elif k == "0":
            inside = False
        elif k in "nH":
            at = j
            while at < limit and (kinds[at] == "H" or words[at] == "."):
                at += 1
            if at >= limit or kinds[at] != "n":
                break
            stop = name_run(line, known, at, end)
            begins = _split(line, known, at, stop, inside)
            if stop < limit and kinds[stop] == "R" and not inside:  # "Chief Restructuring Officer"
                j = head = closing = stop + 1
                continue
            if begins == at and not inside and stop - at == 1 and words[at].isupper() and len(words[at]) > 1 and at == j and kind != "O":
                of, j, closing = (at, stop), stop, stop  # "un délégué CFDT"
                continue
            if begins == at and inside and at == j:
                if of is None and tied:
                    of = (at, stop)
                j = closing = stop
                inside = False
                continue
            if begins > at and of is None and tied:
                of = (at, begins)
            return Phrase("O" if kind == "O" else "n", i, _after(line, stop, end), (begins, stop), of, gender, False, governed, (i, head))
        elif k == ",":
            at = j + 1
            while at < limit and (kinds[at] == "H" or words[at] == "."):
                at += 1
            if at < limit and kinds[at] == "n":
                stop = name_run(line, known, at, end)
                if stop - at == 1 and kinds[stop : stop + 2] in ("xn", "Rn"):  # "the organiser, Perth pharmacist Ann Lee"
                    at, stop = stop + 1, name_run(line, known, stop + 1, end)
                if stop - at > 1 or at > j + 1:
                    return Phrase("n", i, _after(line, stop, end), (at, stop), of, gender, False, governed, (i, head))
            break
        elif k == "(":
            while j < limit and kinds[j] != ")":
                j += 1
        elif k == "B":
            if j + 1 >= limit or kinds[j + 1] not in ("GDRxn" if inside else "GR"):
                break
        elif k in STOPS or k == "s":
            break
        j += 1
    return Phrase(kind, i, max(closing, head), None, of, gender, indefinite, governed, (i, head))
