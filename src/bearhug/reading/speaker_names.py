"""Who a phrase means: the fullest name that the article uses, what role it has there."""

import re

from bearhug.model.article import Article
from bearhug.model.span import Span
from bearhug.reading.noun_phrases import Phrase, phrases
from bearhug.reading.speech_lexicon import Words
from bearhug.reading.speech_words import Line, line

CAPITAL = r"(?:[^\W\d_a-zß-ÿ][\w'’-]*|[A-Z]\.)"
BEFORE_NAME = re.compile(rf"(?:{CAPITAL}[ \u00a0]){{1,3}}$")
SENTENCE_END = re.compile(
    r"[.!?…\n](?:(?<=\n)[^\S\n]*\n"  # a new paragraph, or a full stop before a capital letter, a quotation or the end
    r"|(?<!\n)[\"”»’')]*(?=\s+[\"“«‘(]?[^\W\d_a-zß-ÿ]|[\"“«‘]?[^\W\d_a-zß-ÿ](?:[a-zà-ÿ]|\.\s)|\s*(?:\Z|\x01)))"
)
LAST_WORD = re.compile(r"[^\W\d_]+\Z")
REACH = 50_000  # characters from the article's beginning in which fuller names and roles are looked for
LOOKS = 12  # places of a word that are looked at
AROUND = 1_000  # characters around a quotation in which its speaker's name is looked for first


def sentence_ends(text: str, known: Words) -> list[int]:
    """Where the sentences of a text end, abbreviations and initials apart."""
    found = []
    for stop in SENTENCE_END.finditer(text):
        at = stop.start()
        if text[at] == "." and not text[at - 4 : at].islower():
            word = LAST_WORD.search(text, max(0, at - 12), at)
            if word and (word[0] in known.abbreviations or (len(word[0]) == 1 and word[0].isupper())):
                continue
        found.append(stop.end())
    return found


