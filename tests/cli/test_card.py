import io

import pytest
from rich.console import Console

from bearhug.cli.card import draw
from bearhug.views.reading_card import DealCard, Mark, Passage, ReadingCard

CARD = ReadingCard(
    Passage("Aldamor vise Vermeille", (Mark(0, 7, "bidder"),)),
    ("Le Courrier", "n1"),
    (DealCard("Aldamor → Vermeille", "acquisition, offered", (("bidder", "Aldamor", "bidder"), ("value", "3.4 billion EUR", "money"))),),
    (("Marc Ottavy", "Nous irons\nau bout"),),
    (Passage("« Aldamor ira au bout », dit-il [sic]. " * 5, (Mark(2, 21, "quote"), Mark(2, 9, "bidder")), left_out=2),),
    1,
    ("found x; expected y",),
    ("bidder", "quote"),
)


def drawn(**options):
    console = Console(file=io.StringIO(), **options)
    draw(console, CARD)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit(width):
    assert max(len(line) for line in drawn(width=width).splitlines()) <= width


def test_without_colours_evidence_stands_in_brackets():
    shown = drawn(width=100)
    assert "[bidder: Aldamor] vise Vermeille" in shown
    assert "« [quote: Aldamor ira au bout] », dit-il [sic]." in shown
    assert "marked:" not in shown
    assert "[… 2 paragraphs without evidence]" in shown
    assert "[… 1 paragraph without evidence]" in shown
    assert "\x1b" not in shown


def test_with_colours_evidence_is_coloured_and_a_legend_says_how():
    shown = drawn(width=100, force_terminal=True, color_system="standard", no_color=False)
    assert "\x1b[1;36mAldamor\x1b[0m" in shown
    assert "marked:" in shown
    assert "[bidder:" not in shown


def test_a_terminal_without_colours_gets_brackets():
    assert "[bidder: Aldamor]" in drawn(width=100, force_terminal=True, no_color=True)


def test_what_is_said_stays_on_its_line():
    assert "Marc Ottavy: “Nous irons au bout”" in drawn(width=100)
