"""Tells which quotations are statements, and who made them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.model.mention import NameMention
from bearhug.model.reading import Statement
from bearhug.reading.noun_phrases import Phrase
from bearhug.reading.quotations import Quotation
from bearhug.reading.speaker_cues import after, before
from bearhug.reading.speaker_names import People
from bearhug.reading.speech_words import Line, Words, line, words

WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"[.!?…][\"”»’')]*(?=\s+[\"“«‘]?[^\W\d_a-zß-ÿ]|[^\W\d_a-zß-ÿ][a-zà-ÿ]|\s*\Z)|\n\s*\n")
WINDOW = 400  # characters looked at on either side of a quotation
FEWEST = 3  # words of a statement that is no reply


@dataclass(slots=True)
class Setting:
    """One quotation with the words around it: `head` leads to it within its sentence, `tail` follows it."""

    quotation: Quotation
    quote: str
    head: Line
    tail: Line
    joined: bool  # no sentence ends between the quotation before and this one
    first: bool  # no quotation before it in its paragraph
    lead: str  # the characters before the opening mark
    speaker: Phrase | None = None
    told_by: Line | None = None
    cue: bool = False


def find(article: Article, pack: Pack, quotations: Sequence[Quotation], names: Sequence[NameMention] = ()) -> tuple[Statement, ...]:
    """The statements among the quotations, in reading order, each with the fullest name of its speaker where one is told.

    `names`, where given, are the names that the article mentions; they sharpen who is a person.
    """
    if not quotations:
        return ()
    known = words(pack)
    people = People(article, known)
    found: list[Statement] = []
    del names
    settings = [_setting(article, known, quotations, i) for i in range(len(quotations))]
    for i, setting in enumerate(settings):
        _cue(settings, i, known)
    previous: Statement | None = None
    for i, setting in enumerate(settings):
        if not _is_statement(setting, known):
            continue
        name = _speaker(article, people, settings, i, previous, found)
        span = setting.quotation.span
        near = setting.quotation.outer.start
        place = people.span(name, near) if name else None
        statement = Statement(setting.quote, span, name if place else None, place)
        found.append(statement)
        previous = statement
    return _once(found)


def _setting(article: Article, known: Words, quotations: Sequence[Quotation], i: int) -> Setting:
    here = quotations[i]
    where, start, end = here.outer.where, here.outer.start, here.outer.end
    text = article.part(where)
    floor = quotations[i - 1].outer.end if i and quotations[i - 1].outer.where == where else 0
    ceiling = quotations[i + 1].outer.start if i + 1 < len(quotations) and quotations[i + 1].outer.where == where else len(text)
    lead = text[max(floor, start - WINDOW) : start]
    begins = 0
    ends = [m.end() for m in SENTENCE_END.finditer(lead)]
    if ends:
        begins = ends[-1]
    if text[end - 2 : end - 1] in (".", "!", "?", "…") and text[end : end + 2].strip()[:1].isupper() or not here.closed:
        follow = ""
    else:
        follow = text[end : min(ceiling, end + WINDOW)]
        stop = SENTENCE_END.search(follow)
        if stop:
            follow = follow[: stop.end()]
    prior = i > 0 and floor > 0
    ended = bool(prior and text[floor - 2 : floor - 1] in (".", "!", "?", "…") and lead.lstrip()[:1].isupper())
    joined = prior and not ends and start - floor < WINDOW and not ended
    first = not prior or "\n\n" in text[floor:start]
    head = line(lead[begins:], known, begins > 0 or not joined)
    return Setting(here, article.words(here.span), head, line(follow, known, False), joined, first, lead)


def _cue(settings: list[Setting], i: int, known: Words) -> None:
    here = settings[i]
    following = after(here.tail, known)
    leading, told = before(here.head, known)
    if following is not None and (not told or leading is None or following.kind == "S"):
        here.speaker, here.told_by, here.cue = following, here.tail, True
    elif told and leading is not None:
        here.speaker, here.told_by, here.cue = leading, here.head, True
    elif not here.joined and leading is not None:
        here.speaker, here.told_by = leading, here.head
    here.cue = here.cue or told


def _is_statement(setting: Setting, known: Words) -> bool:
    quote, lead = setting.quote, setting.lead.rstrip()
    count = len(WORD.findall(quote))
    if count == 0:
        return False
    if count < FEWEST:
        alone = lead.endswith(":") or not lead or lead[-1] in ".!?…»”\"" or lead.endswith("\n")
        return setting.cue and alone and setting.quotation.outer.where == "text"
    if count >= 9:
        return True
    if lead.endswith("(") or (lead.endswith(("the", "l’", "l'")) and lead[-5:-4] == "("):
        return False
    last = setting.head.kinds[-1] if setting.head.kinds else ""
    if last == "T" or (last in "DI" and len(setting.head.kinds) > 1 and setting.head.kinds[-2] == "T"):
        return False
    capitals = [w for w in quote.split() if len(w) > 3]
    if len(capitals) > 1 and all(w[0].isupper() for w in capitals):
        return False
    if setting.cue or setting.joined:
        return True
    if last in "DIGxs" and not setting.quote[0].isupper():
        return False
    return bool(setting.quote[0].isupper() or setting.speaker)


def _speaker(
    article: Article, people: People, settings: list[Setting], i: int, previous: Statement | None, found: list[Statement]
) -> str | None:
    here = settings[i]
    near = here.quotation.outer.start
    if here.cue and here.speaker is not None and here.told_by is not None:
        return _resolve(people, here.speaker, here.told_by, near, settings, i)
    same_place = previous is not None and i > 0 and previous.span.where == here.quotation.span.where
    if same_place and previous is not None and (here.joined or here.quotation.continued or not here.first):
        return previous.speaker
    if here.joined or not here.head.kinds or here.speaker is None:
        # another quotation of the same sentence tells
        for j in range(i + 1, len(settings)):
            if not settings[j].joined:
                break
            other = settings[j]
            if other.cue and other.speaker is not None and other.told_by is not None:
                return _resolve(people, other.speaker, other.told_by, near, settings, i)
    if here.speaker is not None and here.told_by is not None:
        return _resolve(people, here.speaker, here.told_by, near, settings, i)
    return _told_before(people, here, previous, near)


def _told_before(people: People, here: Setting, previous: Statement | None, near: int) -> str | None:
    """The subject of the sentence before a quotation that stands alone, else who spoke last."""
    if here.quotation.outer.where == "text":
        text = people.text
        start = max(0, near - WINDOW)
        ends = [m.end() for m in SENTENCE_END.finditer(text, start, max(start, near - 2))]
        told = line(text[ends[-1] if ends else start : near], people.known)
        phrase, _ = before(told, people.known)
        if phrase is not None:
            return _resolve(people, phrase, told, near, [], 0)
    return previous.speaker if previous else None


def _resolve(people: People, phrase: Phrase, told_by: Line, near: int, settings: list[Setting], i: int) -> str | None:
    """The name that a phrase stands for, and remembers it."""
    name: str | None
    if phrase.name is not None:
        name = people.name(told_by, phrase.name)
        person = phrase.role is not None or bool(phrase.gender) or people.is_person(name)
        people.remember(name, phrase.gender or people.gender(name), person)
        return name
    if phrase.kind == "S":
        floor = settings[i - 1].quotation.outer.end if settings and i else max(0, near - WINDOW)
        if phrase.gender in ("m", "f"):
            return people.last_person(near, phrase.gender, floor)
        return people.last_organisation(near)
    if phrase.kind in "KOM":
        if phrase.of is not None:
            name = people.name(told_by, phrase.of)
            people.remember(name, "", False)
            return name
        return people.last_organisation(near)
    if phrase.kind == "R" and not phrase.indefinite:
        return people.role(told_by, phrase) or people.last_person(near, phrase.gender, near)
    return None


def _once(found: list[Statement]) -> tuple[Statement, ...]:
    """Leaves out what is a mere repetition: a pull quote, or a title that quotes the text."""
    plain = [" ".join(WORD.findall(s.quote.casefold())) for s in found]
    kept: list[Statement] = []
    seen: dict[str, int] = {}
    for i, statement in enumerate(found):
        if plain[i] in seen:
            at = seen[plain[i]]
            if kept[at].speaker is None or kept[at].span.where == "title":
                kept[at] = statement
            continue
        seen[plain[i]] = len(kept)
        kept.append(statement)
    whole = "\n".join(seen)
    return tuple(s for s, p in zip(kept, seen, strict=True) if not (whole.count(p) > 1))
