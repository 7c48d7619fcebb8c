"""The last step before a terminal: words from outside may not move its cursor or turn its lines around."""

import re

# C0 and C1 controls with escape, marks that turn the reading direction, byte order marks, lone surrogates
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufff9-\ufffb]")
SPACES = re.compile("[\t\r\u2028\u2029]")


def clean(text: str) -> str:
    """`text` with each unsafe character replaced by one that is harmless, so that offsets stay.

    >>> clean("\\x1b[31mred\\tend")
    '\\ufffd[31mred end'
    """
    return UNSAFE.sub("\ufffd", SPACES.sub(" ", text))


def line(text: str) -> str:
    """The same on one line, for names and messages."""
    return clean(text.replace("\n", " "))
