"""`make gate`: the reader may not fall below the pinned floors on the project's own articles.

The articles stand in `articles/`, one file per language; `floors.toml` has the floors. A change that lowers
a figure lowers its floor on purpose, in the same commit, and says so in the changelog.
"""

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from evaluation.articles import load, readings
from evaluation.score import Score, score

HERE = Path(__file__).parent
CEILINGS = frozenset({"false_alarms"})  # the fewer the better


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside its floor (or ceiling)."""

    lang: str
    name: str
    figure: float
    bound: float

    @property
    def holds(self) -> bool:
        """Whether the figure is good enough. Figures are compared as they are printed."""
        figure = round(self.figure, 3)
        return figure <= self.bound if self.name in CEILINGS else figure >= self.bound


def rows() -> list[Row]:
    """All figures that have a floor."""
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    found = []
    for lang, bounds in floors.items():
        golds = load(HERE / "articles" / f"{lang}.jsonl")
        total = score(golds, readings(golds))
        found += [Row(lang, name, figure(total, name), bound) for name, bound in bounds.items()]
    return found


def figure(total: Score, name: str) -> float:
    """The figure that a floor speaks of: F1, or the share of false alarms."""
    value = getattr(total, name)
    return value if isinstance(value, float) else float(value.f1)


def table(found: list[Row]) -> str:
    """The rows as a table."""
    lines = ["lang  figure          reached      pinned"]
    for row in found:
        side = "at most" if row.name in CEILINGS else "at least"
        verdict = "" if row.holds else "   does not hold"
        lines.append(f"{row.lang:5} {row.name:15} {row.figure:7.3f}  {side:>8} {row.bound:.3f}{verdict}")
    return "\n".join(lines)


def main() -> None:
    """Print the table; exit status 1 where a figure does not hold."""
    found = rows()
    print(table(found))
    sys.exit(not all(row.holds for row in found))


if __name__ == "__main__":
    main()
