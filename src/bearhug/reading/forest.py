"""Runs the small fitted boosted trees over numeric features."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np


@dataclass(frozen=True, eq=False)
class Forest:
    """Boosted regression trees for a yes or no; all trees have the same depth, nodes in heap order.

    `feature`: int64, shape (trees, nodes), which feature an inner node looks at.
    `threshold`: float64, shape (trees, nodes), go right above it.
    `leaf`: float64, shape (trees, nodes + 1), what each leaf adds to the logit.
    """

    start: float
    feature: np.ndarray
    threshold: np.ndarray
    leaf: np.ndarray

    def probabilities(self, rows: Sequence[Sequence[float]] | np.ndarray) -> np.ndarray:
        """The probability of yes for each row, float64, shape (rows,)."""
        if len(rows) == 0:
            return np.zeros(0)
        values = np.asarray(rows, dtype=np.float64)
        count, inner = self.feature.shape
        trees = np.arange(count)[None, :]
        first = trees * inner  # each tree's first node, and each row's first value, in the tables laid flat
        starts = np.arange(len(rows))[:, None] * values.shape[1]
        node = np.zeros((len(rows), count), dtype=np.int64)
        while node[0, 0] < inner:
            here = first + node
            right = values.take(starts + self.feature.take(here)) > self.threshold.take(here)
            node = 2 * node + 1 + right
        logits = self.start + np.cumsum(self.leaf[trees, node - inner], axis=1)[:, -1]
        return 1.0 / (1.0 + np.exp(-np.clip(logits, -30, 30)))


def from_json(data: Mapping[str, Any]) -> Forest:
    """A forest from the object that training writes."""
    return Forest(
        float(data["start"]),
        np.array(data["feature"], dtype=np.int64),
        np.array(data["threshold"], dtype=np.float64),
        np.array(data["leaf"], dtype=np.float64),
    )


@cache
def load(name: str) -> Mapping[str, Forest]:
    """The forests of `weights/<name>.json`, by name."""
    raw = (files("bearhug.reading") / "weights" / f"{name}.json").read_text(encoding="utf-8")
    return {key: from_json(value) for key, value in json.loads(raw).items()}
