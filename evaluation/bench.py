"""`make bench`: the figures on the annotated bench beside the project, where it is there.

Of the part that is kept for checking only figures are printed, never a text or a value.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from bearhug.languages.pack import available
from evaluation.articles import Gold, load, readings

PARTS = ("tune", "check")
COLUMNS = ("slots", "main_slots", "main_deals", "quotes", "speakers")


def scorer(bench: Path) -> ModuleType:
    """The bench's own scorer, `score.py`."""
    spec = spec_from_file_location("bench_score", bench / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(bench: Path, part: str) -> Iterator[str]:
    """A line of figures per file, then per language over all files."""
    score = scorer(bench).score
    by_lang: dict[str, list[Gold]] = defaultdict(list)
    read: dict[str, dict[str, Any]] = {}
    yield f"{part:16} articles " + " ".join(f"{name:>10}" for name in COLUMNS) + "  false alarms"
    for path in sorted((bench / part).glob("*.jsonl")):
        golds = [gold for gold in load(path) if gold["lang"] in available()]
        if not golds:
            yield f"{path.stem:16} no pack for its language yet"
            continue
        found = readings(golds)
        read |= found
        for gold in golds:
            by_lang[gold["lang"]].append(gold)
        yield line(path.stem, score(golds, found))
    for lang, golds in sorted(by_lang.items()):
        yield line(f"all {lang}", score(golds, read))


def line(name: str, figures: dict[str, Any]) -> str:
    """The figures of one set: F1 of each column, and the articles without deal that were read with one."""
    alarms = figures["false_alarms"]
    cells = " ".join(f"{figures[column]['f1']:10.3f}" for column in COLUMNS)
    return f"{name:16} {figures['articles']:8} {cells}  {alarms['read_with_a_deal']:3} of {alarms['articles_without_deal']}"


def main() -> None:
    """Score each part that is there."""
    bench = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench")
    if not (bench / "score.py").is_file():
        print(f"{bench}: found no bench; expected score.py and annotated articles (nothing was scored)")
        return
    for part in PARTS:
        if (bench / part).is_dir():
            print("\n".join(lines(bench, part)), end="\n\n")


if __name__ == "__main__":
    main()
