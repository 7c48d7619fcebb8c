"""Finds the names of one article: what the tagger sees, put right and completed by what the article itself remembers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.model.mention import NameKind, NameMention
from bearhug.reading.name_memory import Memory
from bearhug.reading.name_words import NameWords, name_words
from bearhug.reading.sentences import Sentence
from bearhug.reading.tagger import KINDS, Tagger, Tagging, load

OWN_S = ("'s", "’s")  # "McDonald's": the tagger counts it in where it belongs to a company's name
SURE = -900  # how far "no name" may lead (in the tagger's units) over a run in capitals that is taken as a name all the same
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


def find(sentences: Sequence[Sentence], article: Article, pack: Pack) -> tuple[NameMention, ...]:
    """The names of the article, in reading order, none overlapping another.

    A name that is told once is found wherever it stands again, in the title too, whole or in its short form
    ("Calloway" once "Calloway Foods Inc" is known), and all its places have one kind. Articles, titles of
    persons and possessives stay out ("M. Arnault" gives `Arnault`), legal forms stay in.
    """
    return find_with(load(pack.lang), sentences, article, pack)


def find_with(tagger: Tagger, sentences: Sequence[Sentence], article: Article, pack: Pack) -> tuple[NameMention, ...]:
    """Like `find`, with the given tagger."""
    words = name_words(pack)
    taggings = tagger.read([sentence.words for sentence in sentences])
    lines = [Line(sentence, tagging, _headline(sentence)) for sentence, tagging in zip(sentences, taggings, strict=True)]
    for line in lines:
        line.pieces = [piece for tagged in _tagged(line) if (piece := _repaired(line, tagged, words)) is not None]
        _join(line, words)
    written_small = {word for line in lines for word in line.sentence.words if word[:1].islower()}
    for line in lines:
        if not line.headline:
            line.pieces = _with(line.pieces, _runs(line, words, written_small))
    memory = Memory(words)
    for line in lines:
        for piece in line.pieces:
            memory.learn(line.key(piece.first, piece.last), piece.kind, piece.evidence, line.headline)
    memory.settle()
    found: list[NameMention] = []
    for line in lines:
        recalled = [Piece(first, last, kind, evidence) for first, last, kind, evidence in memory.recall(line.sentence.words, line.headline)]
        line.pieces = _with(_longest(line.pieces, recalled), recalled)
        for piece in line.pieces:
            kind = memory.kind(line.key(piece.first, piece.last), piece.kind)
            span = line.sentence.span(piece.first, piece.last)
            found.append(NameMention(span, article.words(span), kind))
    return tuple(found)


def _headline(sentence: Sentence) -> bool:
    """Whether capitals tell nothing here, because nearly every word has them."""
    long = [word for word in sentence.words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    shouted = sum(word.isupper() for word in long)
    return (len(long) >= 4 and capitals > 0.8 * len(long)) or (len(long) >= 3 and shouted > 0.7 * len(long))


def _evidence(tagging: Tagging, first: int, last: int) -> Evidence:
    """What speaks for each kind over "no name", over all words of the run."""
    scores = tagging.scores[first : last + 1]
    inside = np.maximum(scores[:, 1::2], scores[:, 2::2]) - scores[:, :1]
    return tuple(int(x) for x in inside.sum(axis=0) // len(scores))


def _tagged(line: Line) -> Iterator[Piece]:
    first = -1
    tags = [*line.tagging.tags, "O"]
    for i, tag in enumerate(tags):
        if first >= 0 and not tag.startswith("I-"):
            kind = next(kind for kind in KINDS if kind == tags[first][2:])
            yield Piece(first, i - 1, kind, _evidence(line.tagging, first, i - 1))
            first = -1
        if tag.startswith("B-"):
            first = i


def _repaired(line: Line, piece: Piece, words: NameWords) -> Piece | None:
    """The piece without what does not belong to it, and with its legal form; None where no name is left."""
    text = line.sentence.words
    first, last = piece.first, piece.last
    while first <= last and not _may_open(text, first, last, words):
        first += 1
    while last >= first and (
        (not text[last][0].isalnum() and not (piece.kind in ("ORG", "MISC") and text[last] in OWN_S))
        or plain(text[last]).casefold() in words.links
    ):
        last -= 1
    if first > last:
        return None
    if last + 2 < len(text) and text[last + 1] in words.joined and text[last + 2] in words.partners:
        last += 2
    comma = last + 2 < len(text) and text[last + 1] == "," and piece.kind == "ORG" and text[last + 2] in words.legal
    if comma and text[last + 2] in ("Inc", "LLC", "Ltd", "LP", "LLP", "Corp"):
        last += 2
    while last + 1 < len(text) and piece.kind in ("ORG", "MISC") and text[last + 1] in words.legal:
        last += 1
    if first == last and (text[first].casefold() in words.common or words.is_legal(text[first])) and not line.headline:
        return None
    if not any(c.isalnum() for c in text[first]):
        return None
    return Piece(first, last, piece.kind, piece.evidence)


def _may_open(text: Sequence[str], first: int, last: int, words: NameWords) -> bool:
    """Whether a name can begin here: no mark, no title of a person, no article but a name's own ("Le Monde")."""
    word = plain(text[first])
    lower = word.casefold()
    if not word[0].isalnum():
        return False
    if lower in words.honorifics and (first < last) and (len(word) > 1 or text[first + 1] == "."):
        return False
    if lower in words.articles and not word[0].isdigit():
        own = lower in words.own_articles and word[0].isupper() and first > 0 and first < last and not word.isupper()
        opened = first > 0 and (text[first - 1][-1].isalnum() or text[first - 1] in ",(")
        return (own and opened) or (lower not in words.own_articles and word[0].isupper() and first < last and first > 0 and len(word) > 2)
    return True


