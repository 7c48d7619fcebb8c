"""Writes outcomes one after the other, in one of three formats."""

import io
from collections.abc import Callable
from enum import StrEnum
from typing import BinaryIO, Protocol

from rich.console import Console

from bearhug.cli.card import draw
from bearhug.exports.reading_json import to_json
from bearhug.views.reading_card import build
from bearhug.workflow import Outcome

PAPER = 100  # columns of a card that goes into a file


class Format(StrEnum):
    """What `--format` takes."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


class Writer(Protocol):
    """Takes the outcomes that have a reading, then is told that there are no more."""

    def write(self, outcome: Outcome) -> None:
        """One more outcome."""

    def close(self) -> None:
        """What stands at the end."""


class JsonLines:
    """One reading per line."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    def write(self, outcome: Outcome) -> None:
        """The reading's line."""
        if outcome.reading:
            self.stream.write(to_json(outcome.reading).encode() + b"\n")

    def close(self) -> None:
        """Nothing stands at the end."""


class JsonList:
    """One list of readings, each with the article as it is stored."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.before = b"[\n"

    def write(self, outcome: Outcome) -> None:
        """The next item of the list."""
        if outcome.reading:
            self.stream.write(self.before + to_json(outcome.reading, outcome.article, indent=2).encode())
            self.before = b",\n"

    def close(self) -> None:
        """The end of the list."""
        self.stream.write(b"\n]\n" if self.before == b",\n" else b"[]\n")


class Cards:
    """One card per article, in colours on a terminal."""

    def __init__(self, stream: BinaryIO, console: Console | None = None, full: bool = False) -> None:
        self.paper = io.TextIOWrapper(stream, encoding="utf-8", newline="\n", write_through=True) if console is None else None
        self.console = console or Console(file=self.paper, width=PAPER)
        self.full = full

    def write(self, outcome: Outcome) -> None:
        """The article's card."""
        if outcome.article and outcome.reading:
            draw(self.console, build(outcome.article, outcome.reading, self.full))

    def close(self) -> None:
        """Let go of the stream without closing it."""
        if self.paper:
            self.paper.detach()


def writer(format_: Format, stream: BinaryIO, terminal: Callable[[], Console] | None, full: bool) -> Writer:
    """The writer of a format; `terminal` gives the console of cards that go to standard output."""
    if format_ is Format.jsonl:
        return JsonLines(stream)
    if format_ is Format.json:
        return JsonList(stream)
    return Cards(stream, terminal() if terminal else None, full)
