"""Settles what a shared currency name or a sum without any currency means, from the rest of the article."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Protocol

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.model.span import Where
from bearhug.reading.currencies import currencies

Named = Counter[str]


class Unsettled(Protocol):
    """A sum whose currency may be a shared name (`?dollar`) or missing; `sign` is the doubtful sign that it bears, if any."""

    start: int
    currency: str | None
    sign: str
    rule: str


def resolve(article: Article, parts: Mapping[Where, Sequence[Unsettled]], pack: Pack) -> None:
    """Gives each sum its ISO code in place; a sum that stays unclear gets None.

    A sum without currency takes that of the sum before it, or the article's only currency.
    """
    sums = [s for part in parts.values() for s in part]
    if not sums:
        return
    needs = pack.table("amounts")["currencies"]["needs"]
    present = {sign for sign in needs if any(cue in article.text or cue in article.title for cue in needs[sign])}
    for s in sums:
        if s.sign in needs and s.sign not in present:
            s.currency, s.rule = None, "unlikely"
    _name_heads(article, parts, pack)
    used = {s.currency for s in sums if s.currency}
    only = next(iter(used)) if len(used) == 1 else None
    for part in parts.values():
        last: str | None = None
        for s in part:
            if s.currency is None and s.rule != "unlikely":
                s.currency, s.rule = last or only, "elided"
            last = s.currency or last


def _name_heads(article: Article, parts: Mapping[Where, Sequence[Unsettled]], pack: Pack) -> None:
    """Settles the shared names.

    One with a `firm` default gives way only to the [[context]] rule with the most cues in the article. Any other means, in this
    order: the one currency of its head that the article names in full; what the most cues in the sum's paragraph, else in the
    article, speak for; the `usual` default.
    """
    setting = pack.table("amounts")["currencies"]
    named: Named = Counter(s.currency for part in parts.values() for s in part if s.currency and s.currency[0] != "?")
    whole = "\n".join((article.publisher or "", article.title, article.text))
    settled: dict[str, str | None] = {}
    for where, part in parts.items():
        for s in part:
            if not s.currency or s.currency[0] != "?":
                continue
            head = s.currency[1:]
            firm: str | None = setting["firm"].get(head)
            if head not in settled:
                candidates = [code for code in currencies(pack).heads.get(head, ()) if named[code]] if not firm else []
                told = candidates[0] if len(candidates) == 1 else _by_cues(head, whole, article, named, firm, pack)
                settled[head] = told or firm or setting["usual"].get(head)
            near = None if firm else _by_cues(head, _paragraph(article.part(where), s.start), article, named, None, pack)
            s.currency = near or settled[head]
            if s.currency is None:
                s.rule = "unlikely"


def _paragraph(text: str, place: int, most: int = 500) -> str:
    """The paragraph around a place, or as much of it as lies near."""
    start = max(text.rfind("\n\n", max(0, place - most), place), max(0, place - most))
    end = text.find("\n\n", place, place + most)
    return text[start : end if end >= 0 else place + most]


def _by_cues(head: str, text: str, article: Article, named: Named, default: str | None, pack: Pack) -> str | None:
    """The currency of the [[context]] rule with the most cues in the text, if any has one."""
    best, most, lower = None, 0, text.lower()
    for rule, cues, against in _rules(pack, head):
        if "before" in rule and not (article.date and article.date[:4] < rule["before"]):
            continue
        likely = any(cue.rstrip("*").lower() in lower for cue in rule["cues"])
        count = len(cues.findall(text)) if likely else int(not rule["cues"])
        if count <= most:
            continue
        if default and (named[rule["currency"]] > 1 or (against and not named[default] and against.search(text))):
            continue
        best, most = str(rule["currency"]), count
    return best


@cache
def _rules(pack: Pack, head: str) -> tuple[tuple[Mapping[str, Any], re.Pattern[str], re.Pattern[str] | None], ...]:
    rules = [rule for rule in pack.table("amounts")["context"] if rule["head"] == head]
    return tuple((rule, _any(rule["cues"]), _any(rule["unless"]) if "unless" in rule else None) for rule in rules)


def _any(cues: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of the cues as whole words; `zurich*` stands for any word that begins so, in any case."""
    words = (f"(?i:{re.escape(cue[:-1])})" if cue.endswith("*") else rf"{re.escape(cue)}(?!\w)" for cue in cues)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})")
