"""`bearhug packs`: the languages that ship, with their rules."""

import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bearhug.exports.reading_json import FIELDS
from bearhug.languages.pack import available, load
from bearhug.views.pack_card import build


def packs() -> None:
    """List the languages with the fields that are read and the rules of each pack."""
    console = Console(file=sys.stdout)
    console.print(Text.assemble(("fields of a deal: ", "dim"), ", ".join(FIELDS)))
    for lang in available():
        card = build(load(lang))
        console.print()
        console.print(Text.assemble((card.name, "bold"), f" ({card.lang}), version {card.version}"))
        table = Table.grid(padding=(0, 2))
        table.add_column(style="cyan", no_wrap=True)
        table.add_column(justify="right", no_wrap=True)
        table.add_column(style="dim")
        for row in card.rows:
            held = f"{len(row.rules)} rules" if row.rules else f"{row.words} words"
            table.add_row(f"{row.table}.{row.concept}", held, Text(", ".join(row.rules)))
        console.print(table)
