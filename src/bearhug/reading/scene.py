"""One article laid out for reading: sentences, triggers, names, sums, and who each name or pronoun stands for."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.model.mention import DateMention, MoneyMention, NameMention, PercentMention
from bearhug.model.reading import Statement
from bearhug.model.span import Span, Where
from bearhug.reading import amounts, cues, dates, names, parties, percentages, sentences, standings, triggers
from bearhug.reading.cues import Cue
from bearhug.reading.parties import Party
from bearhug.reading.quotations import Quotation
from bearhug.reading.sentences import Sentence
from bearhug.reading.standings import Standing
from bearhug.reading.tagger import Tagger
from bearhug.reading.triggers import Trigger

MOST_SEEN = 50_000  # words whose class is kept in memory
CROWD = 80  # actors of one line; a line that names more is a list, and each actor is compared with all others of its line


@dataclass(frozen=True, slots=True)
class Actor:
    """Words `first` to `last` of sentence `sentence` that stand for a party: its name, a pronoun or a description."""

    sentence: int
    first: int
    last: int
    party: int
    form: str  # name, pronoun, possessive, description


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as the rules see it: lower-case words, their classes, its triggers and actors."""

    sentence: Sentence
    lower: tuple[str, ...]
    classes: tuple[str, ...]
    triggers: tuple[Trigger, ...]
    actors: tuple[Actor, ...]
    quoted: tuple[bool, ...]


@dataclass(frozen=True)
class Scene:
    """All that was found in one article, before anyone decides who bids for whom."""

    article: Article
    pack: Pack
    lines: tuple[Line, ...]
    names: tuple[NameMention, ...]
    parties: tuple[Party, ...]
    money: tuple[MoneyMention, ...]
    percents: tuple[PercentMention, ...]
    dates: tuple[DateMention, ...]

    def line_of(self, span: Span) -> int | None:
        """The number of the sentence in which a span begins."""
        place = bisect_right(self.order, (span.where == "text", span.start)) - 1
        return place if place >= 0 and self.lines[place].sentence.where == span.where else None

    def dates_in(self, sentence: Sentence) -> Sequence[DateMention]:
        """The dates that begin in a sentence."""
        first, last = (bisect_left(self.date_order, (sentence.where == "text", at)) for at in (sentence.start, sentence.end))
        return self.dates[first:last]

    @cached_property
    def date_order(self) -> list[tuple[bool, int]]:
        """Where each date begins: the title's come first."""
        return [(date.span.where == "text", date.span.start) for date in self.dates]

    @cached_property
    def standings(self) -> list[Standing]:
        """How each party stands in the whole article."""
        placed = ((a.party, line.sentence.where == "title" and a.form == "name") for line in self.lines for a in line.actors)
        return standings.of_parties(self.parties, placed)

    @cached_property
    def cues(self) -> list[tuple[Cue, ...]]:
        """The cues of each line."""
        return [cues.find(line.lower, self.pack) for line in self.lines]

    @cached_property
    def order(self) -> list[tuple[bool, int]]:
        """Where each line begins: the title's come first."""
        return [(line.sentence.where == "text", line.sentence.start) for line in self.lines]


@cache
def word_classes(pack: Pack) -> Mapping[str, str]:
    """The class of each small word of the pack (the first class that lists it)."""
    found: dict[str, str] = {}
    for name, words in pack.table("words")["classes"].items():
        for word in words:
            found.setdefault(word, name)
    return found


class Classes(dict[str, str]):
    """The class of each word met so far, by the word as written."""

    def __init__(self, small: Mapping[str, str]) -> None:
        """Begin with nothing but the pack's small words."""
        super().__init__()
        self.small = small

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_SEEN:
            self.clear()
        found = self[word] = _class(word, _lower(word), self.small)
        return found


@cache
def _classes(pack: Pack) -> Classes:
    return Classes(word_classes(pack))


def _lower(word: str) -> str:
    return word.casefold().replace("’", "'")


