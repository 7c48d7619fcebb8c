"""Puts right what the tagger sees: names run together are parted, parted ones joined, and what does not belong cut off."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bearhug.model.mention import NameKind
from bearhug.reading.name_pieces import Line, Piece, evidence_for, plain
from bearhug.reading.name_words import NameWords
from bearhug.reading.tagger import KINDS, Tagging

OWN_S = ("'s", "’s")  # "McDonald's": the tagger counts it in where it belongs to a company's name
# in the tagger's units; chosen on annotated articles that the tagger had not seen
SEAT = 150  # how far a place may trail another kind of name and yet be taken for the place where a company sits
ANEW = -300  # after "and": how far "goes on" may lead over "begins" and yet a new name begins


def parted(line: Line, piece: Piece, words: NameWords, told: Mapping[tuple[str, ...], int]) -> Iterator[Piece]:
    """The names that the tagger ran together: "Federal Bank, HDFC Bank", "Japan's Sumitomo", "Pine Foods of Cork".

    Partners in a firm stay together ("Evans & Evans, Inc"), and so does what the article tells twice ("Men's Wearhouse").
    """
    text = line.sentence.words
    first = piece.first
    firm = "&" in text[piece.first : piece.last + 1]
    for i in range(piece.first + 1, piece.last):
        before = line.key(first, i - 1)
        listed = text[i] == "," and not firm and not words.is_legal(text[i + 1])
        owned = text[i] in OWN_S and text[i + 1][0].isupper() and told[line.key(piece.first, piece.last)] < 2
        owned = owned and (len(before) > 1 or bool(told.get(before)) or _place(line.tagging, i - 1))
        closed = text[i] == "." and words.is_legal(text[i - 1]) and not words.is_legal(text[i + 1])
        added = text[i] in words.joined and text[i] != "&" and _begins_anew(line.tagging, i + 1, piece.kind)
        seated = text[i] in words.seats and i + 2 > piece.last and text[i - 1].casefold() not in words.heads and _place(line.tagging, i + 1)
        if listed or owned or closed or added or seated or text[i] in (";", "/", "v", "vs"):
            if i > first:  # two marks may touch
                yield Piece(first, i - 1, piece.kind, evidence_for(line.tagging, first, i - 1))
            first = i + 1
    kind: NameKind = "LOC" if first == piece.last and text[first - 1] in words.seats else piece.kind
    yield Piece(first, piece.last, kind, evidence_for(line.tagging, first, piece.last)) if first > piece.first else piece


def _place(tagging: Tagging, i: int) -> bool:
    """Whether the word by itself speaks for a place rather than for anything else."""
    evidence = evidence_for(tagging, i, i)
    return evidence[KINDS.index("LOC")] >= max(evidence) - SEAT


def _begins_anew(tagging: Tagging, i: int, kind: NameKind) -> bool:
    """Whether the word itself looks more like a name's first than like one of its later words."""
    begin = 1 + 2 * KINDS.index(kind)
    return bool(tagging.scores[i, begin] > tagging.scores[i, begin + 1] + ANEW)


def repaired(line: Line, piece: Piece, words: NameWords) -> Piece | None:
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
        opened = first > 0 and (text[first - 1][-1].isalnum() or text[first - 1] in ',("«“')
        return (own and opened) or (lower not in words.own_articles and word[0].isupper() and first < last and first > 0 and len(word) > 2)
    return True


def join(line: Line, words: NameWords) -> None:
    """Put together what the tagger parted: "Marks" & "Spencer", "John" D. "Smith", "Harlow" "Trading"."""
    joined: list[Piece] = []
    text = line.sentence.words
    for piece in line.pieces:
        if joined:
            before = joined[-1]
            between = text[before.last + 1 : piece.first]
            initial = between == (".",) and len(text[before.last]) == 1 and before.kind == piece.kind == "PER"
            linked = len(between) == 1 and between[0] in words.firm_links and "PER" not in (before.kind, piece.kind)
            touching = not between and before.kind == piece.kind == "ORG"
            if linked or initial or touching:
                joined[-1] = Piece(
                    before.first, piece.last, before.kind, tuple(map(sum, zip(before.evidence, piece.evidence, strict=True)))
                )
                continue
        joined.append(piece)
    line.pieces = _firms(joined, text)


def _firms(pieces: list[Piece], text: Sequence[str]) -> list[Piece]:
    """Partners of one firm put together: "Paul, Weiss, Rifkind, Wharton & Garrison LLP"."""
    out: list[Piece] = []
    for piece in pieces:
        out.append(piece)
        if "&" not in text[piece.first : piece.last + 1] or piece.first == piece.last:
            continue
        first = len(out) - 1
        while first and text[out[first - 1].last + 1 : out[first].first] == (",",) and out[first - 1].first == out[first - 1].last:
            first -= 1
        if len(out) - first > 2 or (len(out) - first == 2 and text[piece.last] in ("LLP", "LLC", "Inc", "L.L.P.")):
            out[first:] = [Piece(out[first].first, piece.last, "ORG", piece.evidence)]
    return out


def trim(lines: Sequence[Line], words: NameWords) -> None:
    """Cut a name down to one that the article uses by itself: "Toronto-listed Kirkland", "Alpine Alliance of Broomfield"."""
    alone = Counter(line.key(piece.first, piece.last) for line in lines for piece in line.pieces)
    for line in lines:
        text = line.sentence.words
        cut: list[Piece] = []
        for piece in line.pieces:
            key = line.key(piece.first, piece.last)
            first, last = piece.first, piece.last
            if len(key) > 1 and alone[key] < 3:
                lead = key[0].casefold() in words.common or _formed(key[0], words)
                if lead and (alone[key[1:]] or _formed(key[0], words)) and key[1][0].isupper():
                    first += 1
                for i in range(first + 1, last):
                    place = plain(text[i]).casefold() in words.links and text[i] != "&"
                    bare = all(word.casefold() in words.generic | words.heads for word in text[first:i])
                    if place and not bare and alone[line.key(first, i - 1)] > alone[key]:
                        cut.append(Piece(first, i - 1, piece.kind, piece.evidence))
                        first = i + 1
                        break
            cut.append(Piece(first, last, piece.kind, piece.evidence))
        line.pieces = cut


def _formed(word: str, words: NameWords) -> bool:
    """Whether the word says how a company stands to another: "Toronto-listed", "Temasek-backed"."""
    return word.partition("-")[2] in words.formed
