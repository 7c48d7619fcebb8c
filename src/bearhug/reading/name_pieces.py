"""Words thought to be one name, and the sentence they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bearhug.model.mention import NameKind
from bearhug.reading.sentences import Sentence
from bearhug.reading.tagger import KINDS, TAGS, Tagging

Evidence = tuple[int, ...]  # per kind of KINDS, what speaks for it


@dataclass(slots=True)
class Piece:
    """Words `first` to `last` (included) of a sentence, thought to be one name."""

    first: int
    last: int
    kind: NameKind
    evidence: Evidence


@dataclass(slots=True)
class Line:
    """A sentence, its tagging, how it is written, and the names found in it so far."""

    sentence: Sentence
    tagging: Tagging
    headline: bool  # capitals on every word, or throughout
    pieces: list[Piece] = field(default_factory=list)

    def key(self, first: int, last: int) -> tuple[str, ...]:
        """The words as the memory knows them."""
        return tuple(plain(word) for word in self.sentence.words[first : last + 1])


def plain(word: str) -> str:
    """The word with straight apostrophes."""
    return word.replace("’", "'") if "’" in word else word


def headline(sentence: Sentence) -> bool:
    """Whether capitals tell nothing here, because nearly every word has them."""
    long = [word for word in sentence.words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    shouted = sum(word.isupper() for word in long)
    return (len(long) >= 4 and capitals > 0.8 * len(long)) or (len(long) >= 3 and shouted > 0.7 * len(long))


def evidence_for(tagging: Tagging, first: int, last: int) -> Evidence:
    """What speaks for each kind over "no name", over all words of the run."""
    rows = tagging.scores[first : last + 1].tolist()
    return tuple(sum(max(row[k], row[k + 1]) - row[0] for row in rows) // len(rows) for k in range(1, len(TAGS), 2))


def tagged_pieces(line: Line) -> Iterator[Piece]:
    """The names that the tagger sees in a sentence."""
    first = -1
    tags = [*line.tagging.tags, "O"]
    for i, tag in enumerate(tags):
        if first >= 0 and not tag.startswith("I-"):
            kind = next(kind for kind in KINDS if kind == tags[first][2:])
            yield Piece(first, i - 1, kind, evidence_for(line.tagging, first, i - 1))
            first = -1
        if tag.startswith("B-"):
            first = i
