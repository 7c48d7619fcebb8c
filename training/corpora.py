"""Reads the annotated corpora that the name tagger learns from: sentences of words with, per word, the tags it may have."""

import json
import lzma
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.reading.sentences import WORD, split
from bearhug.reading.tagger import KINDS, TAGS

OWN = Path(__file__).parent / "articles"
ELISIONS = frozenset({"l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "aujourd"})
FILES = {
    "en": (("WikiANN_en_{}.conll.xz", "wiki"), ("wikigold_en_test.conllu.xz", "gold"), ("uner_en_ewt-ud-dev.iob2.xz", "gold"),
           ("uner_en_ewt-ud-test.iob2.xz", "gold"), ("uner_en_pud-ud-test.iob2.xz", "gold")),
    "fr": (("WikiANN_fr_{}.conll.xz", "wiki"), ("europeana_fr_bnf.bio.xz", "old")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tagged:
    """One sentence: its words and the tag of each; `ways` where a word may have one of several tags."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    ways: tuple[tuple[int, frozenset[str]], ...] = ()


def retokenise(words: Iterable[str], tags: Iterable[str]) -> Tagged:
    """The sentence cut into words as the reader cuts them, tags repaired so that every name begins with B-."""
    out: list[str] = []
    marks: list[str] = []
    for word, tag in zip(words, tags, strict=True):
        parts = [word] if word[:-1].lower() in ELISIONS and word[-1:] in "'’" else [m[0] for m in WORD.finditer(word)] or [word]
        if tag[2:] not in KINDS:
            tag = {"OTH": "B-MISC"}.get(tag[2:], "O")
        if tag.startswith("I-") and (not marks or marks[-1][2:] != tag[2:]):
            tag = "B-" + tag[2:]
        out += parts
        marks += [tag] + [tag.replace("B-", "I-")] * (len(parts) - 1)
    return Tagged(tuple(out), tuple(marks))


def read_columns(path: Path) -> Iterator[Tagged]:
    """Sentences of a file with a word and a tag per line, whichever of the known layouts it has."""
    words: list[str] = []
    tags: list[str] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t") if "\t" in line else line.split()
            if line.startswith("# ") and "=" in line:
                continue
            if len(cells) < 2:
                if words:
                    yield retokenise(words, tags)
                words, tags = [], []
                continue
            word, tag = (cells[1], cells[2]) if cells[0].isdigit() and len(cells) > 2 else (cells[0], cells[1])
            words.append(re.sub(r"^(fr|en|de):", "", word))
            tags.append(tag)
    if words:
        yield retokenise(words, tags)


def old_papers(path: Path) -> Iterator[Tagged]:
    """The newspapers of 1900 have no sentence breaks: cut after full stops, drop what recognition garbled."""
    for whole in read_columns(path):
        first = 0
        for i, word in enumerate(whole.words):
            if word in ".!?" or i + 1 == len(whole.words):
                words, tags = whole.words[first : i + 1], whole.tags[first : i + 1]
                clean = sum(w.isalpha() or w in "-,.'’" or w[-1] in "'’" or w.isdigit() for w in words)
                if 5 <= len(words) <= 80 and clean >= 0.97 * len(words):
                    yield retokenise(words, tags)
                first = i + 1


def open_corpora(shared: Path, lang: str) -> dict[str, list[Tagged]]:
    """The sentences that anyone may train on, by sort: silver ("wiki"), gold, and old newspapers."""
    found: dict[str, list[Tagged]] = {}
    for name, sort in FILES[lang]:
        for part in ("train", "dev", "test") if "{}" in name else ("",):
            path = shared / "data" / "names" / name.format(part)
            read = old_papers if sort == "old" else read_columns
            found.setdefault(sort, []).extend(t for t in read(path) if 2 <= len(t.words) <= 120)
    return found


def articles(shared: Path, lang: str) -> dict[str, Article]:
    """The annotated articles by id: those of the bench that may be read, and our own."""
    found: dict[str, Article] = {}
    for part in ("written", "written2", "real"):
        for line in (shared / "bench" / "tune" / f"{part}-{lang}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found[row["id"]] = _article(row, lang)
    found.update((article.id, article) for article, _ in written(lang))
    return found


def _article(row: dict[str, Any], lang: str) -> Article:
    return Article(row["id"], row["text"], row["title"] or "", row.get("date"), row.get("publisher"), None, lang)


def written(lang: str) -> Iterator[tuple[Article, dict[str, list[str]]]]:
    """The articles that were written for training, each with its names by kind."""
    for path in sorted(OWN.glob(f"{lang}-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and (row := json.loads(line)).get("names"):
                yield _article(row, lang), {kind: row["names"].get(kind, []) for kind in KINDS}


def in_domain(shared: Path, notes: Path, pack: Pack) -> dict[str, list[Tagged]]:
    """Our own annotated articles: every place where a listed name stands, by article id."""
    texts = articles(shared, pack.lang)
    found: dict[str, list[Tagged]] = {}
    if notes.exists():
        for line in notes.read_text(encoding="utf-8").splitlines():
            if line.strip() and (row := json.loads(line))["id"] in texts:
                forms = {kind: row.get(kind, []) for kind in KINDS}
                found[row["id"]] = [mark(s.words, forms) for s in split(texts[row["id"]], pack)]
    for article, forms in written(pack.lang):
        found[article.id] = [mark(s.words, forms) for s in split(article, pack)]
    return found


def mark(words: tuple[str, ...], forms: dict[str, list[str]]) -> Tagged:
    """Tags every place in a sentence where a listed form stands, the longest first; a form listed under two kinds may be either."""
    shouted = sum(w.isupper() for w in words if len(w) > 3) > 0.7 * sum(len(w) > 3 and w.isalpha() for w in words)
    fold = (lambda w: w.casefold().replace("’", "'")) if shouted else (lambda w: w.replace("’", "'"))
    wanted: dict[tuple[str, ...], set[str]] = {}
    for kind, names in forms.items():
        for name in names:
            wanted.setdefault(tuple(fold(m[0]) for m in WORD.finditer(name)), set()).add(kind)
    wanted.pop((), None)
    longest = max(map(len, wanted), default=0)
    folded = tuple(map(fold, words))
    tags = ["O"] * len(words)
    ways: list[tuple[int, frozenset[str]]] = []
    i = 0
    while i < len(words):
        for size in range(min(longest, len(words) - i), 0, -1):
            kinds = wanted.get(folded[i : i + size])
            if kinds:
                first = next(kind for kind in KINDS if kind in kinds)
                tags[i : i + size] = [f"B-{first}"] + [f"I-{first}"] * (size - 1)
                if len(kinds) > 1:
                    ways += [(i + k, frozenset(f"{'I' if k else 'B'}-{kind}" for kind in kinds)) for k in range(size)]
                i += size - 1
                break
        i += 1
    return Tagged(tuple(words), tuple(tags), tuple(ways))


def allowed(tagged: Tagged) -> list[int]:
    """Per word, the tags it may have, as bits."""
    bits = [1 << TAGS.index(tag) for tag in tagged.tags]
    for i, tags in tagged.ways:
        bits[i] = sum(1 << TAGS.index(tag) for tag in tags)
    return bits
