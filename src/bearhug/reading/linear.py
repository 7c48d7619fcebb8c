"""Runs the small fitted linear models: a sum of weights per sign, then a softmax."""

import gzip
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

SCALE = 1000  # weights are stored as whole thousandths, so that every machine sums the same numbers


@dataclass(frozen=True, eq=False)
class Linear:
    """A multinomial model over string signs: `weights[sign]` is int64, shape (n_labels,), thousandths of a logit."""

    labels: tuple[str, ...]
    bias: np.ndarray
    weights: Mapping[str, np.ndarray]

    def logits(self, signs: Iterable[str]) -> np.ndarray:
        """The summed weights, int64, shape (n_labels,)."""
        total = self.bias.copy()
        weights = self.weights
        for sign in signs:
            row = weights.get(sign)
            if row is not None:
                total += row
        return total

    def probabilities(self, signs: Iterable[str]) -> np.ndarray:
        """Probabilities of the labels, float64, shape (n_labels,), summing to one."""
        logits = self.logits(signs) / SCALE
        raised: np.ndarray = np.exp(logits - logits.max())
        return np.asarray(raised / raised.sum())

    def best(self, signs: Iterable[str]) -> str:
        """The most probable label."""
        return self.labels[int(self.logits(signs).argmax())]

    def top_signs(self, signs: Iterable[str], label: str, most: int = 5) -> list[tuple[str, float]]:
        """The signs that speak most for a label, with their weights in logits."""
        column = self.labels.index(label)
        scored = [(sign, float(self.weights[sign][column]) / SCALE) for sign in signs if sign in self.weights]
        return sorted(scored, key=lambda s: -s[1])[:most]


def from_json(data: Mapping[str, Any]) -> Linear:
    """A model from the object that training writes."""
    weights = {sign: np.array(row, dtype=np.int64) for sign, row in data["weights"].items()}
    return Linear(tuple(data["labels"]), np.array(data["bias"], dtype=np.int64), weights)


@cache
def load(name: str) -> Mapping[str, Linear]:
    """The models of `weights/<name>.json.gz`, by name."""
    raw = (files("bearhug.reading") / "weights" / f"{name}.json.gz").read_bytes()
    return {key: from_json(value) for key, value in json.loads(gzip.decompress(raw)).items()}
