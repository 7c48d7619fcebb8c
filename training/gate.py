"""Fits the gate: which trigger words, taken together, make an article worth reading for deals.

    python -m training.gate --shared ../shared

Articles with deals are those of bench/tune and training/articles; articles without are theirs, French portal news (OrangeSum) and, for
English, web text and encyclopaedia sentences (UNER, wikigold), cut to the length of articles. See DATA.md.
"""

import argparse
import gzip
import json
import lzma
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from bearhug.languages import pack
from bearhug.model.article import Article
from bearhug.reading import gate
from training.gold import article_of, articles

WEIGHTS = Path(__file__).parent.parent / "src" / "bearhug" / "reading" / "weights" / "gate.json.gz"
LEAST = 8  # articles that must hold a word
SHARE = 0.5  # a plain word counts less than a phrase of the pack
AJAR = -2.5  # below it an article is not about business at all
KEPT = 0.975  # of the articles with deals must pass
PORTAL = 6000  # articles of the portal that are used


def outside(shared: Path, lang: str) -> Iterator[Article]:
    """Articles of other news, nearly all without a deal."""
    if lang == "fr":
        with gzip.open(shared / "data" / "news" / "orangesum.jsonl.gz", "rt", encoding="utf-8") as file:
            for number, line in enumerate(file):
                if number >= PORTAL:
                    return
                told = json.loads(line)
                yield Article(str(number), told["text"], told.get("title") or "", lang=lang)
        return
    for name in ("uner_en_ewt-ud-dev.iob2.xz", "uner_en_ewt-ud-test.iob2.xz", "uner_en_pud-ud-test.iob2.xz", "wikigold_en_test.conllu.xz"):
        words: list[str] = []
        with lzma.open(shared / "data" / "names" / name, "rt", encoding="utf-8") as file:
            for line in file:
                cells = line.rstrip("\n").split("\t")
                if len(cells) > 1:
                    words.append(cells[1] if cells[0].isdigit() else cells[0])
                if len(words) >= 350:
                    yield Article(name, " ".join(words), lang=lang)
                    words = []


def rows(lang: str, shared: Path) -> tuple[csr_matrix, np.ndarray, np.ndarray, tuple[str, ...], list[str]]:
    """Which phrases and words stand in which article, whether it has a deal, and its weight."""
    phrases = gate.patterns(pack.load(lang))
    automaton = gate.scanner(phrases)
    told: list[tuple[Article, bool, float]] = [(article_of(g), bool(g["deals"]), 1.0) for g in articles(shared, [lang])]
    told += [(article, False, 0.25) for article in outside(shared, lang)]
    texts = [gate.plain(article) for article, _, _ in told]
    bags = [set(gate.WORD.findall(text)) for text in texts]
    spread = Counter(word for bag in bags for word in bag)
    words = sorted(word for word, count in spread.items() if count >= LEAST)
    number = {word: len(phrases) + i for i, word in enumerate(words)}
    places = [
        sorted(gate.hits(text, automaton)) + sorted(number[w] for w in bag if w in number) for text, bag in zip(texts, bags, strict=True)
    ]
    starts = np.cumsum([0, *map(len, places)])
    matrix = csr_matrix((np.ones(starts[-1]), np.concatenate(places).astype(int), starts), shape=(len(told), len(phrases) + len(words)))
    matrix = matrix @ diags([1.0] * len(phrases) + [SHARE] * len(words))
    return matrix.tocsr(), np.array([deal for _, deal, _ in told]), np.array([weight for _, _, weight in told]), phrases, words


def main() -> None:
    """Fit both languages and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    args = parser.parse_args()
    weights: dict[str, dict[str, object]] = {}
    for lang in ("fr", "en"):
        matrix, deals, share, phrases, words = rows(lang, args.shared)
        scores = np.zeros(len(deals))
        for k in range(5):
            held = np.arange(len(deals)) % 5 == k
            model = LogisticRegression(C=0.05, max_iter=300).fit(matrix[~held], deals[~held], sample_weight=share[~held])
            scores[held] = model.decision_function(matrix[held])
        limit = float(np.quantile(scores[deals], 1 - KEPT))
        others = share < 1
        print(
            f"{lang}: limit {limit:.2f}; passes {np.mean(scores[others] >= limit):.3f} of other news, "
            f"{np.mean(scores[~deals & ~others] >= limit):.3f} of the hard articles without a deal"
        )
        model = LogisticRegression(C=0.05, max_iter=300).fit(matrix, deals, sample_weight=share)
        fitted = model.coef_[0]
        weights[lang] = {
            "bias": round(float(model.intercept_[0]) - limit, 3),
            "phrases": {p: round(float(w), 3) for p, w in zip(phrases, fitted, strict=False) if abs(w) >= 0.005},
            "words": {p: round(float(w) * SHARE, 3) for p, w in zip(words, fitted[len(phrases) :], strict=True) if abs(w) * SHARE >= 0.005},
        }
    text = json.dumps({"ajar": AJAR, "weights": weights}, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    WEIGHTS.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
