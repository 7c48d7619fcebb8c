"""Settles what a shared currency name or a sum without any currency means, from the rest of the article."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from bearhug.model.article import Article
from bearhug.model.span import Where
from bearhug.reading.currencies import Currencies


class Unsettled(Protocol):
    """A sum whose currency may be a shared name (`?dollar`) or missing."""

    currency: str | None
    sign: str
    rule: str


def resolve(article: Article, parts: Mapping[Where, Sequence[Unsettled]], money: Currencies, table: Mapping[str, Any]) -> None:
    """Gives each sum its ISO code in place; a sum that stays unclear gets None.

    A shared name means, in this order: what a [[context]] rule of the pack says; the one currency of that head which the article
    names in full (not for a `firm` default); the pack's default. A sum without currency takes that of the sum before it, or the
    article's only currency.
    """
    sums = [s for part in parts.values() for s in part]
    needs = table["currencies"].get("needs", {})
    for s in sums:
        if s.sign in needs and not any(cue in article.text or cue in article.title for cue in needs[s.sign]):
            s.currency, s.rule = None, "unlikely"
    named = Counter(s.currency for s in sums if s.currency and not s.currency.startswith("?"))
    meanings: dict[str, str | None] = {}
    for s in sums:
        if s.currency and s.currency.startswith("?"):
            head = s.currency[1:]
            if head not in meanings:
                meanings[head] = _meaning(head, article, named, money, table)
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


def _meaning(head: str, article: Article, named: Counter[str | None], money: Currencies, table: Mapping[str, Any]) -> str | None:
    firm, usual = table["currencies"]["firm"], table["currencies"]["usual"]
    if head not in firm:
        candidates = [code for code in money.heads.get(head, ()) if named[code]]
        if len(candidates) == 1:
            return candidates[0]
    for rule in table["context"]:
        if rule["head"] == head and _applies(rule, article, named, firm.get(head)):
            return str(rule["currency"])
    return firm.get(head) or usual.get(head)


def _applies(rule: Mapping[str, Any], article: Article, named: Counter[str | None], default: str | None) -> bool:
    if "before" in rule and not (article.date and article.date[:4] < rule["before"]):
        return False
    if default and (named[rule["currency"]] > 1 or not (named[default] or not _mentions(article, rule.get("unless", ())))):
        return False
    return _mentions(article, rule["cues"])


def _mentions(article: Article, cues: Sequence[str]) -> bool:
    return any(not cue or re.search(rf"(?<!\w){re.escape(cue)}(?!\w)", article.title + "\n" + article.text) for cue in cues)
