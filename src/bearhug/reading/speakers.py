"""The name of who speaks a quotation: from the words around it, its neighbours, or the sentence before."""

from collections.abc import Sequence

from bearhug.reading.antecedents import Antecedents
from bearhug.reading.noun_phrases import Phrase, phrases
from bearhug.reading.quotation_settings import Setting
from bearhug.reading.speaker_cues import before
from bearhug.reading.speech_words import Line, line

NEIGHBOURS = 3  # quotations of the same sentence that are asked


def speaker(back: Antecedents, settings: Sequence[Setting], i: int) -> str | None:
    """The name of who speaks, by the nearest words that tell it."""
    here = settings[i]
    near = here.quotation.outer.start
    previous = settings[i - 1] if i and settings[i - 1].quotation.span.where == here.quotation.span.where else None
    if here.cue and here.speaker is not None and here.told_by is not None:
        shared = here.joined and here.told_by is here.head and previous is not None and previous.told_by is previous.tail
        if shared and previous is not None and previous.name and here.speaker.name is None:
            return previous.name  # "...", a dit le ministre, évoquant "..."
        if here.joined and here.speaker.kind == "S" and previous is not None and previous.name:  # noqa: SIM102
            if back.fits(previous.name, "any", here.speaker.gender):
                return previous.name
        return _resolve(back, here.speaker, here.told_by, here)
    if here.joined and previous is not None and (previous.name or here.speaker is None):
        return previous.name
    for other in settings[i + 1 : i + 1 + NEIGHBOURS]:
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
