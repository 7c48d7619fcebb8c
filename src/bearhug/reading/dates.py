"""Finds the days, months, quarters, halves and years that an article names, resolved against its own date."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.model.mention import DateMention
from bearhug.model.span import Span, Where
from bearhug.reading.anchors import around
from bearhug.reading.numbers import SPACE, one_of, plain

BEFORE, AFTER = 50, 60  # characters around a telling word in which the whole date stands
CUES = 80  # characters before a date without a year in which a word may tell whether it lies ahead
YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
PLACES = re.compile(r"\(\?P<(\w+)>")
# How many of each make a year.
PARTS = {"quarter": 4, "half": 2, "month": 12}


@dataclass(frozen=True, eq=False)
class Grammar:
    """One pattern for all rules of a pack, and the words' values."""

    pattern: re.Pattern[str]
    rules: tuple[Any, ...]
    anchors: tuple[str, ...]
    words: dict[str, dict[str, Any]]
    future: re.Pattern[str]
    past: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Today:
    """The article's date as far as it is known."""

    year: int
    month: int | None = None
    day: int | None = None


def find_dates(article: Article, pack: Pack) -> tuple[DateMention, ...]:
    """The dates in the title and the text, in reading order; a relative one only where the article has a date."""
    rules = _grammar(pack)
    today = published(article.date, pack)
    found: list[DateMention] = []
    parts: tuple[Where, ...] = ("title", "text")
    for where in parts:
        text = article.part(where)
        matches = (m for start, end in around(text, rules.anchors, BEFORE, AFTER) for m in rules.pattern.finditer(text, start, end))
        for match in matches:
            number = int((match.lastgroup or "rule0")[4:])
            if value := _value(match, number, text, rules, today):
                name = f"is_{number}" if f"is_{number}" in rules.pattern.groupindex else 0
                rule = f"{pack.lang}.date.{rules.rules[number]['id']}"
                found.append(DateMention(Span(where, match.start(name), match.end(name)), value, rule))
    return tuple(found)


def published(text: str | None, pack: Pack) -> Today | None:
    """The day, month or year that an article's `date` gives, or None. ISO, digits alone (20250211), or the pack's own words."""
    if not text:
        return None
    if plain_date := re.match(r"(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?!\d)", text):
        year, month, day = (int(part) if part else None for part in plain_date.groups())
        return Today(year or 0, month, day) if not month or 1 <= month <= 12 else None
    rules = _grammar(pack)
    if match := rules.pattern.search(text):
        value = _value(match, int((match.lastgroup or "rule0")[4:]), text, rules, None)
        if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return Today(int(value[:4]), int(value[5:7]), int(value[8:]))
    return None


