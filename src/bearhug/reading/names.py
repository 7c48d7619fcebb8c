"""Finds the names of one article: what the tagger sees, put right and completed by what the article itself remembers."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.model.mention import NameKind, NameMention
from bearhug.reading.name_memory import Memory
from bearhug.reading.name_pieces import Line, Piece, evidence_for, headline, tagged_pieces
from bearhug.reading.name_repair import join, parted, repaired, trim
from bearhug.reading.name_words import NameWords, name_words
from bearhug.reading.sentences import Sentence
from bearhug.reading.tagger import KINDS, Tagger, load

PLAIN = 1500  # what a legal form or a person's title adds to the evidence for a kind
SURE = -200  # how far "no name" may lead (in the tagger's units) over a run in capitals that is taken as a name all the same


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
    lines = [Line(sentence, tagging, headline(sentence)) for sentence, tagging in zip(sentences, taggings, strict=True)]
    tagged = [list(tagged_pieces(line)) for line in lines]
    told = Counter(line.key(piece.first, piece.last) for line, pieces in zip(lines, tagged, strict=True) for piece in pieces)
    written_small = {word for line in lines for word in line.sentence.words if word[:1].islower()}
    for line, pieces in zip(lines, tagged, strict=True):
        parts = [part for piece in pieces for part in parted(line, piece, words, told)]
        line.pieces = [piece for part in parts if (piece := repaired(line, part, words)) is not None]
        join(line, words)
        line.pieces = [_plainly(line, piece, words) for piece in line.pieces if not _term(line, piece, words, written_small)]
    for line in lines:
        if not line.headline:
            line.pieces = _with(line.pieces, _runs(line, words, written_small))
            join(line, words)
    trim(lines, words)
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
        piece = repaired(line, Piece(first, last, "ORG", ()), words)
        if piece is None or (piece.first == piece.last and _no_name(text, piece.first, written_small)):
            continue
        if opens and piece.first == first and _ordinary(text, piece, words, written_small):
            continue
        if all(word.casefold() in words.common or word.casefold() in words.honorifics for word in text[piece.first : piece.last + 1]):
            continue
        evidence = evidence_for(line.tagging, piece.first, piece.last)
        if max(evidence) > SURE:
            yield Piece(piece.first, piece.last, KINDS[evidence.index(max(evidence))], evidence)


def _plainly(line: Line, piece: Piece, words: NameWords) -> Piece:
    """The piece with the kind that its own last word or the word before it settles: "Marlow SA" is a company, "M. Marlow" a person."""
    text = line.sentence.words
    before = text[piece.first - 1] if piece.first else ""
    if before == "." and piece.first > 1:
        before = text[piece.first - 2]
    kind: NameKind | None = None
    if piece.first < piece.last and (words.is_legal(text[piece.last]) or text[piece.last - 1] == "&"):
        kind = "ORG"
    elif before and before[0].isupper() and before.casefold() in words.titles:
        kind = "PER"
    if kind is None:
        return piece
    evidence = tuple(amount + PLAIN * (other == kind) for other, amount in zip(KINDS, piece.evidence, strict=True))
    return Piece(piece.first, piece.last, kind, evidence)


def _term(line: Line, piece: Piece, words: NameWords, written_small: set[str]) -> bool:
    """Whether this is a contract's word for a party ("the Company"), which the article also writes small."""
    word = line.sentence.words[piece.first].casefold()
    return piece.first == piece.last and word in written_small and word in words.generic | words.heads


def _no_name(text: Sequence[str], i: int, written_small: set[str]) -> bool:
    """Whether a lone capital is a currency's, an initial, a contraction ("I'd"), or a term that the article also writes small."""
    word = text[i]
    sum_follows = i + 1 < len(text) and (text[i + 1][0].isdigit() or text[i + 1] in "$€£")
    return len(word) < 2 or (sum_follows and len(word) < 4) or word[1] in "'’" or word.lower() in written_small


def _ordinary(text: Sequence[str], piece: Piece, words: NameWords, written_small: set[str]) -> bool:
    """Whether a run that opens a sentence has its capital from there alone."""
    word = text[piece.first]
    if any(c.isupper() for c in word[1:]):
        return False
    return piece.first == piece.last or word.lower() in written_small or word.casefold() in words.common


def _capital(word: str) -> bool:
    """Whether the word is written like a name: "Valor", "xAI", "8VC"."""
    return word[0].isupper() or (word[0].isalnum() and word != word.lower())


def _longest(pieces: list[Piece], recalled: list[Piece]) -> list[Piece]:
    """The pieces that no longer remembered name covers."""
    return [p for p in pieces if not any(r.first <= p.last and p.first <= r.last and r.last - r.first > p.last - p.first for r in recalled)]


def _with(pieces: list[Piece], more: Iterator[Piece] | list[Piece]) -> list[Piece]:
    """The pieces, and of the others those that touch none of them, in order."""
    taken = {i for piece in pieces for i in range(piece.first, piece.last + 1)}
    fresh = [piece for piece in more if taken.isdisjoint(range(piece.first, piece.last + 1))]
    return sorted([*pieces, *fresh], key=lambda piece: piece.first)
