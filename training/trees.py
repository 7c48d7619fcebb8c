"""Fits boosted trees of one fixed depth and lays them out as the reader runs them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from bearhug.reading.forest import Forest


def fit(rows: Sequence[Sequence[float]], labels: Sequence[bool], *, trees: int = 200, depth: int = 4, rate: float = 0.04) -> Forest:
    """A forest that tells yes from no."""
    model = GradientBoostingClassifier(
        n_estimators=trees, max_depth=depth, learning_rate=rate, subsample=0.5, min_samples_leaf=25, max_features=0.2, random_state=7
    )
    model.fit(np.asarray(rows, dtype=np.float64), np.asarray(labels, dtype=bool))
    inner = 2**depth - 1
    feature = np.zeros((trees, inner), dtype=np.int64)
    threshold = np.full((trees, inner), np.inf)
    leaf = np.zeros((trees, inner + 1))
    for t, (one,) in enumerate(model.estimators_):
        _lay(one.tree_, 0, 0, inner, feature[t], threshold[t], leaf[t], rate)
    prior = float(np.mean(labels))
    return Forest(round(float(np.log(prior / (1 - prior))), 6), feature, np.round(threshold, 9), np.round(leaf, 6))


def _lay(tree: Any, source: int, place: int, inner: int, feature: np.ndarray, threshold: np.ndarray, leaf: np.ndarray, rate: float) -> None:
    """Copy a node and all below it to heap order; a leaf that stands high fills all the leaves below."""
    if place >= inner:
        leaf[place - inner] = rate * tree.value[source][0][0]
        return
    if tree.children_left[source] == -1:
        below = source
        _lay(tree, below, 2 * place + 1, inner, feature, threshold, leaf, rate)
        _lay(tree, below, 2 * place + 2, inner, feature, threshold, leaf, rate)
        return
    feature[place], threshold[place] = tree.feature[source], tree.threshold[source]
    _lay(tree, tree.children_left[source], 2 * place + 1, inner, feature, threshold, leaf, rate)
    _lay(tree, tree.children_right[source], 2 * place + 2, inner, feature, threshold, leaf, rate)


def to_json(forest: Forest) -> dict[str, Any]:
    """The object that `bearhug.reading.forest.from_json` takes."""
    top = np.where(np.isinf(forest.threshold), 1e300, forest.threshold)
    return {"start": forest.start, "feature": forest.feature.tolist(), "threshold": top.tolist(), "leaf": forest.leaf.tolist()}
