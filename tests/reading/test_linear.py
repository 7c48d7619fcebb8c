from pathlib import Path

import pytest

from bearhug.reading import linear

SHIPPED = sorted(path.name.removesuffix(".json.gz") for path in (Path(linear.__file__).parent / "weights").glob("*.json.gz"))
MODEL = linear.from_json({"labels": ["no", "yes"], "bias": [500, 0], "weights": {"near": [0, 1500], "far": [1000, 0]}})


@pytest.mark.parametrize(
    ("signs", "logits", "best"),
    [
        ([], [500, 0], "no"),
        (["near"], [500, 1500], "yes"),
        (["near", "far"], [1500, 1500], "no"),  # the first of two equals
        (["near", "near"], [500, 3000], "yes"),
        (["unheard of"], [500, 0], "no"),
    ],
)
def test_weights_are_summed(signs, logits, best):
    assert MODEL.logits(signs).tolist() == logits
    assert MODEL.best(signs) == best


def test_probabilities_sum_to_one():
    found = MODEL.probabilities(["near"])
    assert found.sum() == pytest.approx(1)
    assert found.tolist() == pytest.approx([0.2689414, 0.7310586])  # softmax of 0.5 and 1.5 is the logistic of 1


def test_logits_leave_the_model_as_it_was():
    MODEL.logits(["near", "far"])
    assert MODEL.bias.tolist() == [500, 0]


def test_large_weights_do_not_overflow():
    model = linear.from_json({"labels": ["no", "yes"], "bias": [0, 9_000_000], "weights": {}})
    assert model.probabilities([]).tolist() == [0.0, 1.0]


def test_the_signs_that_speak_most_for_a_label():
    assert MODEL.top_signs(["far", "near", "unheard of"], "yes") == [("near", 1.5), ("far", 0.0)]


@pytest.mark.parametrize("name", [name for name in SHIPPED if name != "gate"])
def test_the_models_that_ship_have_a_weight_for_every_label(name):
    for model in linear.load(name).values():
        assert model.bias.shape == (len(model.labels),)
        assert all(row.shape == model.bias.shape for row in model.weights.values())
        assert len(set(model.labels)) == len(model.labels)
