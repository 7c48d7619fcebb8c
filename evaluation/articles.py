"""Annotated articles, and what the reader makes of them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bearhug.exports.reading_json import to_dict
from bearhug.model.article import Article
from bearhug.reading.read import read_article

Gold = dict[str, Any]


def load(path: Path) -> list[Gold]:
    """The annotated articles of one file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def article(gold: Gold) -> Article:
    """The article without its annotation, and without its language: the reader has to find that."""
    return Article(gold["id"], gold["text"], gold.get("title") or "", gold.get("date"), gold.get("publisher"))


def readings(golds: Sequence[Gold]) -> dict[str, dict[str, Any]]:
    """The reading of each article, by its id."""
    return {gold["id"]: to_dict(read_article(article(gold))) for gold in golds}