class Names:
    """The article's memory of names: built as questions come, never more than the questions need."""

    def __init__(self, article: Article, known: Words) -> None:
        self.article, self.known = article, known
        self.text = article.text[:REACH]
        self.full: dict[str, str] = {}
        self.roles: dict[str, str | None] = {}
        self.bodies: dict[str, str | None] = {}
        self.counts: dict[str, int] = {}
        self.genders: dict[str, str] = {}
        self.persons: set[str] = set()

    def named(self, told: Line, phrase: Phrase) -> str | None:
        """The fullest form of the name that a phrase bears; what the phrase tells of its bearer is kept."""
        if phrase.name is None:
            return None
        name = self.name(told, phrase.name)
        honoured = phrase.kind == "n" and phrase.role is None and phrase.name[0] > phrase.start and phrase.of is None
        aged = told.kinds[phrase.name[1] : phrase.name[1] + 2] == ",0"  # "X, 45,"
        if (
            honoured
            or aged
            or self._told_with_role(told, phrase)
            or self._titled(told, phrase)
            or phrase.gender
            or self._given(name) is not None
        ):
            self.persons.add(name)
        if phrase.gender:
            self.genders[name] = phrase.gender
        return name

    def _titled(self, told: Line, phrase: Phrase) -> bool:
        if phrase.role is None or phrase.kind != "n":
            return False
        return any(word.lower() not in self.known.shared for word in told.words[phrase.role[0] : phrase.role[1]])

    def _told_with_role(self, told: Line, phrase: Phrase) -> bool:
        """Whether a person's role stands behind the name: "X, chief executive of Y"."""
        if phrase.name is None or phrase.kind != "n":
            return False
        behind = range(phrase.name[1], phrase.end)
        return any(told.kinds[i] == "R" and told.words[i].lower() not in self.known.shared for i in behind)

    def name(self, told: Line, words: tuple[int, int]) -> str:
        """The fullest form of the name that stands at the words of a line."""
        short = self._written(told, words)
        if short not in self.full:
            self.full[short] = self._fullest(short)
        return self.full[short]

    def _written(self, told: Line, words: tuple[int, int]) -> str:
        """The name's characters as the article has them."""
        parts = told.words[words[0] : words[1]]
        joined = " ".join(parts)
        if len(parts) == 1 or joined in self.text or joined in self.article.title:
            return joined
        loose = re.compile(r"\s?".join(re.escape(part) for part in parts))
        found = loose.search(self.text) or loose.search(self.article.title)
        return found[0] if found else joined

    def _fullest(self, short: str) -> str:
        """The longest run of capitalised words that ends with `short`: "Elon Musk" for "Musk"."""
        best = short
        if " " in short:
            return short
        for text in (self.article.title, self.text):
            at = text.find(short)
            for _ in range(LOOKS):
                if at < 0:
                    break
                end = at + len(short)
                if at and text[at - 1] in " \u00a0" and not text[end : end + 1].isalnum():
                    found = BEFORE_NAME.search(text, max(0, at - 60), at)
                    first = self._first_name(found[0]) if found else ""
                    if first and len(first) + len(short) > len(best):
                        best = text[at - len(first) : end]
                at = text.find(short, end)
        return best

    def _first_name(self, lead: str) -> str:
        """The end of a capitalised run that belongs to the surname after it: roles, titles and small words do not."""
        at = len(lead)
        for word in reversed(lead.split()):
            bare = word.rstrip(".")
            low = bare.lower()
            if low in self.known.capital or low in self.known.kinds or (bare in self.known.abbreviations and len(bare) > 1):
                break
            at = lead.rindex(word, 0, at)
            if bare in self.known.given:
                return lead[at:]
        return lead[at:]

    def span(self, name: str, start: int, end: int) -> Span | None:
        """A place where the name stands: the nearest before `start`, else after `end`, else the article's first."""
        text = self.article.text
        at = text.rfind(name, max(0, start - AROUND), start)
        if at < 0:
            at = text.find(name, start, end + AROUND)
        if at < 0:
            at = self.text.find(name)
        if at >= 0:
            return Span("text", at, at + len(name))
        at = self.article.title.find(name)
        return Span("title", at, at + len(name)) if at >= 0 else None

    def count(self, name: str) -> int:
        """How often the article has the name."""
        if name not in self.counts:
            self.counts[name] = self.text.count(name)
        return self.counts[name]

    def _given(self, name: str) -> str | None:
        """m, f or nothing for a known given name in front, None where it is none."""
        first = name.split(" ", 1)[0]
        return self.known.given.get(first, self.known.given.get(first.split("-")[0])) if " " in name else None

    def is_person(self, name: str) -> bool:
        """Whether a name is a person's, by its given name or by what the article tells."""
        return name in self.persons or self._given(name) is not None

    def gender(self, name: str) -> str:
        """m, f, or nothing where neither the given name nor the article tells."""
        return self.genders.get(name) or self._given(name) or ""

    def role(self, told: Line, phrase: Phrase) -> str | None:
        """The person whom the article elsewhere tells with the role: "le directeur général" is Sam Altman."""
        if phrase.role is None:
            return None
        key = " ".join(told.words[phrase.role[0] : phrase.role[1]]).lower()
        if key not in self.roles:
            self.roles[key] = self._holder(key)
        return self.roles[key]

    def _holder(self, role: str) -> str | None:
        at = -1
        for _ in range(LOOKS // 3):
            at = self.text.find(role, at + 1)
            if at < 0:
                break
            start = max(self.text.rfind(". ", 0, at) + 1, self.text.rfind("\n", 0, at) + 1, at - 120)
            told = line(self.text[start : at + 120], self.known, True, self.text)
            for phrase in phrases(told, self.known):
                if phrase.name is not None and role in " ".join(told.words[phrase.start : phrase.end]).lower():
                    name = self.named(told, phrase)
                    if name and (" " in name or self.is_person(name)):
                        self.persons.add(name)
                        return name
        return None

    def company(self, told: Line, phrase: Phrase) -> str | None:
        """The organisation whose name has the noun of the phrase with a capital: "the department" is the Justice Department."""
        word = told.words[phrase.start if phrase.role is None else phrase.role[0]].capitalize()
        if word not in self.bodies:
            self.bodies[word] = self._company(word)
        return self.bodies[word]

    def _company(self, word: str) -> str | None:
        at = self.text.find(word)
        for _ in range(LOOKS):
            if at < 0:
                break
            around = line(self.text[max(0, at - 60) : at + 60], self.known, False, self.text)
            for found in phrases(around, self.known):
                if found.name is not None and found.name[1] - found.name[0] > 1 and word in around.words[found.name[0] : found.name[1]]:
                    return self.name(around, found.name)
            at = self.text.find(word, at + 1)
        return None
