"""Measures names against annotations: spans by kind, and how many of the parties of known deals were found at all."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bearhug.model.mention import NameMention
from bearhug.reading.sentences import Sentence
from training.corpora import Tagged

Counts = Counter[tuple[str, str]]
FIELDS = ("bidders", "target", "sellers", "advisers", "backers", "reported_by")


def spans(tags: Sequence[str]) -> list[tuple[str, int, int]]:
    """Kind, first word and word after the last of each name."""
    found: list[tuple[str, int, int]] = []
    for i, tag in enumerate(tags):
        if tag.startswith("B-"):
            found.append((tag[2:], i, i + 1))
        elif tag.startswith("I-") and found:
            kind, first, _ = found[-1]
            found[-1] = (kind, first, i + 1)
    return found


def count(one: Tagged, found: Iterable[tuple[str, int, int]], into: Counts) -> None:
    """Adds what one sentence got right, wrong and not at all, by kind; "any" asks for the words alone."""
    a, b = ({_bare(one.words, name) for name in names} for names in (spans(one.tags), found))
    may = dict(one.ways)
    for kind, first, last in list(b - a):
        # a form listed under two kinds may be either
        listed = next((s for s in a if s[1:] == (first, last)), None)
        if listed and f"B-{kind}" in may.get(first, ()):
            b = (b - {(kind, first, last)}) | {listed}
    for name, names in (("hit", a & b), ("gold", a), ("found", b)):
        into.update((kind, name) for kind, _, _ in names)
    into["any", "hit"] += len({s[1:] for s in a} & {s[1:] for s in b})
    into["any", "gold"] += len(a)
    into["any", "found"] += len(b)


def _bare(words: Sequence[str], name: tuple[str, int, int]) -> tuple[str, int, int]:
    """The name without the full stop of "Inc." and without a leading article."""
    kind, first, last = name
    last -= words[last - 1] == "." and last - first > 1
    first += last - first > 1 and words[first].lower() in {"the", "le", "la", "les", "l'", "l’"}
    return kind, first, last


def placed(sentence: Sentence, mentions: Iterable[NameMention]) -> list[tuple[str, int, int]]:
    """Mentions as kind, first word and word after the last of the sentence that holds them."""
    out = []
    for m in mentions:
        if m.span.where == sentence.where and m.span.start in sentence.starts:
            out.append((m.kind, sentence.starts.index(m.span.start), sentence.ends.index(m.span.end) + 1))
    return out


def parties(shared: Path, lang: str) -> dict[str, list[str]]:
    """Who takes part in the annotated deals, by article id: each name with its alternatives, parted by `|`."""
    found: dict[str, list[str]] = {}
    for part in ("written", "written2", "real"):
        for line in (shared / "bench" / "tune" / f"{part}-{lang}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for deal in row["deals"]:
                for field in FIELDS:
                    value = deal[field] or []
                    found.setdefault(row["id"], []).extend([value] if isinstance(value, str) else value)
    return found


def folded(name: str) -> str:
    """A name without case, accents, marks and articles."""
    text = unicodedata.normalize("NFKD", re.sub(r"['’]s\b", "", name)).casefold()
    words = re.findall(r"[a-z0-9]+", "".join(c for c in text if not unicodedata.combining(c)))
    return " ".join(w for w in words if w not in {"the", "le", "la", "les", "l"})


def recalled(wanted: Sequence[str], mentions: Iterable[NameMention], into: Counts) -> None:
    """Counts the parties of one article that some mention names exactly."""
    have = {folded(m.text) for m in mentions}
    into["parties", "gold"] += len(wanted)
    into["parties", "hit"] += sum(any(folded(form) in have for form in name.split("|")) for name in wanted)


def table(counts: Mapping[tuple[str, str], int]) -> str:
    """Precision, recall and F1 by kind."""
    lines = []
    for kind in ("ORG", "PER", "LOC", "MISC", "any", "parties"):
        hit, gold, found = (counts.get((kind, name), 0) for name in ("hit", "gold", "found"))
        if gold:
            precise = f"P {hit / found:.3f} F1 {2 * hit / (gold + found):.3f}" if found else ""
            lines.append(f"  {kind:7} R {hit / gold:.3f} {precise} ({gold})")
    return "\n".join(lines)