@cache
def _grammar(pack: Pack) -> Grammar:
    table = pack.table("dates")
    words = {name: {plain(word): value for word, value in table[name].items()} for name in ("months", "ordinals", "counts", "when")}
    places = {
        "day": rf"(?P<day>[0-3]?[0-9]){table['day_suffix']}(?![0-9])",
        "month": rf"(?P<month>{one_of(table['months'], exact=True)})(?!\w)",
        "year": YEAR,
        "nth": rf"(?P<nth>{one_of(table['ordinals'], exact=True)})",
        "count": rf"(?P<count>{one_of(table['counts'], exact=True)}|[1-9][0-9]?)",
        "when": rf"(?P<when>{one_of(table['when'], exact=True)})(?!\w)",
    }
    patterns = []
    for number, rule in enumerate(table["rule"]):
        pattern = rule["pattern"].replace("'", "['’]").replace(" ", "@@")
        for name, place in places.items():
            pattern = pattern.replace("{" + name + "}", place)
        pattern = PLACES.sub(rf"(?P<\1_{number}>", pattern).replace("@@", SPACE)
        patterns.append(rf"(?P<rule{number}>{pattern})")
    return Grammar(
        re.compile(rf"(?<![\w/.,-])(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE),
        tuple(table["rule"]),
        (*sorted({month.lower() for month in table["months"]}), *table["anchors"], "19", "20"),
        words,
        *(re.compile(rf"(?<!\w){one_of(table['cues'][way])}(?!\w)") for way in ("future", "past")),
    )


def _value(match: re.Match[str], number: int, text: str, rules: Grammar, today: Today | None) -> str | None:
    """The normalised date of a match, or None where it is no date or cannot be resolved."""
    part = {key.rpartition("_")[0]: found for key, found in match.groupdict().items() if found and key.endswith(f"_{number}")}
    rule, words = rules.rules[number], rules.words
    gives: str = rule["gives"]
    when = words["when"][plain(part["when"])] if "when" in part else rule.get("shift", rule.get("way"))
    if "count" in part:
        when = -(words["counts"].get(plain(part["count"])) or int(part["count"]))
    year = int(part["year"]) if "year" in part else None
    if gives == "year":
        return str(year) if year else str(today.year + when) if today and isinstance(when, int) else None
    if gives == "day_of_month":
        return _this_month(today, int(part["day"]), _way(text, match.start(), rules))
    if gives == "mid":
        return f"{year}-06" if year else None
    if "month" in part:
        index = words["months"][plain(part["month"])]
    elif "monthnumber" in part:
        index = int(part["monthnumber"])
    elif "nth" in part:
        index = words["ordinals"][plain(part["nth"])]
    elif "number" in part or "number2" in part:
        index = int(part.get("number") or part["number2"])
    else:
        return _shifted(today, when) if isinstance(when, int) else None
    if not 1 <= index <= PARTS.get(gives, 12):
        if gives == "half" and index == 4:
            index = 2  # "the last half"
        else:
            return None
    day = int(part["day"]) if gives == "day" else 0
    if year is None:
        if today is None:
            return None
        way = when if isinstance(when, str) else _way(text, match.start(), rules)
        found = today.year + when if isinstance(when, int) else _nearest(gives, index, day, today, way)
        if found is None:
            return None
        year = found
    return _written(gives, year, index, day)


def _written(gives: str, year: int, index: int, day: int) -> str | None:
    if gives == "quarter":
        return f"{year}-Q{index}"
    if gives == "half":
        return f"{year}-H{index}"
    if gives == "month":
        return f"{year}-{index:02}"
    try:
        return date(year, index, day).isoformat()
    except ValueError:
        return None


def _shifted(today: Today | None, months: int) -> str | None:
    """The article's month plus `months`."""
    if today is None or today.month is None:
        return None
    count = today.year * 12 + today.month - 1 + months
    return f"{count // 12}-{count % 12 + 1:02}"


def _this_month(today: Today | None, day: int, way: str | None) -> str | None:
    """The day of the article's month, or of the one before or after where it would lie on the wrong side."""
    if today is None or today.month is None or today.day is None:
        return None
    shift = -1 if day > today.day and way != "future" else 1 if day < today.day and way == "future" else 0
    month = _shifted(today, shift) or ""
    return _written("day", int(month[:4]), int(month[5:]), day)


def _way(text: str, start: int, rules: Grammar) -> str | None:
    """Whether the words before a date without a year put it ahead or behind: the nearest cue in the sentence decides."""
    before = re.split(r"[.;!?]\s|\n\n", text[max(0, start - CUES) : start + 5])[-1]
    last = {way: max((m.end() for m in cue.finditer(before)), default=-1) for way, cue in (("future", rules.future), ("past", rules.past))}
    if last["future"] == last["past"]:
        return None
    return max(last, key=lambda way: last[way])


def _nearest(gives: str, index: int, day: int, today: Today, way: str | None) -> int | None:
    """The year of the next (`future`), latest (`past`) or else nearest such date, seen from the article's.

    A quarter or half of which nothing tells the way is this year's.
    """
    if today.month is None:
        return None
    size = PARTS.get(gives, 12)
    now = (today.month - 1) * size // 12 + 1
    place, here = (index, now) if gives != "day" or today.day is None else (index * 31 + day, today.month * 31 + today.day)
    turn = size if gives != "day" or today.day is None else 372
    if way == "future":
        return today.year + (place < here)
    if way == "past":
        return today.year - (place > here)
    if gives in ("quarter", "half"):
        return today.year
    return min((today.year + shift for shift in (0, 1, -1)), key=lambda year: abs(place - here + (year - today.year) * turn))
