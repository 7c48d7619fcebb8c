"""One document as it came in, before anything is understood: its bytes, its name, and how to take them."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "html", "json"]

MEGABYTE = 1_000_000
LARGEST_DOCUMENT = 16 * MEGABYTE  # bytes of one file, or of one line of JSON Lines
LONGEST_ARTICLE = 2_000_000  # characters of title and text; the longest book-length reports stay below


@dataclass(frozen=True, slots=True)
class RawDocument:
    """Bytes that should hold one article.

    `id` names the article where it brings no id of its own and is never an absolute path; `where` is
    the place as the person gave it, for messages: a path, with the line's number in a file of many.
    """

    id: str
    where: str
    kind: Kind
    data: bytes


def megabytes(size: int) -> str:
    """A size in bytes for a message.

    >>> megabytes(200_000_000)
    '200.0 MB'
    """
    return f"{size / MEGABYTE:,.1f} MB"
