"""Splits a title or text into sentences of words, all with offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.model.span import Span, Where

# A word keeps its inner hyphens, dots of initialisms ("U.S.") and ampersands ("M&A", "AT&T"); an elision
# ("l'", "d’", "qu'") is a word of its own, and so is a possessive "'s".
WORD = re.compile(
    r"(?:[lLdDjJmMnNsStTcC]|[qQ]u|[jJ]usqu|[lL]orsqu|[pP]uisqu|[qQ]uoiqu|[aA]ujourd)['’](?=\w)"
    r"|['’][sS]\b"
    r"|(?:[^\W\d_]\.){2,}"
    r"|\d++(?:[.,]\d++)*+(?![^\W\d_])"
    r"|[^\W_](?:\w|[-&+](?=\w)|(?!['’][sS]\b)['’](?=[^\W\d_]))*"
    r"|\.{3}|[^\w\s]"
)
CLOSERS = "\"'”’»)]"
LONGEST = 300  # words; what has no full stop for longer is a list, and work that grows with the square of a line must end
ENDERS = frozenset({".", "!", "?", "…", "..."})
MAY_END = ENDERS | frozenset(CLOSERS)  # the words after which alone a sentence can end, but for the end of a line


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, its paragraph's number, and its words with the offsets of each."""

    where: Where
    start: int
    end: int
    paragraph: int
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, first: int, last: int) -> Span:
        """The characters from word `first` to word `last`, both included."""
        return Span(self.where, self.starts[first], self.ends[last])


@cache
def abbreviations(pack: Pack) -> frozenset[str]:
    """Words of the pack after which a full stop ends no sentence, in lower case."""
    return frozenset(word.casefold() for word in pack.table("pack")["abbreviations"])


def split(article: Article, pack: Pack) -> tuple[Sentence, ...]:
    """The sentences of the title (one) and the text, in reading order."""
    short = abbreviations(pack)
    found: list[Sentence] = []
    if article.title.strip():
        found.extend(_sentence("title", article.title, 0, len(article.title), 0, None))
    for number, (start, end) in enumerate(_paragraphs(article.text), 1):
        found.extend(_sentence("text", article.text, start, end, number, short))
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in re.finditer(r"\n[ \t\r\f\v]*\n\s*", text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def _sentence(where: Where, text: str, start: int, end: int, paragraph: int, short: frozenset[str] | None) -> Iterator[Sentence]:
    spans = [token.span() for token in WORD.finditer(text, start, end)]
    words = tuple(text[first:last] for first, last in spans)
    starts, ends = tuple(first for first, _ in spans), tuple(last for _, last in spans)
    lines = text.find("\n", start, end) >= 0
    first = 0
    for i, word in enumerate(words):
        if i + 1 < len(words):
            perhaps = word in MAY_END or (lines and "\n" in text[ends[i] : starts[i + 1]])
            over = short is not None and ((perhaps and _ends(text, words, starts, ends, i, short)) or i + 1 - first >= LONGEST)
            if not over:
                continue
        yield Sentence(where, starts[first], ends[i], paragraph, words[first : i + 1], starts[first : i + 1], ends[first : i + 1])
        first = i + 1


def _ends(text: str, words: tuple[str, ...], starts: tuple[int, ...], ends: tuple[int, ...], i: int, short: frozenset[str]) -> bool:
    """Whether a sentence ends after word `i`, which is not the last: at an ender, or at the closing marks that follow one."""
    here, after = words[i], words[i + 1]
    gap = text[ends[i] : starts[i + 1]]
    if here in CLOSERS and i and (words[i - 1] in ENDERS):
        if after in CLOSERS:
            return False
    elif here in ENDERS:
        # a mark that still belongs to this sentence comes first: "... autrefois. »"
        if after in CLOSERS and (after not in "\"'" or not gap or not gap.strip("\u00a0\u202f")):
            return False
    elif "\n" in gap and (here not in ",;" or after in "*-•–—") and (after[0].isupper() or after in '*-•–—"“«'):
        # a new line without a full stop: a heading or an item of a list, unless the line was only wrapped
        line = text.rfind("\n", 0, starts[i]) + 1
        return after in "*-•" or ends[i] - line < 60
    else:
        return False
    if here == "." and i and not starts[i] > ends[i - 1]:
        before = words[i - 1]
        if before.casefold() in short or (len(before) == 1 and before.isupper() and after[:1].isupper()):
            return False
    if after[:1].islower() or after in ",;:)":
        return False
    return bool(gap) or after in '"“«' or (here == "." and after[:1].isupper())
