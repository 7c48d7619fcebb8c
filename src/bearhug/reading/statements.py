"""Tells which quotations are statements, and who made them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.model.mention import NameMention
from bearhug.model.reading import Statement
from bearhug.reading.antecedents import Antecedents
from bearhug.reading.noun_phrases import Phrase, phrases
from bearhug.reading.quotations import ENDERS, Quotation
from bearhug.reading.speaker_cues import after, before, inside
from bearhug.reading.speaker_names import REACH, Names
from bearhug.reading.speech_words import Line, Words, line, words

WORD = re.compile(r"\w+")
ASIDE = re.compile(r",\s(?:[^\W\d_A-Z][\w-]*['’]?\s?){1,3}(?<=\s)[^\W\d_a-zß-ÿ]|,\s[a-z]\w+-[a-z-]+")  # ", a dit X" in a quotation
WINDOW = 400  # characters looked at on either side of a quotation
REPEATS = 4  # worth of a quotation that may be a repetition of part of another
FEWEST = 3  # words of a statement that is no reply
LONG = 100  # characters, and
ENOUGH = 9  # words that make a quotation a statement whatever stands around it


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
    start: int  # where the sentence before the head begins
    heading: bool  # glued to the text on both sides, as portals print headings
    speaker: Phrase | None = None
    told_by: Line | None = None
    cue: bool = False
    name: str | None = None


def find(article: Article, pack: Pack, quotations: Sequence[Quotation], names: Sequence[NameMention] = ()) -> tuple[Statement, ...]:
    """The statements among the quotations, in reading order, each with the fullest name of its speaker where one is told.

    `names`, where given, are the names that the article mentions; they sharpen who is a person.
    """
    if not quotations:
        return ()
    known = words(pack)
    people = Names(article, known)
    back = Antecedents(article, known, people, [quotation.outer for quotation in quotations])
    people.persons.update(name.text for name in names if name.kind == "PER")
    settings = [_setting(article, back, quotations, i) for i in range(len(quotations))]
    for setting in settings:
        _cue(setting, known)
    found: list[tuple[Setting, Statement]] = []
    for i, setting in enumerate(settings):
        follows = setting.joined and bool(found) and found[-1][0] is settings[i - 1]
        spoken = len(back.spoken)
        accepted = _is_statement(setting, follows)
        if accepted or (i + 1 < len(settings) and settings[i + 1].joined):
            setting.name = _speaker(back, settings, i)
        if not accepted:
            del back.spoken[spoken:]
            continue
        outer = setting.quotation.outer
        place = people.span(setting.name, outer.start, outer.end) if setting.name else None
        found.append((setting, Statement(setting.quote, setting.quotation.span, setting.name if place else None, place)))
    return _once(found)


def _setting(article: Article, back: Antecedents, quotations: Sequence[Quotation], i: int) -> Setting:
    here, known = quotations[i], back.known
    where, start, end = here.outer.where, here.outer.start, here.outer.end
    text = article.part(where)
    prior = i > 0 and quotations[i - 1].outer.where == where
    floor = quotations[i - 1].outer.end if prior else 0
    more = i + 1 < len(quotations) and quotations[i + 1].outer.where == where
    ceiling = quotations[i + 1].outer.start if more else len(text)
    low = max(floor, start - WINDOW)
    lead = text[low:start]
    ends = back.ends(where, low, start)
    begins = ends[-1] if ends else low
    quote = article.words(here.span)
    ended = text[end : end + 2].strip()[:1].isupper() and (quote[-1] in ENDERS or _begins(text[end : end + 20], known))
    glued = start > 0 and text[start - 1] in ENDERS
    after_ = text[end : end + 2].strip()[:1]
    heading = glued and end - start < LONG and (after_.isupper() or after_ in "«“\"") and after_ != ""
    follow = ""
    if here.closed and not ended and not heading:
        stops = back.ends(where, end + 1, min(ceiling, end + WINDOW))
        follow = text[end : stops[0] if stops else min(ceiling, end + WINDOW)]
    joined = prior and not ends and start - floor < WINDOW
    head = line(text[begins:start], known, bool(ends) or not joined, back.context)
    tail = line(follow, known, False)
    first = not prior or "\n\n" in text[floor:start]
    return Setting(here, quote, head, tail, joined, first, lead, low, heading)


def _begins(text: str, known: Words) -> bool:
    """Whether a text begins with a small word in a capital letter, and so a sentence."""
    first = WORD.search(text)
    return first is not None and first[0].lower() in known.kinds and first[0].lower() not in known.nouns


def _cue(here: Setting, known: Words) -> None:
    """Looks for the words that tell who speaks: behind the quotation, before it, inside it."""
    following = after(here.tail, known)
    leading, told = before(here.head, known)
    if following is not None and (not told or leading is None or leading.name is None or following.name is not None):
        here.speaker, here.told_by, here.cue = following, here.tail, True
    elif told and leading is not None:
        here.speaker, here.told_by, here.cue = leading, here.head, True
    elif ASIDE.search(here.quote, 0, WINDOW) and (within := inside(line(here.quote[:WINDOW], known), known)):
        here.speaker, here.told_by = within
        here.cue = True
    elif leading is not None:
        here.speaker, here.told_by = leading, here.head
    here.cue = here.cue or told


def _is_statement(here: Setting, follows: bool) -> bool:
    """Whether a quotation is speech: not a term, a title or a word held at arm's length.

    `follows` tells that the quotation before it, in the same sentence, is a statement.
    """
    quote = here.quote
    if len(quote) > LONG:
        return True
    lead = here.lead.rstrip()
    count = len(WORD.findall(quote))
    if count < FEWEST:
        alone = not lead or lead[-1] == ":" or lead[-1] in ENDERS or lead[-1] in "»”\""
        return count > 0 and here.cue and alone and here.quotation.outer.where == "text"
    if count >= ENOUGH:
        return True
    kinds = here.head.kinds
    if "(" in kinds[-2:]:
        return False
    if kinds[-1:] == "T" or kinds[-2:] in ("TD", "TI"):
        return False
    long = [word for word in quote.split() if len(word) > 3]
    if len(long) > 1 and all(word[0].isupper() for word in long):
        return False
    if here.cue or (follows and not here.heading):
        return True
    if here.heading or here.quotation.outer.where == "title":
        return False
    if kinds and kinds[-1] in "DI" and not quote[0].isupper():
        return False
    if kinds and kinds[-1] in "DIG" and quote[0].isupper() and count < 2 * FEWEST and quote[-1] not in ENDERS:
        return False  # du « Bal des vauriens »
    return count > FEWEST or quote[0].isupper() or here.speaker is not None


def _speaker(back: Antecedents, settings: list[Setting], i: int) -> str | None:
    """The name of who speaks, by the nearest words that tell it."""
    here = settings[i]
    near = here.quotation.outer.start
    previous = settings[i - 1] if i and settings[i - 1].quotation.span.where == here.quotation.span.where else None
    if here.cue and here.speaker is not None and here.told_by is not None:
        shared = here.joined and here.told_by is here.head and previous is not None and previous.told_by is previous.tail
        if shared and previous is not None and previous.name and here.speaker.name is None:
            return previous.name  # "...", a dit le ministre, évoquant "..."
        if here.joined and here.speaker.kind == "S" and previous is not None and previous.name:
            if back.fits(previous.name, "any", here.speaker.gender):
                return previous.name
        return _resolve(back, here.speaker, here.told_by, here)
    if here.joined and previous is not None and (previous.name or here.speaker is None):
        return previous.name
    for other in settings[i + 1 : i + 1 + FEWEST]:
        # another quotation of the same sentence tells
        if not other.joined:
            break
        if other.cue and other.speaker is not None and other.told_by is not None:
            return _resolve(back, other.speaker, other.told_by, here)
    if here.quotation.continued and previous is not None:
        return previous.name
    if here.speaker is not None and here.told_by is not None:
        return _resolve(back, here.speaker, here.told_by, here)
    return _told_before(back, here, previous, near)


def _told_before(back: Antecedents, here: Setting, previous: Setting | None, near: int) -> str | None:
    """For a quotation that stands alone: the sentence before it, if it tells of saying; who spoke last; its subject."""
    if here.quotation.outer.where == "title":
        return None
    ends = [end for end in back.ends("text", here.start, near) if end < near - 2]
    told = line(back.text[ends[-1] if ends else here.start : near], back.known, True, back.context)
    phrase, says = before(told, back.known)
    separate = previous is None or bool(ends) or here.first
    if phrase is not None and says and separate:
        return _resolve(back, phrase, told, here)
    if previous is not None and not here.first:
        return previous.name
    if phrase is not None:
        return _resolve(back, phrase, told, here)
    return previous.name if previous is not None else back.find(near, "person")


def _resolve(back: Antecedents, phrase: Phrase, told_by: Line, here: Setting) -> str | None:
    """The name that a phrase stands for, and remembers that it spoke."""
    near = here.quotation.outer.start
    at = near - sum(map(len, here.head.words)) if told_by is here.head else near
    name: str | None = None
    if phrase.name is not None and phrase.indefinite and phrase.role is None and phrase.name[1] - phrase.name[0] == 1:
        return None  # "un adhérent Leclerc"
    if phrase.name is not None:
        name = back.names.named(told_by, phrase)
    elif phrase.kind == "S" and phrase.gender == "0":
        return None
    elif phrase.kind == "S":
        person = phrase.gender in ("m", "f") and phrase.gender != ""
        wanted = ("person" if back.known.strict else "any") if person else "organisation"
        name = _same_sentence(back, phrase, told_by, here, wanted, phrase.gender) or back.find(at, wanted, phrase.gender)
        if name and wanted == "person":
            back.names.persons.add(name)
            back.names.genders.setdefault(name, phrase.gender)
    elif phrase.kind == "M":
        name = back.names.name(told_by, phrase.of) if phrase.of is not None else back.find(at, "any")
    elif phrase.kind in "KO":
        name = _body(back, phrase, told_by, here, at)
    elif phrase.kind == "R" and not phrase.indefinite and told_by.kinds[phrase.role[1] if phrase.role else 0 :][:2] != "GI":
        name = back.names.role(told_by, phrase)
        if name is None and told_by is not here.head:
            name = back.find(at, "known", phrase.gender, True)
    if name:
        back.spoken.append((near, name))
    return name


def _body(back: Antecedents, phrase: Phrase, told_by: Line, here: Setting, at: int) -> str | None:
    """The organisation that a noun ("le groupe", "the trust") or its spokesman stands for."""
    if phrase.kind == "K" and not phrase.indefinite and phrase.of is None and (name := back.names.role(told_by, phrase)):
        return name
    if phrase.of is not None and not back.names.is_person(name := back.names.name(told_by, phrase.of)):
        return name
    if told_by.words[phrase.role[0] if phrase.role else phrase.start].lower() in back.known.collective:
        return None
    if phrase.kind == "O" and not phrase.indefinite and (name := back.names.company(told_by, phrase)):
        return name
    return _same_sentence(back, phrase, told_by, here, "organisation", "") or back.find(at, "organisation")


def _same_sentence(back: Antecedents, phrase: Phrase, told_by: Line, here: Setting, wanted: str, gender: str) -> str | None:
    """The name that a pronoun or noun takes up within its own sentence: "on voit M. Drouet ..., qu'il affirme ..."."""
    if told_by is not here.head:
        return None
    for other in phrases(told_by, back.known, 0, phrase.start):
        own = other.of if wanted == "organisation" and other.kind == "K" else None
        name = back.names.name(told_by, own) if own else back.names.named(told_by, other)
        if not other.governed and name:
            sure = wanted == "organisation" or back.names.is_person(name)
            if sure and name not in back.known.places and back.fits(name, wanted, gender):
                return name
    return None


def _once(found: list[tuple[Setting, Statement]]) -> tuple[Statement, ...]:
    """Leaves out what merely repeats: a pull quote, a title that quotes the text."""
    plain = [" ".join(statement.quote.split()).strip(".,;:!?… ").casefold() for _, statement in found]
    best: dict[str, int] = {}
    for i, words_ in enumerate(plain):
        if words_ not in best or _worth(found[i][0]) > _worth(found[best[words_]][0]):
            best[words_] = i
    whole = "\n".join(best)[:REACH]
    return tuple(found[i][1] for i in sorted(best.values()) if _worth(found[i][0]) > REPEATS or whole.count(plain[i]) < 2)


def _worth(here: Setting) -> int:
    """How much the words around a quotation tell: of two that repeat each other the better told is kept."""
    return 4 * (here.quotation.outer.where == "text") + 2 * here.cue + (not here.first)
