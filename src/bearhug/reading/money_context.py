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

    currency: str | None
    sign: str
    rule: str


def resolve(article: Article, parts: Mapping[Where, Sequence[Unsettled]], pack: Pack) -> None:
    """Gives each sum its ISO code in place; a sum that stays unclear gets None.

    A shared name means, in this order: what the [[context]] rule with the most cues in the article says; the one currency of that
    head which the article names in full (not for a `firm` default); the pack's default. A sum without currency takes that of the
    sum before it, or the article's only currency.
    """
    sums = [s for part in parts.values() for s in part]
    if not sums:
        return
    needs = pack.table("amounts")["currencies"]["needs"]
    for s in sums:
        if s.sign in needs and not any(cue in article.text or cue in article.title for cue in needs[s.sign]):
            s.currency, s.rule = None, "unlikely"
    named: Named = Counter(s.currency for s in sums if s.currency and s.currency[0] != "?")
    meanings: dict[str, str | None] = {}
    for s in sums:
        if s.currency and s.currency[0] == "?":
            head = s.currency[1:]
            if head not in meanings:
                meanings[head] = _meaning(head, article, named, pack)
            s.currency = meanings[head]
            if s.currency is None:
                s.rule = "unlikely"
    used = {s.currency for s in sums if s.currency}
    only = next(iter(used)) if len(used) == 1 else None
    for part in parts.values():
        last: str | None = None
        for s in part:
            if s.currency is None and s.rule != "unlikely":
                s.currency, s.rule = last or only, "elided"
            last = s.currency or last


def _meaning(head: str, article: Article, named: Named, pack: Pack) -> str | None:
    setting = pack.table("amounts")["currencies"]
    default: str | None = setting["firm"].get(head)
    if default is None:
        candidates = [code for code in currencies(pack).heads.get(head, ()) if named[code]]
        if len(candidates) == 1:
            return candidates[0]
    whole = "\n".join((article.publisher or "", article.title, article.text))
    lower = whole.lower()
    best, most = default or setting["usual"].get(head), 0
    for rule, cues, against in _rules(pack, head):
        if "before" in rule and not (article.date and article.date[:4] < rule["before"]):
            continue
        likely = any(cue.rstrip("*").lower() in lower for cue in rule["cues"])
        count = len(cues.findall(whole)) if likely else int(not rule["cues"])
        if count <= most:
            continue
        if default and (named[rule["currency"]] > 1 or (against and not named[default] and against.search(whole))):
            continue
        best, most = rule["currency"], count
    return best


@cache
def _rules(pack: Pack, head: str) -> tuple[tuple[Mapping[str, Any], re.Pattern[str], re.Pattern[str] | None], ...]:
    rules = [rule for rule in pack.table("amounts")["context"] if rule["head"] == head]
    return tuple((rule, _any(rule["cues"]), _any(rule["unless"]) if "unless" in rule else None) for rule in rules)


def _any(cues: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of the cues as whole words; `zurich*` stands for any word that begins so, in any case."""
    words = (f"(?i:{re.escape(cue[:-1])})" if cue.endswith("*") else rf"{re.escape(cue)}(?!\w)" for cue in cues)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})")
