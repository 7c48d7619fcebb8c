"""Fits the multinomial models over signs and writes them as whole thousandths."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bearhug.reading.linear import SCALE, Linear


def fit(
    rows: Sequence[Sequence[str]],
    labels: Sequence[str],
    groups: Sequence[str],
    order: Sequence[str],
    *,
    strength: float = 0.3,
    least: int = 3,
) -> Linear:
    """A model over the signs that occur in at least `least` articles.

    Args:
        rows: the signs of each example.
        labels: the label of each example.
        groups: the article of each example, so that a sign of one article alone is left out.
        order: all labels, in the order of the model's columns.
        strength: inverse of the L2 penalty.
    """
    seen: dict[str, set[str]] = defaultdict(set)
    for row, group in zip(rows, groups, strict=True):
        for sign in row:
            seen[sign].add(group)
    vocabulary = {sign: i for i, sign in enumerate(sorted(s for s, where in seen.items() if len(where) >= least))}
    indices, starts = [], [0]
    for row in rows:
        indices.extend(sorted(vocabulary[s] for s in set(row) if s in vocabulary))
        starts.append(len(indices))
    matrix = csr_matrix((np.ones(len(indices)), indices, starts), shape=(len(rows), len(vocabulary)))
    present = sorted(set(labels))
    weights = np.zeros((len(vocabulary), len(order)))
    bias = np.full(len(order), -30.0)
    if len(present) == 1:
        bias[order.index(present[0])] = 0.0
    else:
        model = LogisticRegression(C=strength, max_iter=400, tol=1e-4)
        model.fit(matrix, np.array(labels))
        if len(present) == 2:
            for sign_of, name in ((-0.5, model.classes_[0]), (0.5, model.classes_[1])):
                weights[:, order.index(name)] = sign_of * model.coef_[0]
                bias[order.index(name)] = sign_of * model.intercept_[0]
        else:
            for k, name in enumerate(model.classes_):
                weights[:, order.index(name)] = model.coef_[k]
                bias[order.index(name)] = model.intercept_[k]
    whole = np.round(weights * SCALE).astype(np.int64)
    kept = {sign: whole[i] for sign, i in vocabulary.items() if np.abs(whole[i]).max() >= 15}
    return Linear(tuple(order), np.round(bias * SCALE).astype(np.int64), kept)


def to_json(model: Linear) -> dict[str, Any]:
    """The object that `bearhug.reading.linear.from_json` takes."""
    return {
        "labels": list(model.labels),
        "bias": model.bias.tolist(),
        "weights": {sign: row.tolist() for sign, row in sorted(model.weights.items())},
    }