def _join(line: Line, words: NameWords) -> None:
    """Put together what the tagger parted: "Marks" & "Spencer", "John" D. "Smith"."""
    joined: list[Piece] = []
    text = line.sentence.words
    for piece in line.pieces:
        if joined:
            before = joined[-1]
            between = text[before.last + 1 : piece.first]
            initial = between == (".",) and len(text[before.last]) == 1 and before.kind == piece.kind == "PER"
            if (len(between) == 1 and between[0] in words.firm_links and "PER" not in (before.kind, piece.kind)) or initial:
                joined[-1] = Piece(
                    before.first, piece.last, before.kind, tuple(map(sum, zip(before.evidence, piece.evidence, strict=True)))
                )
                continue
        joined.append(piece)
    line.pieces = joined


def _runs(line: Line, words: NameWords, written_small: set[str]) -> Iterator[Piece]:
    """Runs of words in capitals that the tagger left out."""
    text = line.sentence.words
    taken = {i for piece in line.pieces for i in range(piece.first, piece.last + 1)}
    i = 0
    while i < len(text):
        if i in taken or not _capital(text[i]):
            i += 1
            continue
        last = i
        while True:
            if last + 1 < len(text) and last + 1 not in taken and _capital(text[last + 1]):
                last += 1
            elif last + 2 < len(text) and not {last + 1, last + 2} & taken and text[last + 1] == "&" and _capital(text[last + 2]):
                last += 2
            else:
                break
        first, i = i, last + 1
        opens = first == 0 or not (text[first - 1][-1].isalnum() or text[first - 1][-1] in ",;'’()&-")
        piece = _repaired(line, Piece(first, last, "ORG", ()), words)
        if piece is None or (opens and piece.first == first and _ordinary(text, piece, words, written_small)):
            continue
        if all(word.casefold() in words.common or word.casefold() in words.honorifics for word in text[piece.first : piece.last + 1]):
            continue
        evidence = _evidence(line.tagging, piece.first, piece.last)
        if max(evidence) > SURE:
            yield Piece(piece.first, piece.last, KINDS[evidence.index(max(evidence))], evidence)


def _ordinary(text: Sequence[str], piece: Piece, words: NameWords, written_small: set[str]) -> bool:
    """Whether a run that opens a sentence has its capital from there alone."""
    word = text[piece.first]
    if any(c.isupper() for c in word[1:]):
        return False
    return piece.first == piece.last or word.lower() in written_small or word.casefold() in words.common


def _capital(word: str) -> bool:
    """Whether the word is written like a name: "Valor", "xAI", "8VC"."""
    return word[0].isupper() or (word[0].isalnum() and len(word) > 1 and any(c.isupper() for c in word[1:]))


def _longest(pieces: list[Piece], recalled: list[Piece]) -> list[Piece]:
    """The pieces that no longer remembered name covers."""
    return [p for p in pieces if not any(r.first <= p.last and p.first <= r.last and r.last - r.first > p.last - p.first for r in recalled)]


def _with(pieces: list[Piece], more: Iterator[Piece] | list[Piece]) -> list[Piece]:
    """The pieces, and of the others those that touch none of them, in order."""
    taken = {i for piece in pieces for i in range(piece.first, piece.last + 1)}
    fresh = [piece for piece in more if taken.isdisjoint(range(piece.first, piece.last + 1))]
    return sorted([*pieces, *fresh], key=lambda piece: piece.first)
