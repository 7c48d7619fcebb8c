"""Measures bearhug on one core: articles a second, start, memory, and a spaCy pipeline of the small size beside it.

    python -m benchmarks.speed
    python -m benchmarks.speed --articles FILE.jsonl --plain FILE.jsonl

Rates are of processor time, so that what else the machine does counts as little as possible; compare the figures of one run with
one another, not those of two.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from string import ascii_lowercase

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_name] = "1"  # read when numpy is loaded

from bearhug.languages import pack  # noqa: E402
from bearhug.model.article import Article  # noqa: E402
from bearhug.reading import gate, language  # noqa: E402
from bearhug.reading.read import read_article  # noqa: E402

try:
    from benchmarks import small_pipeline
except ImportError:
    small_pipeline = None  # type: ignore[assignment]

HERE = Path(__file__).parent
OWN = sorted((HERE.parent / "evaluation" / "articles").glob("*.jsonl"))
PLAIN = [HERE / "general.jsonl"]
SECONDS = 4.0  # of processor time that one rate is measured over, at least
STARTS = 5
STREAMED = 10_000  # articles read for the peak of memory
ONE_IN = 10  # of them tells of deals
NEW_WORDS = 12  # made-up words that each of them adds, so that no memory of words stays small
DEALS, OTHERS, RATIO, START, MEMORY = 60.0, 3000.0, 4.0, 0.8, 400.0  # goals
# runs a command from a process that is itself small, because a child's peak counts that of the process it came from
PEAK = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
    "print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)
PER_MEGABYTE = 1_000_000 if sys.platform == "darwin" else 1000


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured, its figure, and the goal where there is one."""

    what: str
    figure: str
    goal: str = ""
    met: bool | None = None


def load(paths: Sequence[Path], told: bool | None = None) -> list[Article]:
    """The articles of some JSONL files; those annotated with deals, without, or all."""
    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            raw = json.loads(line) if line.strip() else None
            if raw and (told is None or "deals" not in raw or bool(raw["deals"]) == told):
                found.append(Article(str(raw["id"]), raw["text"], raw.get("title") or "", raw.get("date"), raw.get("publisher")))
    return found


def rate(work: Callable[[Sequence[Article]], object], articles: Sequence[Article]) -> float:
    """Articles a second, after one round that warms up."""
    work(articles)
    rounds, start = 0, time.process_time()
    while (spent := time.process_time() - start) < SECONDS:
        work([replace(article, id=f"{article.id}-{rounds}") for article in articles])
        rounds += 1
    return rounds * len(articles) / spent


def read_all(articles: Sequence[Article]) -> None:
    """Reads them one after the other."""
    for article in articles:
        read_article(article)


def beside() -> Callable[[Sequence[Article]], object] | None:
    """Runs the spaCy pipeline over articles, those of one language together; None where spaCy is not installed."""
    if small_pipeline is None:
        return None
    pipelines = {lang: small_pipeline.build(lang) for lang in ("fr", "en")}

    def work(articles: Sequence[Article]) -> None:
        for lang, nlp in pipelines.items():
            for _ in nlp.pipe(f"{a.title}\n\n{a.text}" for a in articles if (language.find(a).lang or "en") == lang):
                pass

    return work


def start_up(article: Article) -> float:
    """Seconds that `bearhug read` takes for one article, the best of some runs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one.txt"
        path.write_text(f"{article.title}\n\n{article.text}", encoding="utf-8")
        best = float("inf")
        for _ in range(STARTS):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-m", "bearhug", "read", str(path)], stdout=subprocess.DEVNULL, check=True)
            best = min(best, time.perf_counter() - start)
    return best


def peak(deals: Sequence[Article], others: Sequence[Article]) -> float:
    """Peak memory of `bearhug read` over many articles, in megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for number in range(STREAMED):
                articles = others if number % ONE_IN else deals
                one = articles[number // ONE_IN % len(articles)] if articles is deals else articles[number % len(articles)]
                row = {"id": str(number), "title": one.title, "text": f"{one.text}\n\n{new_words(number)}", "date": one.date}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        command = [sys.executable, "-m", "bearhug", "read", "--format", "jsonl", str(path)]
        done = subprocess.run([sys.executable, "-c", PEAK, *command], capture_output=True, text=True, check=True)
    status, most = map(int, done.stdout.split())
    if status > 1:
        sys.exit(done.stderr)
    return most / PER_MEGABYTE


def new_words(number: int) -> str:
    """Words that no other article has, one in three with a capital letter."""
    found = []
    for n in range(number * NEW_WORDS, (number + 1) * NEW_WORDS):
        letters = ""
        while n:
            n, digit = divmod(n, 26)
            letters += ascii_lowercase[digit]
        word = f"zo{letters}k"
        found.append(word.capitalize() if len(found) % 3 == 0 else word)
    return " ".join(found) + "."


def verdicts(articles: Sequence[Article]) -> str:
    """How many articles the gate lets through to the deals, how many to the statements alone, and how many it turns away."""
    found = [gate.weigh(one, pack.load(lang)) for one in articles if (lang := language.find(one).lang)]
    return ", ".join(f"{found.count(verdict)} {verdict}" for verdict in ("open", "ajar", "closed"))  # type: ignore[arg-type]


def measure(paths: Sequence[Path], plain: Sequence[Path]) -> list[Row]:
    """The table."""
    deals, others = load(paths, told=True), load(plain, told=False)
    seconds, megabytes = start_up(deals[0]), peak(deals, others)
    own, spacy = rate(read_all, deals), beside()
    plainly = rate(read_all, others)
    rows = [
        Row(f"articles that tell of deals ({len(deals)}), per second", f"{own:,.1f}", f"at least {DEALS:,.0f}", own >= DEALS),
        Row(f"other news ({len(others)}: {verdicts(others)}), per second", f"{plainly:,.0f}", f"at least {OTHERS:,.0f}", plainly >= OTHERS),
    ]
    if spacy is None:
        rows.append(Row("spaCy", "not installed: pip install -e '.[bench]'"))
    else:
        theirs, theirs_plain = rate(spacy, deals), rate(spacy, others)
        rows += [
            Row("spaCy, small size, the articles that tell of deals, per second", f"{theirs:,.1f}"),
            Row("ratio to it, articles that tell of deals", f"{own / theirs:.1f}", f"at least {RATIO:.0f}", own / theirs >= RATIO),
            Row("spaCy, small size, the other news, per second", f"{theirs_plain:,.1f}"),
            Row("ratio to it, other news", f"{plainly / theirs_plain:.1f}", f"at least {RATIO:.0f}", plainly / theirs_plain >= RATIO),
        ]
    rows += [
        Row(f"start and reading of one article (best of {STARTS}), seconds", f"{seconds:.2f}", f"at most {START}", seconds <= START),
        Row(f"peak memory over {STREAMED:,} articles, megabytes", f"{megabytes:,.0f}", f"at most {MEMORY:.0f}", megabytes <= MEMORY),
    ]
    return rows


def pin() -> None:
    """Keep to one core, children too, where the system allows it."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--articles", type=Path, action="append", help="JSONL of articles that tell of deals, instead of evaluation/articles"
    )
    parser.add_argument("--plain", type=Path, action="append", help="JSONL of other news, instead of benchmarks/general.jsonl")
    args = parser.parse_args()
    pin()
    print("| one core, one run | measured | goal | |\n|---|---:|---|---|")
    for row in measure(args.articles or OWN, args.plain or PLAIN):
        print(f"| {row.what} | {row.figure} | {row.goal} | {'' if row.met is None else 'met' if row.met else 'missed'} |")


if __name__ == "__main__":
    main()
