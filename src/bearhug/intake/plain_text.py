"""Plain text to an article: a first line of its own is the title."""

from bearhug.intake.decode import decode, stored
from bearhug.intake.document import RawDocument
from bearhug.model.article import Article
from bearhug.model.problem import Problem

LONGEST_TITLE = 250  # characters; a longer first line is the article's first paragraph


def parse(document: RawDocument) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a text file, with a problem where bytes of it were broken."""
    decoded = decode(document.data)
    title, text = split_title(stored(decoded.text))
    return Article(document.id, text, title), broken_bytes(document.where, decoded.broken, decoded.encoding)


def split_title(text: str) -> tuple[str, str]:
    """The title, if the first line is short and followed by an empty line, and the text.

    >>> split_title("Une offre\\n\\nLe groupe a fait une offre.\\n")
    ('Une offre', 'Le groupe a fait une offre.\\n')
    """
    text = text.lstrip("\n")
    first, _, rest = text.partition("\n")
    second, _, _ = rest.partition("\n")
    if rest.strip() and not second.strip() and len(first.strip()) <= LONGEST_TITLE:
        return first.strip(), rest.lstrip()
    return "", text


def broken_bytes(where: str, count: int, encoding: str) -> tuple[Problem, ...]:
    """The problem of bytes that are no character, if there were any."""
    if not count:
        return ()
    what = "1 broken character" if count == 1 else f"{count:,} broken characters"
    return (Problem(where, what, f"text in {encoding.upper()} (each was read as U+FFFD)"),)
