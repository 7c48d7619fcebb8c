"""Tells which quotations are statements, and who made them."""

from collections.abc import Sequence

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.model.mention import NameMention
from bearhug.model.reading import Statement
from bearhug.reading.antecedents import Antecedents
from bearhug.reading.quotation_settings import WORD, Setting, settings
from bearhug.reading.quotations import ENDERS, Quotation
from bearhug.reading.speaker_names import REACH, Names
from bearhug.reading.speakers import speaker
from bearhug.reading.speech_lexicon import words

FEWEST = 3  # words of a statement that is no reply
ENOUGH = 9  # words that make a quotation a statement whatever stands around it, and
LONG = 100  # characters
REPEATS = 4  # worth of a quotation that may be a repetition of part of another


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
    around = settings(article, back, quotations)
    found: list[tuple[Setting, Statement]] = []
    for i, setting in enumerate(around):
        follows = setting.joined and bool(found) and found[-1][0] is around[i - 1]
        spoken = len(back.spoken)
        accepted = _is_statement(setting, follows)
        if accepted or (i + 1 < len(around) and around[i + 1].joined):
            setting.name = speaker(back, around, i)
        if not accepted:
            del back.spoken[spoken:]
            continue
        outer = setting.quotation.outer
        place = people.span(setting.name, outer.start, outer.end) if setting.name else None
        found.append((setting, Statement(setting.quote, setting.quotation.span, setting.name if place else None, place)))
    return _once(found)


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
        alone = not lead or lead[-1] == ":" or lead[-1] in ENDERS or lead[-1] in '»”"'
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
