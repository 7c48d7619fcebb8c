"""One JSON object to an article: `id`, `title`, `text`, `date`, `publisher`, `url`, `lang`, of which only `text` is required."""

import json
import re
from datetime import date
from typing import Any

from bearhug.intake.decode import decode, lone_surrogates, stored
from bearhug.intake.document import RawDocument
from bearhug.intake.plain_text import broken_bytes
from bearhug.model.article import Article
from bearhug.model.problem import Problem

EXPECTED = 'an object with "text", on one line'
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
LANG = re.compile(r"([a-zA-Z]{2})(?:[-_]\w+)*")
TYPES = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}


def parse(document: RawDocument) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of one JSON object.

    A broken object, or one without a text, gives no article. Any other field of a wrong type is a
    problem, and the article is read without it.
    """
    decoded = decode(document.data)
    try:
        value = json.loads(decoded.text)
    except RecursionError:
        return None, (Problem(document.where, "JSON nested too deeply", EXPECTED),)
    except ValueError as error:
        place = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        what = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        return None, (Problem(document.where, f"broken JSON: {what}{place}", EXPECTED),)
    if not isinstance(value, dict):
        return None, (Problem(document.where, _type(value), EXPECTED),)
    text = value.get("text")
    if not isinstance(text, str):
        found = f'"text": {_type(text)}' if "text" in value else 'no "text"'
        return None, (Problem(document.where, found, EXPECTED),)
    fields = _Fields(document.where, value)
    article = Article(
        id=fields.name("id") or document.id,
        text=stored(text),
        title=stored(fields.string("title") or ""),
        date=fields.date("date"),
        publisher=fields.string("publisher"),
        url=fields.string("url"),
        lang=fields.lang("lang"),
    )
    problems = [*broken_bytes(document.where, decoded.broken, decoded.encoding), *fields.problems]
    if halves := fields.halves + lone_surrogates(text):
        what = "1 lone surrogate" if halves == 1 else f"{halves:,} lone surrogates"
        problems.append(Problem(document.where, what, "whole characters (each was read as U+FFFD)"))
    return article, tuple(problems)


class _Fields:
    """Takes fields out of an object and gathers what is wrong with them."""

    def __init__(self, where: str, value: dict[str, Any]) -> None:
        self.where, self.value = where, value
        self.problems: list[Problem] = []
        self.halves = 0  # lone surrogates met

    def string(self, key: str, expected: str = "a string or null") -> str | None:
        found = self.value.get(key)
        if found is None:
            return None
        if isinstance(found, str):
            self.halves += lone_surrogates(found)
            return stored(found).strip() or None
        self.problems.append(Problem(self.where, f'"{key}": {_type(found)}', expected))
        return None

    def name(self, key: str) -> str | None:
        found = self.value.get(key)
        if isinstance(found, int) and not isinstance(found, bool):
            return str(found)
        return self.string(key, "a string, a number or null")

    def date(self, key: str) -> str | None:
        """An ISO day, month or year; of a time only the day is kept."""
        expected = "an ISO date such as 2025-02-11, or null"
        found = self.string(key, expected)
        if found is None:
            return None
        iso = found[:10] if len(found) > 10 and found[10] in "T " else found
        try:
            if DATE.fullmatch(iso):
                date.fromisoformat((iso + "-01-01")[:10])
                return iso
        except ValueError:
            pass
        self.problems.append(Problem(self.where, f'"{key}": {found[:40]!r}', expected))
        return None

    def lang(self, key: str) -> str | None:
        """A language code in two letters; of `fr-CA` only `fr` is kept."""
        expected = "a language code such as fr, or null"
        found = self.string(key, expected)
        if found is None:
            return None
        if code := LANG.fullmatch(found):
            return code[1].lower()
        self.problems.append(Problem(self.where, f'"{key}": {found[:40]!r}', expected))
        return None


def _type(value: object) -> str:
    return "null" if value is None else TYPES.get(type(value), "something else")
