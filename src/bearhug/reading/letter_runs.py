"""Finds the runs of letters in a text quickly, where their order does not matter."""

import re

LETTERS = re.compile(r"[^\W\d_]+")
MARKS = "'’.,-:\"()«»"  # the commonest marks of news text: blanks in their place part most words, and the pattern has little left to do


def letter_runs(text: str) -> list[str]:
    """All runs of letters, each as often as it stands, in any order."""
    for mark in MARKS:
        text = text.replace(mark, " ")
    pieces = text.split()
    rest = [piece for piece in pieces if not piece.isalpha()]
    if not rest:
        return pieces
    return [*filter(str.isalpha, pieces), *LETTERS.findall(" ".join(rest))]
