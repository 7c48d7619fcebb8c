"""A raw document to an article, with what was wrong about it."""

from dataclasses import dataclass

from bearhug.intake import json_article, plain_text, web_page
from bearhug.intake.document import LONGEST_ARTICLE, RawDocument
from bearhug.model.article import Article
from bearhug.model.problem import Problem

PARSERS = {"text": plain_text.parse, "html": web_page.parse, "json": json_article.parse}


@dataclass(frozen=True, slots=True)
class Parsed:
    """The article, or None where the document holds none, and the problems met on the way."""

    article: Article | None
    problems: tuple[Problem, ...] = ()


def parse(document: RawDocument) -> Parsed:
    """The article of a document. Depends on the document's bytes and names alone."""
    article, problems = PARSERS[document.kind](document)
    if article is None:
        return Parsed(None, problems)
    length = len(article.title) + len(article.text)
    if not article.text.strip() and not article.title.strip():
        return Parsed(None, (*problems, Problem(document.where, "no text", "an article")))
    if length > LONGEST_ARTICLE:
        return Parsed(None, (*problems, Problem(document.where, f"{length:,} characters", f"at most {LONGEST_ARTICLE:,} in one article")))
    return Parsed(article, problems)
