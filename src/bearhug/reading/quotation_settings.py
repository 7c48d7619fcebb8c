"""What stands around each quotation: the words that lead to it and follow it, and whom they tell as the speaker."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bearhug.model.article import Article
from bearhug.reading.antecedents import Antecedents
from bearhug.reading.noun_phrases import Phrase
from bearhug.reading.quotations import ENDERS, Quotation
from bearhug.reading.speaker_cues import after, before, inside
from bearhug.reading.speech_lexicon import Words
from bearhug.reading.speech_words import Line, line

WORD = re.compile(r"\w+")
ASIDE = re.compile(r",\s(?:[^\W\d_A-Z][\w-]*['’]?\s?){1,3}(?<=\s)[^\W\d_a-zß-ÿ]|,\s[a-z]\w+-[a-z-]+")  # ", a dit X" in a quotation
WINDOW = 400  # characters looked at on either side of a quotation
HEADING = 100  # characters of the longest heading


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
    follow: str  # the characters of the tail
    speaker: Phrase | None = None
    told_by: Line | None = None
    cue: bool = False
    name: str | None = None


def settings(article: Article, back: Antecedents, quotations: Sequence[Quotation]) -> list[Setting]:
    """The setting of each quotation, in order."""
    found: list[Setting] = []
    for i in range(len(quotations)):
        setting = _setting(article, back, quotations, i, found[-1] if found else None)
        _cue(setting, back.known)
        found.append(setting)
    return found


def _setting(article: Article, back: Antecedents, quotations: Sequence[Quotation], i: int, last: Setting | None) -> Setting:
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
    heading = glued and end - start < HEADING and (after_.isupper() or after_ in '«“"') and after_ != ""
    follow = ""
    if here.closed and not ended and not heading:
        stops = back.ends(where, end + 1, min(ceiling, end + WINDOW))
        follow = text[end : stops[0] if stops else min(ceiling, end + WINDOW)]
    joined = prior and not ends and start - floor < WINDOW
    if joined and last is not None and last.follow == text[begins:start]:
        head = last.tail  # the words between two quotations of one sentence
    else:
        head = line(text[begins:start], known, bool(ends) or not joined, back.context)
    tail = line(follow, known, False)
    first = not prior or "\n\n" in text[floor:start]
    return Setting(here, quote, head, tail, joined, first, lead, low, heading, follow)


def _begins(text: str, known: Words) -> bool:
    """Whether a text begins with a small word in a capital letter, and so a sentence."""
    first = WORD.search(text)
    return first is not None and first[0].lower() in known.kinds and first[0].lower() not in known.nouns


def _cue(here: Setting, known: Words) -> None:
    """Looks for the words that tell who speaks: behind the quotation, before it, inside it."""
    following = after(here.tail, known)
    if following is not None and following.name is not None:
        here.speaker, here.told_by, here.cue = following, here.tail, True
        return
    leading, told = before(here.head, known)
    if following is not None and (not told or leading is None or leading.name is None):
        here.speaker, here.told_by, here.cue = following, here.tail, True
    elif told and leading is not None:
        here.speaker, here.told_by, here.cue = leading, here.head, True
    elif ASIDE.search(here.quote, 0, WINDOW) and (within := inside(line(here.quote[:WINDOW], known), known)):
        here.speaker, here.told_by = within
        here.cue = True
    elif leading is not None:
        here.speaker, here.told_by = leading, here.head
    here.cue = here.cue or told