def build(
    article: Article, pack: Pack, quotations: Sequence[Quotation], said: Sequence[Statement] = (), tagger: Tagger | None = None
) -> Scene:
    """Lay out an article.

    `said` are its statements: a "we" inside one stands for who said it. `tagger` stands in for the one that ships, where
    training needs one that has not seen the article.
    """
    split = sentences.split(article, pack)
    found = names.find(split, article, pack) if tagger is None else names.find_with(tagger, split, article, pack)
    grouped = parties.group(found, article)
    owner = {mention: number for number, party in enumerate(grouped) for mention in party.mentions}
    lines: list[Line] = []
    cursor = 0
    classes = _classes(pack)
    previous: int | None = None
    marked = {where: _inside(quotations, where, len(article.part(where))) for where in ("title", "text")}
    voices = _voices(said, found, owner)
    ordered = sorted(range(len(found)), key=lambda m: (found[m].span.where != "title", found[m].span.start))
    for number, sentence in enumerate(split):
        lower = tuple(map(_lower, sentence.words))
        named: list[Actor] = []
        taken: set[int] = set()
        while cursor < len(ordered):
            mention = found[ordered[cursor]]
            if mention.span.where != sentence.where or mention.span.start >= sentence.end:
                break
            inside = range(bisect_right(sentence.ends, mention.span.start), bisect_left(sentence.starts, mention.span.end))
            if inside and ordered[cursor] in owner:
                named.append(Actor(number, inside[0], inside[-1], owner[ordered[cursor]], "name"))
                taken.update(inside)
            cursor += 1
        hits = tuple(t for t in triggers.find(lower, pack) if not taken.intersection(range(t.first, t.last + 1)))
        quoted = tuple(bool(marked[sentence.where][start]) for start in sentence.starts)
        tags = tuple("NAME" if i in taken else classes[word] for i, word in enumerate(sentence.words))
        verbs = frozenset(t.first for t in hits if t.form in ("finite", "infinitive", "participle"))
        actors = _stand_ins(number, tags, verbs, named, previous, grouped)
        if voices and any(quoted):
            actors = sorted([*actors, *_first_persons(number, sentence, tags, voices)], key=lambda a: a.first)
        del actors[CROWD:]
        if sentence.where == "text" or previous is None:
            subject = next((a.party for a in actors if not _after_preposition(tags, a.first)), None)
            previous = subject if subject is not None else (actors[0].party if actors else previous)
        lines.append(Line(sentence, lower, tags, hits, tuple(actors), quoted))
    money = amounts.find_money(article, pack)
    percents = percentages.find_percents(article, pack)
    return Scene(article, pack, tuple(lines), found, grouped, money, percents, dates.find_dates(article, pack))


def _inside(quotations: Sequence[Quotation], where: Where, length: int) -> np.ndarray:
    """For each character of the title or text whether it stands in a quotation."""
    steps = np.zeros(length + 1, dtype=np.int32)
    for quotation in quotations:
        if quotation.span.where == where:
            steps[quotation.span.start] += 1
            steps[quotation.span.end] -= 1
    return np.cumsum(steps) > 0


def _voices(said: Sequence[Statement], found: Sequence[NameMention], owner: Mapping[int, int]) -> list[tuple[Span, int]]:
    """The statements whose speaker is a party, in reading order."""
    parties = {found[mention].text: party for mention, party in sorted(owner.items(), reverse=True)}
    known = [(one.span, parties[one.speaker]) for one in said if one.speaker in parties]
    return sorted(known, key=lambda v: (v[0].where == "text", v[0].start))


def _first_persons(number: int, sentence: Sentence, tags: Sequence[str], voices: Sequence[tuple[Span, int]]) -> list[Actor]:
    """The actors that "we" and "I" stand for inside statements."""
    found = []
    for i, tag in enumerate(tags):
        if tag == "we":
            here = (sentence.where == "text", sentence.starts[i])
            place = bisect_right(voices, here, key=lambda voice: (voice[0].where == "text", voice[0].start)) - 1
            if place >= 0 and voices[place][0].where == sentence.where and sentence.starts[i] < voices[place][0].end:
                found.append(Actor(number, i, i, voices[place][1], "pronoun"))
    return found


def _class(word: str, lower: str, classes: Mapping[str, str]) -> str:
    known = classes.get(lower)
    if known:
        return known
    if lower[0].isdigit():
        return "NUM"
    if lower in ("'s", "'"):
        return "'s"
    if not lower[0].isalnum():
        return lower if lower in ",:;()-–—$€£%." else "MARK"
    return "Cap" if word[0].isupper() else "w"


PREPOSITIONS = frozenset({"by", "of", "to", "from", "on", "for", "in", "with", "between", "like"})


ACTS = frozenset({"have", "be", "modal", "say", "neg"})  # what follows a subject


def _named_after(tags: Sequence[str], verbs: Set[int], i: int) -> bool:
    """Whether a name follows a description at once and tells whom it describes: "le spécialiste des batteries Voltair"."""
    for k in range(i + 1, min(i + 6, len(tags))):
        if tags[k] == "NAME":
            return True
        if tags[k] not in ("w", "Cap", "of", "det", "-", "in", "NUM") or k in verbs:
            return False
    return False


def _after_preposition(tags: Sequence[str], first: int) -> bool:
    i = first - 1
    while i >= 0 and tags[i] in ("det", "poss", "w", "maker", "Cap"):
        i -= 1
    return i >= 0 and tags[i] in PREPOSITIONS


def _stand_ins(
    number: int, tags: Sequence[str], verbs: Set[int], named: Sequence[Actor], previous: int | None, grouped: Sequence[Party]
) -> list[Actor]:
    """The named actors and, for pronouns, possessives and "the company", whom they most likely stand for."""
    actors = list(named)
    for i, tag in enumerate(tags):
        if tag in ("it", "poss"):
            form = "pronoun" if tag == "it" else "possessive"
        elif tag == "maker" and i and tags[i - 1] == "det" and not _named_after(tags, verbs, i):
            form = "description"
        else:
            continue
        before = [a for a in named if a.last < i and not _after_preposition(tags, a.first)] or [a for a in named if a.last < i]
        acting = [a for a in before if a.last + 1 < i and tags[a.last + 1] in ACTS]
        party = acting[-1].party if acting else before[0].party if before else previous
        if party is None or (form == "description" and grouped[party].kind == "PER"):
            continue
        actors.append(Actor(number, i, i, party, form))
    return sorted(actors, key=lambda a: a.first)
