"""The learned name tagger: a linear-chain model over hashed signs, as integer arrays.

Weights are whole numbers and so are all sums, so an article is tagged alike on every machine.
`training/names.py` makes the weights; `training/DATA.md` tells from what.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from bearhug.model.mention import NameKind
from bearhug.reading.word_features import BUCKETS, EDGE, OFFSETS, PAD, describe, pairs, unary

TAGS = ("O", "B-ORG", "I-ORG", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
KINDS: tuple[NameKind, ...] = ("ORG", "PER", "LOC", "MISC")
NEVER = -(1 << 28)  # the score of an impossible step, low enough never to win and high enough never to wrap
CACHED_WORDS = 60_000

Ints = NDArray[np.int32]


def possible() -> NDArray[np.bool_]:
    """Which tag may follow which, shape (9, 9); a name can go on only where one of its kind stands."""
    allowed = np.ones((len(TAGS), len(TAGS)), dtype=bool)
    for i, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            allowed[:, i] = [before in (tag, "B-" + tag[2:]) for before in TAGS]
    return allowed


@dataclass(frozen=True, slots=True)
class Tagging:
    """Tags of one sentence's words, and what speaks for each tag at each word: int32, shape (n_words, 9)."""

    tags: list[str]
    scores: Ints


class Tagger:
    """Tags names in sentences. Remembers the word types it met; safe to share between threads."""

    def __init__(self, weights: NDArray[np.int16], steps: Ints) -> None:
        """Take the weights of all signs, shape (BUCKETS, 9), and of all steps from tag to tag, shape (9, 9)."""
        self._weights = weights
        self._steps = np.where(possible(), steps, NEVER).astype(np.int32)
        self._start = np.where([tag.startswith("I-") for tag in TAGS], NEVER, 0).astype(np.int32)
        self._lock = Lock()
        self._forget()

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """BIO tags for every word of the sentences of one article."""
        return [tagging.tags for tagging in self.read(sentences)]

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Tagging]:
        """Tags and scores for the sentences of one article."""
        lengths = np.array([len(words) for words in sentences], dtype=np.intp)
        if not lengths.sum():
            return [Tagging([], np.zeros((0, len(TAGS)), dtype=np.int32)) for _ in sentences]
        scores = self._scores(sentences, lengths)
        best = self._best(scores, lengths)
        ends = np.cumsum(lengths)
        names = [TAGS[k] for k in best.tolist()]
        return [Tagging(names[end - n : end], scores[end - n : end]) for end, n in zip(ends.tolist(), lengths.tolist(), strict=True)]

    def _forget(self) -> None:
        self._known: dict[str, int] = {}
        self._hashes = np.empty((0, 9), dtype=np.uint32)
        self._flags = np.empty(0, dtype=np.uint8)
        self._rows = np.empty((0, 5, len(TAGS)), dtype=np.int32)
        self._learn([EDGE])

    def _learn(self, words: Sequence[str]) -> None:
        """Add the rows of new word types."""
        first = len(self._known)
        if first + len(words) > len(self._flags):
            size = max(4096, 2 * (first + len(words)))
            for name in ("_hashes", "_flags", "_rows"):
                old = getattr(self, name)
                new = np.empty((size, *old.shape[1:]), dtype=old.dtype)
                new[:first] = old[:first]
                setattr(self, name, new)
        hashes, flags = describe(words)
        last = first + len(words)
        self._hashes[first:last], self._flags[first:last] = hashes, flags
        buckets = unary(hashes)
        for k, offset in enumerate(range(-PAD, PAD + 1)):
            self._rows[first:last, k] = self._weights[buckets[:, offset == OFFSETS]].sum(axis=1, dtype=np.int32)
        self._known.update((word, first + i) for i, word in enumerate(words))

    def _scores(self, sentences: Sequence[Sequence[str]], lengths: NDArray[np.intp]) -> Ints:
        total = int(lengths.sum())
        sentence = np.repeat(np.arange(len(lengths)), lengths)
        places = np.arange(total) + PAD * (sentence + 1)
        ids = np.zeros(total + PAD * (len(lengths) + 1), dtype=np.intp)
        words = [word for one in sentences for word in one]
        with self._lock:
            new = [word for word in dict.fromkeys(words) if word not in self._known]
            if new:
                if len(self._known) + len(new) > CACHED_WORDS:
                    self._forget()
                    new = list(dict.fromkeys(words))
                    new = [word for word in new if word not in self._known]
                self._learn(new)
            ids[places] = [self._known[word] for word in words]
            hashes, flags, rows = self._hashes[ids], self._flags[ids], self._rows
            scores: Ints = rows[ids[places], PAD]
            for k in (0, 1, 3, 4):
                # a word two places to the left counts with its row for "I stand two to the left"
                scores += rows[ids[places + k - PAD], k]
        scores += self._weights[pairs(hashes, flags, places, np.cumsum(np.r_[False, sentence[1:] != sentence[:-1]]))].sum(
            axis=1, dtype=np.int32
        )
        return scores

    def _best(self, scores: Ints, lengths: NDArray[np.intp]) -> NDArray[np.intp]:
        """The best tag numbers of all words: all sentences step forward together, the longest last to end."""
        order = np.argsort(-lengths, kind="stable")
        sizes = lengths[order]
        starts = (np.cumsum(lengths) - lengths)[order]
        longest = int(sizes[0])
        active = np.searchsorted(-sizes, -np.arange(longest), side="left").tolist()  # sentences longer than t
        state = np.full((len(order), len(TAGS)), 0, dtype=np.int32)
        back = np.zeros((longest, len(order), len(TAGS)), dtype=np.int8)
        steps = np.ascontiguousarray(self._steps.T)
        n = active[0]
        state[:n] = scores[starts[:n]] + self._start
        for t in range(1, longest):
            n = active[t]
            ways = state[:n, None, :] + steps
            chosen = ways.argmax(axis=2)
            back[t, :n] = chosen
            state[:n] = ways.max(axis=2) + scores[starts[:n] + t]
        tags = state.argmax(axis=1)
        best = np.zeros(len(scores), dtype=np.intp)
        rows = np.arange(len(order))
        for t in range(longest - 1, -1, -1):
            n = active[t]
            best[starts[:n] + t] = tags[:n]
            tags[:n] = back[t, rows[:n], tags[:n]]
        return best


@cache
def load(lang: str) -> Tagger:
    """The tagger that ships for `lang`, read once.

    Raises:
        FileNotFoundError: none ships for that language.
    """
    return unpack((files("bearhug.reading") / "weights" / f"names-{lang}.npz").read_bytes())


def unpack(data: bytes) -> Tagger:
    """The tagger whose weights a file holds: its `rows` of weights, the `gaps` between their buckets, and the `steps` from tag to tag."""
    packed = np.load(BytesIO(data))
    weights = np.zeros((BUCKETS, len(TAGS)), dtype=np.int16)
    weights[np.cumsum(packed["gaps"], dtype=np.int64)] = packed["rows"]
    return Tagger(weights, packed["steps"].astype(np.int32))
