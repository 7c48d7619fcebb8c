"""Finds the percentages in an article."""

import re
from dataclasses import dataclass
from functools import cache

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.model.mention import PercentMention
from bearhug.model.span import Span, Where
from bearhug.reading import numbers
from bearhug.reading.anchors import around
from bearhug.reading.numbers import FIGURE, GAP, SPACE, Numbers, one_of

BEFORE, AFTER = 70, 40  # characters around a sign for the number before it and the words after it


@dataclass(frozen=True, eq=False)
class Grammar:
    """The compiled pattern of one pack, and the signs that a percentage bears."""

    numbers: Numbers
    percent: re.Pattern[str]
    signs: tuple[str, ...]
    rule: str


def find_percents(article: Article, pack: Pack) -> tuple[PercentMention, ...]:
    """The percentages in the title and the text, in reading order; both ends of a range ("20 à 25 %") are mentions."""
    rules = _grammar(pack)
    found: list[PercentMention] = []
    parts: tuple[Where, ...] = ("title", "text")
    for where in parts:
        text = article.part(where)
        matches = (m for start, end in around(text, rules.signs, BEFORE, AFTER) for m in rules.percent.finditer(text, start, end))
        for match in matches:
            for name, group in (("low", "lowspelled"), ("figure", "spelled")):
                if match[name]:
                    value = numbers.figure(match[name], rules.numbers.decimal)
                elif match[group] and (worth := numbers.spelled(match[group], rules.numbers)) is not None:
                    value = worth
                else:
                    continue
                start = match.start(name if match[name] else group)
                end = match.end() if name == "figure" else match.end(name if match[name] else group)
                if name == "figure" and match["minus"]:
                    value, start = -value, match.start("minus")
                found.append(PercentMention(Span(where, start, end), value, rules.rule))
    return tuple(found)


@cache
def _grammar(pack: Pack) -> Grammar:
    table = pack.table("amounts")
    words, rule = numbers.numbers(pack), table["percent"][0]
    signs = [word for word in rule["after"] if not word[0].isalpha()]
    sign = rf"(?:{one_of(signs, exact=True)}(?![\w%])|{one_of(w for w in rule['after'] if w[0].isalpha())}(?!\w))"
    refused = rf"(?!{GAP}?{one_of(rule['not_after'])}(?!\w))" if rule["not_after"] else ""
    connectors = "|".join(
        f"{SPACE}?{re.escape(c)}{SPACE}?" if not c.isalpha() else f"{SPACE}{c}{SPACE}" for c in table["range"]["connectors"]
    )
    pattern = (
        rf"(?<![\w%=])(?<![0-9][.,'’])(?:(?:(?P<low>{FIGURE})|(?P<lowspelled>{words.spelled}))(?:{connectors}))?"
        rf"(?P<minus>(?:(?<=[\s(])|^)[-−])?(?:(?P<figure>{FIGURE})|(?P<spelled>{words.spelled}))"
        rf"{GAP}?{sign}{refused}"
    )
    return Grammar(words, re.compile(pattern), tuple(rule["after"]), f"{pack.lang}.percent.{rule['id']}")
