"""`bearhug read`: articles in, readings out."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bearhug.cli.output import opened
from bearhug.cli.progress import Report
from bearhug.cli.terminal import line
from bearhug.cli.writers import Format, writer
from bearhug.intake.file import total_bytes
from bearhug.languages.pack import available
from bearhug.model.errors import BearhugError
from bearhug.workflow import read_many

SOME_PROBLEMS = 1
INTERRUPTED = 130  # 128 + SIGINT
PIPE_CLOSED = 141  # 128 + SIGPIPE


def known_language(lang: str | None) -> str | None:
    """The language, if there is a pack for it."""
    if lang is not None and lang not in available():
        raise typer.BadParameter(f"found {lang!r}; expected one of {', '.join(available())}")
    return lang


def read(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Files (.txt, .html, .jsonl), folders, or - for standard input.", show_default=False),
    ],
    format_: Annotated[
        Format, typer.Option("--format", help="Cards to look at, one JSON list, or one JSON object per line.")
    ] = Format.text,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write here instead of to standard output.")] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, max=256, help="Number of processes; the result is the same for any.")] = 1,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="LANG", callback=known_language, help="Language of all articles (fr, en); else found.")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="On cards, also the paragraphs without evidence.")] = False,
) -> None:
    """Read articles: who bids for what, for how much, where it stands, and the words that say so.

    Exit status: 0 all well; 1 something was not read or understood, and standard error says what; 2 wrong usage.
    """
    problems = 0
    with _quiet_end():
        total = total_bytes(inputs) if sys.stderr.isatty() else None
        with opened(out) as stream, Report(total) as report, closing(read_many(inputs, jobs, lang)) as outcomes:
            results = writer(format_, stream, None if out else _console, full)
            for outcome in outcomes:
                for problem in outcome.problems:
                    problems += 1
                    report.say(str(problem))
                if outcome.reading:
                    results.write(outcome)
                report.advance(outcome.size)
            results.close()
    raise typer.Exit(SOME_PROBLEMS if problems else 0)


def _console() -> Console:
    with suppress(AttributeError):
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    return Console(file=sys.stdout)


@contextmanager
def _quiet_end() -> Iterator[None]:
    """Ends without a stack trace when the user interrupts, the reader of a pipe has gone, or an output cannot be written."""
    try:
        yield
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        with suppress(OSError, ValueError, AttributeError):  # so that the flush at exit has somewhere to go
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None
    except BearhugError as error:
        print(line(str(error)), file=sys.stderr)
        raise typer.Exit(SOME_PROBLEMS) from None
