"""The signs by which the name tagger knows a word: its letters, its shape, its neighbours, its life in the article.

Every sign is hashed into one of `BUCKETS` places of the weight table. Signs of a single word are the same
wherever it stands, so they are computed once per word type; signs of neighbouring words once per token.
"""

import re
from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BITS = 18
BUCKETS = 1 << BITS
PAD = 2  # places before and after each sentence, so that neighbours two words away always exist
EDGE = ""  # the word that stands in those places

LOWER, SHAPE, START2, START3, START4, END2, END3, END4, LONG_SHAPE = range(9)
# which sign of which neighbour (offset in words) counts for the word at offset 0
UNARY = (
    *((column, 0) for column in range(9)),
    *((column, offset) for offset in (-1, 1) for column in (LOWER, SHAPE, START3, END3)),
    *((column, offset) for offset in (-2, 2) for column in (LOWER, SHAPE, END3)),
)
OFFSETS = np.array([offset for _, offset in UNARY])
PAIRS = 15  # signs of neighbouring words taken together, see `pairs`
UPPER, ALL_CAPS, LETTERS, LONG = 1, 2, 4, 8

Ints = NDArray[np.int32]
Hashes = NDArray[np.uint32]
Flags = NDArray[np.uint8]

_SPREAD = np.uint32(0x9E3779B1)
_FIRST, _SECOND, _THIRD = np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35), np.uint32(0x27D4EB2F)
_UNARY_COLUMNS = np.array([column for column, _ in UNARY])
_UNARY_SEEDS = np.array([(17 + column * 5 + offset) * 0x01000193 & 0xFFFFFFFF for column, offset in UNARY], dtype=np.uint32)
_PAIR_SEEDS = np.array([(911 + k) * 0x01000193 & 0xFFFFFFFF for k in range(PAIRS)], dtype=np.uint32)
_DIGIT = re.compile(r"\d")
_SHAPES = str.maketrans({chr(c): "X" if chr(c).isupper() else "x" if chr(c).islower() else chr(c) for c in range(0x250)})
_RUN = re.compile(r"(.)\1+")
_LONG_RUN = re.compile(r"(.)\1{3,}")


def describe(words: Sequence[str]) -> tuple[Hashes, Flags]:
    """Hashes of the nine signs of each word, shape (n, 9), and its case flags, shape (n,)."""
    hashes = np.empty((len(words), 9), dtype=np.uint32)
    flags = np.empty(len(words), dtype=np.uint8)
    for i, written in enumerate(words):
        word = written.replace("’", "'")
        if not word.isalpha():
            word = _DIGIT.sub("0", word)
            if word[:1] == "0":
                word = _RUN.sub(r"\1", word)
        lower = word.lower()
        shape = word.translate(_SHAPES).replace("0", "d")
        signs = (
            lower, _RUN.sub(r"\1\1", shape) if shape.isupper() else _RUN.sub(r"\1", shape),
            lower[:2], lower[:3], lower[:4], lower[-2:], lower[-3:], lower[-4:], _LONG_RUN.sub(r"\1\1\1\1", shape),
        )  # fmt: skip
        hashes[i] = [crc32(sign.encode("utf-8", "surrogatepass"), column) for column, sign in enumerate(signs)]
        letters = word[:1].isalpha()
        flags[i] = (
            (UPPER if word[:1].isupper() else 0)
            | (ALL_CAPS if len(word) > 1 and word.isupper() else 0)
            | (LETTERS if letters else 0)
            | (LONG if letters and len(word) > 3 else 0)
        )
    return hashes, flags


def unary(hashes: Hashes) -> Ints:
    """Buckets of a word's own signs, shape (n, len(UNARY)): column k counts for the word that has this one at OFFSETS[k]."""
    mixed = (hashes[:, _UNARY_COLUMNS] ^ _UNARY_SEEDS) * _SPREAD
    return (mixed >> np.uint32(32 - BITS)).astype(np.int32)


def pairs(hashes: Hashes, flags: Flags, places: NDArray[np.intp], sentence: NDArray[np.intp]) -> Ints:
    """Buckets of the signs of neighbouring words, shape (n_words, PAIRS).

    Args:
        hashes, flags: of every place, pads included.
        places: the place of each word.
        sentence: the number of each word's sentence, from 0 and rising.
    """
    lower, shape, end = hashes[:, LOWER], hashes[:, SHAPE], hashes[:, END3]
    before, after = places - 1, places + 1
    w, s = lower[places], shape[places]
    w_before, w_after, s_before, s_after = lower[before], lower[after], shape[before], shape[after]
    life = _life(w, flags[places], sentence)
    spread = np.zeros(len(flags), dtype=np.uint32)
    spread[places] = life
    rows = (
        w_before * _FIRST + w * _SECOND,
        w * _FIRST + w_after * _SECOND,
        s_before * _FIRST + s * _SECOND,
        s * _FIRST + s_after * _SECOND,
        s_before * _FIRST + s * _SECOND + s_after * _THIRD,
        w_before * _FIRST + s * _SECOND,
        s * _FIRST + w_after * _SECOND,
        w_before * _FIRST + w_after * _SECOND,
        lower[before - 1] * _FIRST + w_before * _SECOND,
        w_after * _FIRST + lower[after + 1] * _SECOND,
        end[before] * _FIRST + s * _SECOND + end[after] * _THIRD,
        life * _FIRST + s * _SECOND,
        life * _FIRST + end[places] * _SECOND,
        life * _FIRST + spread[before] * _SECOND + spread[after] * _THIRD,
        life * _FIRST + w_before * _SECOND,
    )
    mixed = (np.stack(rows, axis=1) ^ _PAIR_SEEDS) * _SPREAD
    return (mixed >> np.uint32(32 - BITS)).astype(np.int32)


def _life(lower: Hashes, flags: Flags, sentence: NDArray[np.intp]) -> Hashes:
    """One number per word: its case, the manner of its sentence, whether it opens it, and how the article writes it elsewhere."""
    capital = (flags & UPPER) > 0
    total = int(sentence[-1]) + 1
    long = (flags & LONG) > 0
    counted = np.bincount(sentence[long], minlength=total)
    capitals = np.bincount(sentence[long & capital], minlength=total)
    shouted = np.bincount(sentence[long & ((flags & ALL_CAPS) > 0)], minlength=total)
    manner = np.where((counted >= 3) & (shouted * 10 > counted * 7), 2, np.where((counted >= 4) & (capitals * 10 > counted * 8), 1, 0))[
        sentence
    ]
    opens = np.ones(len(lower), dtype=bool)
    opens[1:] = sentence[1:] != sentence[:-1]
    opens[1:] |= opens[:-1] & ((flags[:-1] & LETTERS) == 0)  # after an opening mark
    _, group = np.unique(lower, return_inverse=True)
    groups = int(group.max()) + 1
    small = np.bincount(group[~capital], minlength=groups) > 0
    inside = np.bincount(group[capital & ~opens & (manner == 0)], minlength=groups) > 0
    life: NDArray[np.int64] = (
        capital * 1
        + ((flags & ALL_CAPS) > 0) * 2
        + manner * 4
        + opens * 16
        + small[group] * 32
        + inside[group] * 64
        + ((flags & LETTERS) > 0) * 128
    )
    return (life + 1).astype(np.uint32)
