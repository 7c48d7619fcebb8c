"""Fits the weights of the name tagger: a linear-chain conditional random field, AdaGrad, signs dropped at random.

Each sign has a weight shared by all corpora and one of its corpus's own, so that habits of one corpus do not
spoil another; what ships is the sum of the shared weight and that of our own articles.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

from bearhug.reading.tagger import TAGS, possible
from bearhug.reading.word_features import BUCKETS, OFFSETS, PAD, PAIRS, UNARY, describe, pairs, unary

N_TAGS = len(TAGS)
N_SIGNS = len(UNARY) + PAIRS
# signs that give the word itself away, dropped together now and then so that context and shape must do
_PAIR_OF_WORD = {0, 1}
IDENTITY = np.array(
    [(column in (0, 4, 7) or column == 3) and offset == 0 for column, offset in UNARY] + [k in _PAIR_OF_WORD for k in range(PAIRS)]
)
CONTEXT = np.array([offset != 0 for _, offset in UNARY] + [k in {5, 6, 7, 8, 9} for k in range(PAIRS)])


@dataclass(frozen=True, slots=True)
class Sample:
    """Sentences as numbers: the signs of every word, the tags it may have, and where sentences begin."""

    signs: NDArray[np.int32]  # (n_words, N_SIGNS)
    ways: NDArray[np.int32]  # (n_words,) bits
    capital: NDArray[np.bool_]  # (n_words,) whether the word may hide its letters: small words are what they are
    starts: NDArray[np.int64]  # (n_sentences + 1,)
    corpus: NDArray[np.int64]  # (n_sentences,)


def signs(documents: Sequence[Sequence[Sequence[str]]]) -> NDArray[np.int32]:
    """The signs of every word of documents of sentences of words, shape (n_words, N_SIGNS)."""
    types: dict[str, int] = {"": 0}
    for document in documents:
        for sentence in document:
            for word in sentence:
                types.setdefault(word, len(types))
    hashes, flags = describe(list(types))
    own = unary(hashes)
    parts = []
    for document in documents:
        lengths = np.array([len(s) for s in document])
        total = int(lengths.sum())
        if not total:
            continue
        sentence = np.repeat(np.arange(len(lengths)), lengths)
        places = np.arange(total) + PAD * (sentence + 1)
        ids = np.zeros(total + PAD * (len(lengths) + 1), dtype=np.intp)
        ids[places] = [types[word] for s in document for word in s]
        first = np.stack([own[ids[places + offset], k] for k, offset in enumerate(OFFSETS)], axis=1)
        second = pairs(hashes[ids], flags[ids], places, np.cumsum(np.r_[False, sentence[1:] != sentence[:-1]]))
        parts.append(np.concatenate([first, second], axis=1))
    return np.concatenate(parts).astype(np.int32)


@numba.njit(cache=False)
def _epoch(sign, ways, capital, starts, order, corpus, weights, squares, steps, step_squares, rate, drop, identity, context, allowed, seed):
    np.random.seed(seed)
    n_tags = weights.shape[2]
    n_signs = sign.shape[1]
    longest = 0
    for s in range(len(starts) - 1):
        longest = max(longest, starts[s + 1] - starts[s])
    emit = np.zeros((longest, n_tags), dtype=np.float64)
    keep = np.zeros((longest, n_signs), dtype=np.bool_)
    alpha = np.zeros((2, longest, n_tags))
    beta = np.zeros((2, longest, n_tags))
    step_grad = np.zeros((n_tags, n_tags))
    loss = 0.0
    for at in order:
        first, last = starts[at], starts[at + 1]
        n = last - first
        own = 1 + corpus[at]
        for t in range(n):
            hide = np.random.random() < drop[0] and capital[first + t]
            alone = np.random.random() < drop[1]
            for k in range(n_signs):
                keep[t, k] = not (np.random.random() < drop[2] or (hide and identity[k]) or (alone and context[k]))
            for y in range(n_tags):
                emit[t, y] = 0.0
            for k in range(n_signs):
                if keep[t, k]:
                    b = sign[first + t, k]
                    for y in range(n_tags):
                        emit[t, y] += weights[0, b, y] + weights[own, b, y]
        z = np.zeros(2)
        # 0: all tags; 1: only those the annotation allows
        for side in range(2):
            for t in range(n):
                for y in range(n_tags):
                    ok = side == 0 or (ways[first + t] >> y) & 1
                    if not ok or (t == 0 and not allowed[n_tags, y]):
                        alpha[side, t, y] = -1e30
                        continue
                    if t == 0:
                        alpha[side, t, y] = emit[t, y]
                        continue
                    top = -1e30
                    for x in range(n_tags):
                        if allowed[x, y]:
                            top = max(top, alpha[side, t - 1, x] + steps[x, y])
                    if top <= -1e29:
                        alpha[side, t, y] = -1e30
                        continue
                    total = 0.0
                    for x in range(n_tags):
                        if allowed[x, y]:
                            total += np.exp(alpha[side, t - 1, x] + steps[x, y] - top)
                    alpha[side, t, y] = top + np.log(total) + emit[t, y]
            top = -1e30
            for y in range(n_tags):
                top = max(top, alpha[side, n - 1, y])
            total = 0.0
            for y in range(n_tags):
                total += np.exp(alpha[side, n - 1, y] - top)
            z[side] = top + np.log(total)
            for t in range(n - 1, -1, -1):
                for x in range(n_tags):
                    if t == n - 1:
                        beta[side, t, x] = 0.0
                        continue
                    top = -1e30
                    for y in range(n_tags):
                        if allowed[x, y] and (side == 0 or (ways[first + t + 1] >> y) & 1):
                            top = max(top, beta[side, t + 1, y] + steps[x, y] + emit[t + 1, y])
                    if top <= -1e29:
                        beta[side, t, x] = -1e30
                        continue
                    total = 0.0
                    for y in range(n_tags):
                        if allowed[x, y] and (side == 0 or (ways[first + t + 1] >> y) & 1):
                            total += np.exp(beta[side, t + 1, y] + steps[x, y] + emit[t + 1, y] - top)
                    beta[side, t, x] = top + np.log(total)
        loss += z[0] - z[1]
        for x in range(n_tags):
            for y in range(n_tags):
                step_grad[x, y] = 0.0
        for t in range(1, n):
            for y in range(n_tags):
                gold = (ways[first + t] >> y) & 1
                for x in range(n_tags):
                    if not allowed[x, y]:
                        continue
                    step_grad[x, y] += np.exp(alpha[0, t - 1, x] + steps[x, y] + emit[t, y] + beta[0, t, y] - z[0])
                    if gold and alpha[1, t - 1, x] > -1e29:
                        step_grad[x, y] -= np.exp(alpha[1, t - 1, x] + steps[x, y] + emit[t, y] + beta[1, t, y] - z[1])
        for t in range(n):
            for y in range(n_tags):
                g = np.exp(alpha[0, t, y] + beta[0, t, y] - z[0])
                if alpha[1, t, y] > -1e29 and beta[1, t, y] > -1e29:
                    g -= np.exp(alpha[1, t, y] + beta[1, t, y] - z[1])
                if abs(g) < 1e-3:
                    continue
                for k in range(n_signs):
                    if keep[t, k]:
                        b = sign[first + t, k]
                        squares[0, b, y] += g * g
                        weights[0, b, y] -= rate * g / np.sqrt(squares[0, b, y])
                        squares[own, b, y] += g * g
                        weights[own, b, y] -= drop[3] * rate * g / np.sqrt(squares[own, b, y])
        for x in range(n_tags):
            for y in range(n_tags):
                g = step_grad[x, y]
                if g != 0.0:
                    step_squares[x, y] += g * g
                    steps[x, y] -= rate * g / np.sqrt(step_squares[x, y])
    return loss


class Learner:
    """The weights while they are being fitted."""

    def __init__(self, n_corpora: int) -> None:
        """Begin with nothing learned."""
        self.weights = np.zeros((1 + n_corpora, BUCKETS, N_TAGS), dtype=np.float32)
        self.squares = np.full((1 + n_corpora, BUCKETS, N_TAGS), 1.0, dtype=np.float32)
        self.steps = np.zeros((N_TAGS, N_TAGS))
        self.step_squares = np.ones((N_TAGS, N_TAGS))
        starts = np.array([not tag.startswith("I-") for tag in TAGS])
        self.allowed = np.vstack([possible(), starts])

    def copy(self) -> "Learner":
        """A learner that goes on from here by itself."""
        other = Learner(self.weights.shape[0] - 1)
        other.weights, other.squares = self.weights.copy(), self.squares.copy()
        other.steps, other.step_squares = self.steps.copy(), self.step_squares.copy()
        return other

    def epoch(self, sample: Sample, order: NDArray[np.int64], rate: float, drop: tuple[float, float, float, float], seed: int) -> float:
        """One pass over the sentences of `order`; returns the loss per word."""
        words = (sample.signs, sample.ways, sample.capital, sample.starts, order, sample.corpus)
        fitted = (self.weights, self.squares, self.steps, self.step_squares)
        loss = _epoch(*words, *fitted, rate, np.array(drop), IDENTITY, CONTEXT, self.allowed, seed)
        return float(loss) / max(1, int((sample.starts[order + 1] - sample.starts[order]).sum()))

    def summed(self, corpus: int) -> NDArray[np.float32]:
        """The weights that count for one corpus, shape (BUCKETS, N_TAGS)."""
        return self.weights[0] + self.weights[1 + corpus]
