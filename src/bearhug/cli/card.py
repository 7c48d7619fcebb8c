"""Draws the card of one reading."""

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bearhug.cli.terminal import clean, line
from bearhug.views.reading_card import DealCard, Mark, Passage, ReadingCard, Role

STYLES: dict[Role, str] = {
    "bidder": "bold cyan",
    "backer": "cyan",
    "target": "bold yellow",
    "seller": "yellow",
    "money": "bold green",
    "terms": "magenta",
    "adviser": "blue",
    "source": "underline blue",
    "quote": "italic",
    "speaker": "bold blue",
}
WIDEST = 110  # columns; longer lines are hard to read
LABELS = 17


def draw(console: Console, card: ReadingCard) -> None:
    """Print the card. Without colours the evidence stands in brackets with its role instead."""
    colours = console.is_terminal and not console.no_color
    width = min(console.width, WIDEST)

    def show(part: RenderableType, indent: int = 0) -> None:
        console.print(Padding(part, (0, 0, 0, indent)), width=width)

    show(Rule(style="dim", characters="━" if console.encoding.startswith("utf") else "="))
    if card.title.text.strip():
        show(_passage(card.title, colours, "bold"))
    show(Text(" · ".join(line(fact) for fact in card.facts), style="dim"))
    for deal in card.deals:
        console.print()
        show(_deal(deal), 1)
    if not card.deals:
        console.print()
        show(Text("No deal read.", style="dim"), 1)
    if card.statements:
        _heading(console, "said")
        for speaker, quote in card.statements:
            show(Text.assemble((line(speaker), STYLES["speaker"]), ": ", (f"“{line(quote)}”", STYLES["quote"])), 2)
    if card.passages:
        _heading(console, "in the article's words")
        for number, passage in enumerate(card.passages):
            if number:
                console.print()
            if passage.left_out:
                show(_left_out(passage.left_out), 2)
                console.print()
            show(_passage(passage, colours), 2)
        if card.left_out:
            console.print()
            show(_left_out(card.left_out), 2)
        if colours:
            console.print()
            show(Text("  ").join([Text("marked:", style="dim"), *(Text(role, style=STYLES[role]) for role in card.roles)]), 2)
    if card.problems:
        _heading(console, "problems")
        for problem in card.problems:
            show(Text(line(problem), style="red"), 2)
    console.print()


def _heading(console: Console, words: str) -> None:
    console.print()
    console.print(Padding(Text(words, style="dim"), (0, 0, 0, 1)))


def _left_out(count: int) -> Text:
    return Text(f"[… {count} paragraph{'s' if count > 1 else ''} without evidence]", style="dim")


def _deal(deal: DealCard) -> Group:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", style="dim", width=LABELS)
    table.add_column(overflow="fold")
    for label, value, role in deal.rows:
        table.add_row(label, Text(line(value), style=STYLES[role]))
    return Group(Text(line(deal.heading), style="bold"), Text(line(deal.state), style="dim"), table)


def _passage(passage: Passage, colours: bool, style: str = "") -> Text:
    words = clean(passage.text)
    if not colours:
        return Text(_bracketed(words, passage.marks))
    text = Text(words, style=style)
    # wide marks first, so that a name inside a quotation keeps its own colour
    for mark in sorted(passage.marks, key=lambda mark: mark.start - mark.end):
        text.stylize(STYLES[mark.role], mark.start, mark.end)
    return text


def _bracketed(words: str, marks: tuple[Mark, ...]) -> str:
    """The words with `[role: evidence]` for each mark that does not overlap an earlier, longer one."""
    parts: list[str] = []
    done = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start >= done:
            parts += [words[done : mark.start], f"[{mark.role}: {words[mark.start : mark.end]}]"]
            done = mark.end
    return "".join([*parts, words[done:]])
