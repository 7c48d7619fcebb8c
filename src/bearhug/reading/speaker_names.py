"""Who a phrase means: the fullest name that the article uses, what a role or a pronoun points back to."""

import re

from bearhug.model.article import Article
from bearhug.model.span import Span, Where
from bearhug.reading.noun_phrases import Phrase, phrases
from bearhug.reading.speech_words import Line, Words, line

CAPITALS = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w'’&-]*|[A-Z]\.)(?: (?:(?:de|van|von|der|la|le|du|des|bin|al) )?(?:[^\W\d_a-zß-ÿ][\w'’&-]*|[A-Z]\.))+")
BEFORE_NAME = re.compile(r"(?:(?:[^\W\d_a-zß-ÿ][\w'’-]*|[A-Z]\.)[ \u00a0]){1,3}$")
FAR = 900  # characters looked back for the person or organisation that a pronoun or role means


class People:
    """The article's memory of names: built as questions come, never more than the questions need."""

    def __init__(self, article: Article, known: Words) -> None:
        self.article, self.known = article, known
        self.text = article.text
        self.full: dict[str, str] = {}
        self.roles: dict[str, str | None] = {}
        self.spoken: list[tuple[str, str, bool]] = []  # name, gender, whether it is a person

    def remember(self, name: str, gender: str, person: bool) -> None:
        """Keeps who spoke, for the pronouns that follow."""
        self.spoken.append((name, gender, person))

    def name(self, line_: Line, words: tuple[int, int]) -> str:
        """The fullest form of a name that stands at the words of a line."""
        short = self._written(line_, words)
        if short not in self.full:
            self.full[short] = self._fullest(short)
        return self.full[short]

    def _written(self, line_: Line, words: tuple[int, int]) -> str:
        """The name's characters as the article has them."""
        parts = line_.words[words[0] : words[1]]
        joined = " ".join(parts)
        if joined in self.text or joined in self.article.title:
            return joined
        loose = re.compile(r"\s?".join(re.escape(part) for part in parts))
        found = loose.search(self.text) or loose.search(self.article.title)
        return found[0] if found else joined

    def _fullest(self, short: str) -> str:
        """The longest run of capitalised words that ends with `short`: "Elon Musk" for "Musk"."""
        best = short
        if " " in short and short.split(" ", 1)[0] in self.known.given:
            return short
        for text in (self.article.title, self.text):
            at = text.find(short)
            looks = 0
            while at > 0 and looks < 20:
                looks += 1
                end = at + len(short)
                if text[at - 1] in " \u00a0" and not (text[end : end + 1].isalnum()):
                    found = BEFORE_NAME.search(text, max(0, at - 60), at)
                    if found:
                        first = self._first_name(found[0], short)
                        if first and len(first) + len(short) > len(best):
                            best = text[at - len(first) : end]
                at = text.find(short, end)
        return best

    def _first_name(self, lead: str, short: str) -> str:
        """The part of the capitalised words before a surname that belongs to the name."""
        words = lead.split()
        keep: list[str] = []
        for word in reversed(words):
            low = word.lower()
            if low in self.known.capital or low in self.known.kinds or word.rstrip(".") in self.known.abbreviations and len(word) > 2:
                break
            keep.insert(0, word)
        for at, word in enumerate(keep):
            if word in self.known.given:
                return lead[lead.rindex(" ".join(keep[at:])) :]
        if not keep or (" " in short):
            return ""
        return lead[lead.rindex(" ".join(keep)) :] if " ".join(keep) in lead else ""

    def span(self, name: str, near: int) -> Span | None:
        """A place where the name stands: the last one before `near`, else the first after it, else in the title."""
        at = self.text.rfind(name, 0, near)
        if at < 0:
            at = self.text.find(name)
        where: Where = "text"
        if at < 0:
            at, where = self.article.title.find(name), "title"
        return Span(where, at, at + len(name)) if at >= 0 else None

    def is_person(self, name: str) -> bool:
        """Whether a name looks like a person's: a known given name, or one who was told as a person."""
        first = name.split(" ", 1)[0]
        return first in self.known.given or first.split("-")[0] in self.known.given

    def gender(self, name: str) -> str:
        """m, f, or nothing where the given name does not tell."""
        first = name.split(" ", 1)[0]
        return self.known.given.get(first) or self.known.given.get(first.split("-")[0], "")

    def last_person(self, near: int, gender: str, floor: int) -> str | None:
        """The person whom a pronoun at `near` means: the last one told since `floor`, else the last who spoke, else the last told."""
        told = self._persons(max(floor, near - FAR), near, gender)
        if told:
            return told
        for name, marked, person in reversed(self.spoken):
            if person and (not gender or not marked or marked == gender):
                return name
        return self._persons(0, near, gender)

    def _persons(self, start: int, end: int, gender: str) -> str | None:
        best = None
        for found in CAPITALS.finditer(self.text, start, end):
            words = found[0].split(" ")
            for at in range(len(words) - 1):
                if words[at] in self.known.given or words[at].split("-")[0] in self.known.given:
                    name = " ".join(words[at:])
                    marked = self.gender(name)
                    if not gender or not marked or marked == gender:
                        best = name
                    break
        return best

    def last_organisation(self, near: int) -> str | None:
        """The organisation that "the group" means at `near`: the last that spoke, else the subject of what was told before."""
        for name, _, person in reversed(self.spoken):
            if not person:
                return name
        start = max(0, self.text.rfind("\n\n", 0, max(0, near - 1)), near - FAR)
        for begin in (start, max(0, near - FAR), 0):
            told = line(self.text[begin:near], self.known)
            for phrase in phrases(told, self.known):
                if phrase.name and not phrase.governed and not self.is_person(" ".join(told.words[phrase.name[0] : phrase.name[1]])):
                    return self.name(told, phrase.name)
            if begin == 0:
                break
        titled = line(self.article.title, self.known)
        for phrase in phrases(titled, self.known):
            if phrase.name and not self.is_person(titled.words[phrase.name[0]]):
                return self.name(titled, phrase.name)
        return None

    def role(self, line_: Line, phrase: Phrase) -> str | None:
        """The person whom the article elsewhere tells with the role: "le directeur général" is Sam Altman."""
        if phrase.role is None:
            return None
        words = [w.lower() for w in line_.words[phrase.role[0] : phrase.role[1]]]
        key = " ".join(words)
        if key not in self.roles:
            self.roles[key] = self._holder(key)
        return self.roles[key]

    def _holder(self, role: str) -> str | None:
        at, looks = -1, 0
        low = self.text.lower() if len(self.text) < 100_000 else self.text
        while looks < 6 and (at := low.find(role, at + 1)) >= 0:
            looks += 1
            start = max(self.text.rfind(". ", 0, at) + 1, self.text.rfind("\n", 0, at) + 1, at - 120)
            told = line(self.text[start : at + 120], self.known)
            for phrase in phrases(told, self.known):
                if phrase.name is None:
                    continue
                covered = " ".join(told.words[phrase.start : phrase.end]).lower()
                if role in covered:
                    name = self.name(told, phrase.name)
                    if self.is_person(name) or " " in name:
                        return name
        return None


