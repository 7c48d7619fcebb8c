import math

import pytest

from bearhug.reading import forest

# one tree of depth two: feature 0 above 1? then feature 1 above 5?
ONE = {"start": -1.0, "feature": [[0, 1, 1]], "threshold": [[1.0, 5.0, 5.0]], "leaf": [[0.0, 1.0, 2.0, 3.0]]}
TWO = {"start": 0.5, "feature": [[0], [1]], "threshold": [[0.0], [0.0]], "leaf": [[-1.0, 1.0], [-2.0, 2.0]]}


def logistic(logit):
    return 1 / (1 + math.exp(-logit))


@pytest.mark.parametrize(
    ("row", "logit"),
    [
        ((0.0, 0.0), -1.0),
        ((0.0, 6.0), 0.0),
        ((2.0, 0.0), 1.0),
        ((2.0, 6.0), 2.0),
        ((1.0, 5.0), -1.0),  # what equals the threshold goes left
    ],
)
def test_a_tree_of_depth_two(row, logit):
    assert forest.from_json(ONE).probabilities([row]).tolist() == pytest.approx([logistic(logit)])


@pytest.mark.parametrize(("row", "logit"), [((-1.0, -1.0), -2.5), ((1.0, -1.0), -0.5), ((1.0, 1.0), 3.5)])
def test_trees_are_summed(row, logit):
    assert forest.from_json(TWO).probabilities([row]).tolist() == pytest.approx([logistic(logit)])


def test_each_row_is_judged_alone():
    rows = [(0.0, 0.0), (2.0, 6.0), (0.0, 6.0)]
    model = forest.from_json(ONE)
    assert model.probabilities(rows).tolist() == [model.probabilities([row])[0] for row in rows]


def test_no_rows():
    assert forest.from_json(ONE).probabilities([]).tolist() == []


def test_a_huge_logit_does_not_overflow():
    model = forest.from_json({"start": 1e9, "feature": [[0]], "threshold": [[0.0]], "leaf": [[0.0, 0.0]]})
    assert 0.999 < model.probabilities([(0.0,)])[0] <= 1.0
