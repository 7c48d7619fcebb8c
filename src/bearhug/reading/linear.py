"""Runs the small fitted linear models: a sum of weights per sign, then a softmax."""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import numpy as np

SCALE = 1000  # weights are stored as whole thousandths, so that every machine sums the same numbers


class Rows(Mapping[str, np.ndarray]):
    """The weights of a model as one table, int64, shape (n_signs, n_labels), with the row of each sign."""

    def __init__(self, number: Mapping[str, int], table: np.ndarray) -> None:
        """Take the row of each sign, and the table."""
        self.number, self.table = number, table

    def __getitem__(self, sign: str) -> np.ndarray:
        row: np.ndarray = self.table[self.number[sign]]
        return row

    def __iter__(self) -> Iterator[str]:
        return iter(self.number)

    def __len__(self) -> int:
        return len(self.number)


def rows(weights: Mapping[str, Iterable[int]], labels: int) -> Rows:
    """The table of some weights."""
    table = np.array(list(weights.values()), dtype=np.int64).reshape(len(weights), labels)
    return Rows({sign: row for row, sign in enumerate(weights)}, table)


@dataclass(frozen=True, eq=False)
class Linear:
    """A multinomial model over string signs: `weights[sign]` is int64, shape (n_labels,), thousandths of a logit."""

    labels: tuple[str, ...]
    bias: np.ndarray
    weights: Mapping[str, np.ndarray]

    @cached_property
    def _rows(self) -> Rows:
        return self.weights if isinstance(self.weights, Rows) else rows(self.weights, len(self.labels))

    def logits(self, signs: Iterable[str]) -> np.ndarray:
        """The summed weights, int64, shape (n_labels,)."""
        known = self._rows
        found = [row for row in map(known.number.get, signs) if row is not None]
        total: np.ndarray = self.bias + known.table.take(found, axis=0).sum(axis=0) if found else self.bias.copy()
        return total

    def probabilities(self, signs: Iterable[str]) -> np.ndarray:
        """Probabilities of the labels, float64, shape (n_labels,), summing to one."""
        logits = self.logits(signs) / SCALE
        raised: np.ndarray = np.exp(logits - logits.max())
        return np.asarray(raised / raised.sum())

    def all_probabilities(self, rows: Iterable[Iterable[str]]) -> np.ndarray:
        """The probabilities of many rows of signs at once, float64, shape (n_rows, n_labels)."""
        known = self._rows
        found: list[int] = []
        ends: list[int] = []
        for signs in rows:
            found += [row for row in map(known.number.get, signs) if row is not None]
            ends.append(len(found))
        if not ends:
            return np.zeros((0, len(self.labels)))
        sums = np.zeros((len(found) + 1, len(self.labels)), dtype=np.int64)
        np.cumsum(known.table.take(found, axis=0), axis=0, out=sums[1:])
        logits = (self.bias + np.diff(sums[[0, *ends]], axis=0)) / SCALE
        raised = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True))

    def best(self, signs: Iterable[str]) -> str:
        """The most probable label."""
        return self.labels[int(self.logits(signs).argmax())]

    def top_signs(self, signs: Iterable[str], label: str, most: int = 5) -> list[tuple[str, float]]:
        """The signs that speak most for a label, with their weights in logits."""
        column = self.labels.index(label)
        known = self._rows
        kept = [sign for sign in signs if sign in known.number]
        worth = known.table[[known.number[sign] for sign in kept], column].tolist() if kept else []
        scored = [(sign, weight / SCALE) for sign, weight in zip(kept, worth, strict=True)]
        return sorted(scored, key=lambda s: -s[1])[:most]


def from_json(data: Mapping[str, Any]) -> Linear:
    """A model from the object that training writes."""
    labels = tuple(data["labels"])
    return Linear(labels, np.array(data["bias"], dtype=np.int64), rows(data["weights"], len(labels)))


@cache
def load(name: str) -> Mapping[str, Linear]:
    """The models of `weights/<name>.json.gz`, by name."""
    raw = (files("bearhug.reading") / "weights" / f"{name}.json.gz").read_bytes()
    return {key: from_json(value) for key, value in json.loads(gzip.decompress(raw)).items()}
