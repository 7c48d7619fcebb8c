"""The steps of the program, in order: take documents in, parse each, read it."""

import datetime
import os
from collections.abc import Generator, Iterable
from dataclasses import dataclass, replace
from functools import partial
from io import BufferedIOBase

from bearhug import __version__, processes
from bearhug.intake.document import RawDocument
from bearhug.intake.file import documents
from bearhug.intake.parse import parse
from bearhug.model.article import Article
from bearhug.model.problem import Problem
from bearhug.model.reading import Reading
from bearhug.reading.read import read_article


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: its article with the reading, or neither, and all problems on the way."""

    article: Article | None
    reading: Reading | None
    problems: tuple[Problem, ...]
    size: int = 0  # bytes of the document


def read(text: str, title: str = "", date: str | datetime.date | None = None, lang: str | None = None) -> Reading:
    """Read one article given as text.

    Args:
        text: the body; offsets in the reading refer to this very string.
        title: the headline, if there is one.
        date: the day of publication, ISO (`2025-02-11`, also `2025-02` or `2025`).
        lang: `fr` or `en`; found from the words where it is not given.

    Returns:
        The reading. What could not be understood stands in its `problems`; no text makes this raise.
    """
    return read_article(Article("article", text, title, date.isoformat() if isinstance(date, datetime.date) else date, lang=lang))


def read_many(
    inputs: Iterable[str | os.PathLike[str]], jobs: int = 1, lang: str | None = None, stdin: BufferedIOBase | None = None
) -> Generator[Outcome, None, None]:
    """Read files, folders and standard input (`-`): one outcome per document, in input order, whatever `jobs` is.

    Args:
        inputs: paths; a folder stands for all files below it.
        jobs: number of processes.
        lang: the language of all articles, where it is known; else it is found for each.
        stdin: what `-` reads from, if not the standard input.

    Raises:
        SourceError: no process can be started.
    """
    return processes.run(partial(read_document, lang=lang), documents(inputs, stdin), jobs, _lost)


def read_document(document: RawDocument | Problem, lang: str | None = None) -> Outcome:
    """Parse and read one document. A fault of ours is told as a problem of this document alone."""
    if isinstance(document, Problem):
        return Outcome(None, None, (document,))
    size = len(document.data)
    try:
        parsed = parse(document)
    except Exception as error:
        return Outcome(None, None, (_fault(document.where, error),), size)
    if parsed.article is None:
        return Outcome(None, None, parsed.problems, size)
    article = replace(parsed.article, lang=lang) if lang else parsed.article
    try:
        reading = read_article(article)
    except Exception as error:
        reading = Reading(article.id, None, f"bearhug {__version__}", problems=(_fault(article.id, error),))
    problems = (*parsed.problems, *reading.problems)
    return Outcome(article, replace(reading, problems=problems), problems, size)


def _fault(where: str, error: Exception) -> Problem:
    return Problem(where, f"{type(error).__name__} in the reader ({' '.join(str(error).split())[:120]})", "a reading; please report this")


def _lost(document: RawDocument | Problem, reason: str) -> Outcome:
    """The outcome for a document at which two processes died or hung."""
    if isinstance(document, Problem):
        return Outcome(None, None, (document,))
    return Outcome(None, None, (Problem(document.where, f"{reason} while reading it, twice", "a reading; please report this"),))
