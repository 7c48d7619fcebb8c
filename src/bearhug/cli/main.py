"""The program: its commands and `--version`."""

from typing import Annotated

import typer

from bearhug import __version__
from bearhug.cli.packs import packs
from bearhug.cli.read import read
from bearhug.cli.schema import schema

app = typer.Typer(name="bearhug", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command()(read)
app.command()(packs)
app.command()(schema)


def show_version(asked: bool) -> None:
    """Print the version and end, if that was asked."""
    if asked:
        print(f"bearhug {__version__}")
        raise typer.Exit


@app.callback()
def bearhug(
    version: Annotated[bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version and exit.")] = False,
) -> None:
    """Read takeover news and give every value with the words that state it."""


def run() -> None:
    """The console script."""
    app()
