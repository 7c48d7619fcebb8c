"""Finds the stretches of title and text that stand within quotation marks, whatever the marks.

The marks are paired in one pass, paragraph by paragraph, with a counter instead of recursion, so that time
grows with the length of the text and with nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.model.span import Span, Where

PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
LONGEST_SINGLE = 400  # a single mark that finds no partner within so many characters is an apostrophe
BEFORE_OPENING = frozenset("([{—–-/")
AFTER_CLOSING = frozenset(".,;:!?)]}…—–")
ENDERS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch: `span` holds the words alone, `outer` the marks too.

    `continued` tells that the same speech goes on from the paragraph before, `closed` that a closing mark was found.
    """

    span: Span
    outer: Span
    continued: bool = False
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Marks:
    """A pack's quotation marks: the family of each, and which ones open or close.

    Straight marks open and close; `single` families are also apostrophes, and only where one of `hints` stands can one open.
    """

    family: dict[str, int]
    openers: frozenset[str]
    closers: frozenset[str]
    single: frozenset[int]
    doubles: str
    hints: tuple[str, ...]
    apostrophes: re.Pattern[str]


@cache
def marks(pack: Pack) -> Marks:
    """The quotation marks of a pack."""
    families = pack.table("speech")["marks"]
    family = {mark: number for number, entry in enumerate(families) for mark in entry["open"] + entry["close"]}
    single = frozenset(number for number, entry in enumerate(families) if entry.get("apostrophe"))
    doubles = "".join(mark for mark, number in family.items() if number not in single)
    singles = "".join(mark for mark, number in family.items() if number in single)
    # inside a word it is an apostrophe; before a word it may open, after one it may close
    apostrophes = rf"(?<![^\W_])[{singles}](?=\S)|(?<=\S)[{singles}](?![^\W_])" if singles else r"(?!)"
    hints = tuple(before + mark for mark in singles for before in (" ", "\n", "(", "\u00a0"))
    openers = frozenset("".join(entry["open"] for entry in families))
    closers = frozenset("".join(entry["close"] for entry in families))
    return Marks(family, openers, closers, single, doubles, hints, re.compile(apostrophes))


def left_open(text: str) -> int:
    """How many opening marks have no closing mark, among the marks that tell which they are."""
    return sum(max(0, text.count(opening) - text.count(closing)) for opening, closing in (("«", "»"), ("“", "”")))


def find(article: Article, pack: Pack) -> tuple[Quotation, ...]:
    """The quoted stretches of the title, then of the text, in reading order; the outermost where they nest."""
    known = marks(pack)
    found: list[Quotation] = []
    parts: tuple[tuple[Where, str], ...] = (("title", article.title), ("text", article.text))
    for where, text in parts:
        places = _places(text, known)
        if places:
            found.extend(_quotations(where, text, places, known))
    return tuple(found)


def _places(text: str, known: Marks) -> list[int]:
    """Where quotation marks stand, in order."""
    places: list[int] = []
    kinds = 0
    for mark in known.doubles:
        place = text.find(mark)
        kinds += place >= 0
        while place >= 0:
            places.append(place)
            place = text.find(mark, place + 1)
    if (text[:1] in known.family and text[:1] not in known.doubles) or any(hint in text for hint in known.hints):
        places += [mark.start() for mark in known.apostrophes.finditer(text)]
        kinds = 2
    if kinds > 1:
        places.sort()
    return places


def _quotations(where: Where, text: str, places: list[int], known: Marks) -> Iterator[Quotation]:
    carried = -1  # the family of a speech that runs on from the paragraph before
    at = start = 0
    breaks = [(gap.start(), gap.end()) for gap in PARAGRAPH.finditer(text)] if "\n" in text else []
    for end, following in [*breaks, (len(text), len(text))]:
        first = at
        while at < len(places) and places[at] < end:
            at += 1
        if at > first:
            paragraph = _Paragraph(text, start, end, places[first:at], known)
            carried = paragraph.pair(carried)
            for opened, closed, continued, complete in paragraph.found:
                inner_start, inner_end = _trim(text, opened + 1, closed)
                if inner_start < inner_end:
                    yield Quotation(Span(where, inner_start, inner_end), Span(where, opened, closed + complete), continued, complete)
        else:
            carried = -1
        start = following


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


