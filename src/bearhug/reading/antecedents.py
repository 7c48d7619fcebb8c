"""Whom a pronoun, "the group" or "the minister" points back to: the nearest fitting subject or speaker before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from bearhug.model.article import Article
from bearhug.model.span import Span, Where
from bearhug.reading.noun_phrases import phrases
from bearhug.reading.speaker_names import Names, sentence_ends
from bearhug.reading.speech_lexicon import Words
from bearhug.reading.speech_words import line

SENTENCES = 6  # sentences looked back
NEAR = 3  # sentences over which the last speaker stays in mind
REMEMBERED = 12  # speeches back
LONGEST = 600  # characters of a sentence that are read
MOST = 3.2  # the best that a name can score, less its distance
MASK = "\x01"  # stands for a quotation; `speaker_names.SENTENCE_END` knows it as the beginning of a sentence


class Antecedents:
    """The article's sentences without its quotations, the names in them, and who has spoken so far."""

    def __init__(self, article: Article, known: Words, names: Names, quoted: Sequence[Span]) -> None:
        self.article, self.known, self.names, self.text = article, known, names, article.text
        self.context = names.text
        self.quoted = [span for span in quoted if span.where == "text"]
        self.spoken: list[tuple[int, str]] = []  # place and name of those who spoke
        self.told: dict[int, list[tuple[str, bool, bool]]] = {}

    def ends(self, where: Where, start: int, end: int) -> list[int]:
        """Where sentences end from `start` to `end`, both included."""
        if where == "title":
            return [place for place in sentence_ends(self.article.title, self.known) if start <= place <= end]
        return self.starts[bisect_left(self.starts, max(start, 1)) : bisect_right(self.starts, end)]

    @cached_property
    def masked(self) -> str:
        """The text with a mask and blanks for each quotation, the sentence's end apart."""
        parts, at = [], 0
        for span in self.quoted:
            inner = span.end - span.start - 2
            last = span.end - 2
            while last > span.start and self.text[last].isspace():
                last -= 1
            ender = self.text[last] if self.text[last] in ".!?…" else " "
            parts += [self.text[at : span.start], MASK, " " * inner, ender] if inner >= 0 else [self.text[at : span.end]]
            at = span.end
        return "".join((*parts, self.text[at:]))

    @cached_property
    def starts(self) -> list[int]:
        """Where the sentences start."""
        return [0, *sentence_ends(self.masked, self.known)]

    def find(self, near: int, wanted: str, gender: str = "", role: bool = False) -> str | None:
        """The name meant at `near`; `wanted` is known (a known person), person, organisation or any; `gender` m, f or nothing.

        A role rather than a pronoun may also mean someone whom the sentence before has in another place than the subject's.
        """
        here = bisect_right(self.starts, near) - 1
        if wanted != "organisation":
            for place, name in self.spoken[: -REMEMBERED - 1 : -1]:
                then = bisect_right(self.starts, place) - 1
                if then < here - NEAR:
                    break
                if self.fits(name, wanted, gender):
                    return self._newer(then, here, gender, role, self.names.is_person(name)) or name
                if name in self.names.persons:
                    break
        if wanted == "person":
            found = self._best(here, "known", gender) or self._anywhere(here, "known", gender)
            if found:
                return found
        return self._best(here, wanted, gender) or self._anywhere(here, wanted, gender)

    def _newer(self, then: int, here: int, gender: str, role: bool, person: bool) -> str | None:
        """Who became the subject after the last speech; after that of an organisation it may be any name."""
        for number in range(here - 1, then, -1):
            last = number == here - 1
            for name, subject, _ in self._names_in(number):
                known = self.names.is_person(name)
                placed = subject or (last and known and (role or not person))
                if placed and (known or last) and self.fits(name, "person" if person else "any", gender):
                    return name
        return None

    def fits(self, name: str, wanted: str, gender: str) -> bool:
        """Whether a name may be what is wanted."""
        person = self.names.is_person(name)
        if len(name) < 2 or name in self.known.places:
            return False
        if wanted == "organisation":
            return not person
        if wanted == "known" and not person:
            return False
        if wanted == "person" and not person and (" " not in name or name.isupper()):
            return False
        marked = self.names.gender(name)
        return not (person and gender and marked and marked != gender)

    def _best(self, here: int, wanted: str, gender: str) -> str | None:
        scores: dict[str, float] = {}
        for place, name in self.spoken[-REMEMBERED:]:
            away = here - (bisect_right(self.starts, place) - 1)
            if 0 <= away <= SENTENCES and self.fits(name, wanted, gender):
                scores[name] = max(scores.get(name, -9.0), 1.0 - away * 0.6 + self._bonus(name, wanted))
        for number in range(here - 1, max(-1, here - SENTENCES - 1), -1):
            if scores and max(scores.values()) > MOST - 0.6 * (here - number):
                break
            for name, subject, governed in self._names_in(number):
                if self.fits(name, wanted, gender):
                    score = 1.0 * subject - 0.8 * governed - 0.6 * (here - number) + self._bonus(name, wanted)
                    score += 1.0 * bool(gender and self.names.gender(name) == gender)
                    scores[name] = max(scores.get(name, -9.0), score)
        return max(scores, key=lambda name: scores[name]) if scores else None

    def _bonus(self, name: str, wanted: str) -> float:
        if wanted == "organisation":
            return 0.8 * (name in self.article.title) + 0.3 * min(3, self.names.count(name) - 1)
        return 1.2 if self.names.is_person(name) else 0.0

    def _names_in(self, number: int) -> list[tuple[str, bool, bool]]:
        """The names in a sentence: each with whether it is the subject, and whether a preposition governs it."""
        if number not in self.told:
            start = self.starts[number]
            end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
            self.told[number] = self._names_of(self.masked[start : min(end, start + LONGEST)])
        return self.told[number]

    def _names_of(self, text: str) -> list[tuple[str, bool, bool]]:
        told = line(text, self.known, True, self.context)
        found, first = [], True
        for phrase in phrases(told, self.known):
            if not phrase.indefinite and (name := self.names.named(told, phrase)) and name not in self.known.places:
                found.append((name, first and not phrase.governed, phrase.governed))
            first = first and phrase.governed
        return found

    def _anywhere(self, here: int, wanted: str, gender: str) -> str | None:
        """The fitting name of the title or of the sentence itself, else the last one before it, else the next one after."""
        following = range(here, min(len(self.starts), here + SENTENCES))
        before = range(here - SENTENCES - 1, max(-1, here - 4 * SENTENCES), -1)
        for name, _, _ in self._names_of(self.article.title):
            if self.fits(name, wanted, gender):
                return name
        for number in (*before, *following):
            for name, _, _ in self._names_in(number):
                if self.fits(name, wanted, gender):
                    return name
        return None