class _Paragraph:
    """The marks of one paragraph, and the stretches found between them: opening place, end, continued, closed."""

    def __init__(self, text: str, start: int, end: int, places: list[int], known: Marks) -> None:
        self.text, self.start, self.end, self.places, self.known = text, start, end, places, known
        self.found: list[tuple[int, int, bool, bool]] = []

    def pair(self, carried: int) -> int:
        """Finds the stretches; gives the family of a speech that is still open and goes on in the next paragraph, or -1."""
        text, places, known = self.text, self.places, self.known
        family_of = known.family
        start, _ = _trim(text, self.start, self.end)
        continued = carried >= 0 and places[0] == start and family_of[text[start]] == carried
        barred: set[int] = set()  # families of which an opening mark was left open: stray marks
        i = 0
        while i < len(places):
            family = family_of[text[places[i]]]
            goes_on = continued and i == 0
            if family in barred or not (goes_on or self._opens(places[i])):
                i += 1
            elif family in known.single:
                closing = self._single_close(i)
                if closing > i:
                    self.found.append((places[i], places[closing], False, True))
                i = max(closing, i) + 1
            else:
                count = len(self.found)
                i, left_open = self._run(i)
                if left_open >= 0:
                    resumes = self._resumes(family)
                    if (goes_on and left_open == 0) or resumes or self._stands_alone(places[left_open]):
                        self.found.append((places[left_open], self.end, False, False))
                        i = len(places)
                    else:
                        barred.add(family)
                        i = left_open + 1
                if goes_on and len(self.found) > count:
                    opened, closed, _, complete = self.found[count]
                    self.found[count] = (opened, closed, True, complete)
                if left_open >= 0 and i == len(places) and resumes:
                    return family
        return -1

    def _around(self, place: int) -> tuple[str, str]:
        """The characters before and after a mark, spaces at the paragraph's ends."""
        before = self.text[place - 1] if place > self.start else " "
        after = self.text[place + 1] if place + 1 < self.end else " "
        return before, after

    def _opens(self, place: int) -> bool:
        """Whether a mark that is met outside every quotation opens one."""
        mark = self.text[place]
        before, after = self._around(place)
        if mark not in self.known.closers:
            return True
        if mark not in self.known.openers:
            # a closing mark at an opening one's place: ”text”
            return mark not in "»›" and (before.isspace() or before in BEFORE_OPENING) and not after.isspace()
        if after.isspace():
            # `" text "` as some typists space it; `27" ` is inches, `word" ` a stray closing mark
            return before.isspace() and place + 1 < self.end
        if place > self.start and after in AFTER_CLOSING and after not in "(…" and not before.isspace():
            return False
        return before.isspace() or not before.isalnum() or after.isupper()

    def _way(self, place: int) -> int:
        """How a mark inside a quotation of its family stands: 1 it closes, -1 it opens, 0 it could be either."""
        mark = self.text[place]
        if mark not in self.known.openers:
            return 1
        if mark in "«‹":
            return -1
        before, after = self._around(place)
        left = before.isspace() or before in "([{"
        right = after.isspace() or after in AFTER_CLOSING
        if left != right:
            return -1 if left else 1
        return 0 if mark in self.known.closers else -1

    def _run(self, i: int) -> tuple[int, int]:
        """Pairs from the opening mark `i`; gives the next mark to look at, and the mark that was left open or -1."""
        text, places, closers = self.text, self.places, self.known.closers
        family = self.known.family[text[places[i]]]
        straight = text[places[i]] in closers
        depth = 1
        inside: list[tuple[int, int]] = []
        for j in range(i + 1, len(places)):
            mark = text[places[j]]
            if self.known.family[mark] != family:
                continue
            way = self._way(places[j])
            if way < 0 and straight and mark in closers:
                self._cut(places[i], places[j])  # straight marks do not nest: this one starts anew
                return j, -1
            depth += 1 if way < 0 else -1
            if depth == 0:
                self.found.append((places[i], places[j], False, True))
                return j + 1, -1
            inside.append((j, way))
        # the marks do not balance: pair them flat, each opening one ending what was open
        opened = i
        for j, way in inside:
            if way < 0:
                if opened >= 0:
                    self._cut(places[opened], places[j])
                opened = j
            elif opened >= 0:
                self.found.append((places[opened], places[j], False, True))
                opened = -1
        return len(places), opened

    def _cut(self, opened: int, place: int) -> None:
        """Keeps the words of an unclosed quotation up to the next opening mark, if they end like a sentence."""
        _, last = _trim(self.text, opened + 1, place)
        if last > opened + 1 and self.text[last - 1] in ENDERS:
            self.found.append((opened, last, False, False))

    def _resumes(self, family: int) -> bool:
        """Whether the next paragraph begins with a mark of the family."""
        gap = PARAGRAPH.match(self.text, self.end)
        return gap is not None and self.known.family.get(self.text[gap.end() : gap.end() + 1]) == family

    def _stands_alone(self, place: int) -> bool:
        """Whether an opening mark begins the paragraph, or follows a colon or the end of a sentence."""
        before = self.text[max(self.start, place - 3) : place].rstrip()
        return not before or before[-1] == ":" or before[-1] in ENDERS

    def _single_close(self, i: int) -> int:
        """The mark that closes the single opening one `i`, or -1 where that is an apostrophe."""
        text, places = self.text, self.places
        opened = places[i]
        if text[opened + 1].isdigit() and text[opened + 3 : opened + 4] == "s":  # '90s
            return -1
        family = self.known.family[text[opened]]
        perhaps = -1
        for j in range(i + 1, len(places)):
            place = places[j]
            if place - opened > LONGEST_SINGLE:
                break
            if self.known.family[text[place]] != family:
                continue
            before, after = self._around(place)
            if text[place] not in self.known.closers or before.isspace():
                break
            if place - opened < 3:  # rock 'n' roll
                return -1
            if before == "s" and after == " " and text[place + 2 : place + 3].islower():
                perhaps = j if perhaps < 0 else perhaps  # "the shareholders’ approval", unless a better mark follows
                continue
            return j
        return perhaps
