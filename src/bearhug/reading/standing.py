"""Where a deal stands: stage, kind, mood, payment, conditions and whether the article is about it, each with the words that say so."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bearhug.model.span import Span
from bearhug.reading.linear import Linear

LABELS: Mapping[str, tuple[str, ...]] = {
    "stage": ("rumoured", "talks", "offered", "agreed", "completed", "rejected", "withdrawn", "blocked"),
    "kind": ("acquisition", "merger", "stake", "assets"),
    "attitude": ("none", "friendly", "hostile"),
    "payment": ("none", "cash", "shares", "mixed"),
    "basis": ("none", "equity", "enterprise"),
    "main": ("no", "yes"),
    "jest": ("no", "yes"),
    "matches_rivals": ("no", "yes"),
    "financing": ("no", "yes"),
    "due_diligence": ("no", "yes"),
    "regulatory": ("no", "yes"),
    "shareholders": ("no", "yes"),
    "acceptance": ("no", "yes"),
    "board": ("no", "yes"),
    "other": ("no", "yes"),
}
CONDITIONS = ("financing", "due_diligence", "regulatory", "shareholders", "acceptance", "board", "other")
# From which probability a value that may be absent is told: half the F1 reached is where one more value gains as much as it costs.
LEAST: Mapping[str, float] = {"attitude": 0.36, "payment": 0.33, "basis": 0.30, "main": 0.50, "jest": 0.35, "matches_rivals": 0.35}
LEAST_CONDITION = 0.30


@dataclass(frozen=True, slots=True)
class Told:
    """One label with its probability and the words that speak most for it."""

    label: str
    odds: float
    spans: tuple[Span, ...]


# Where words are sure, they decide: a promise to top any rival is one wherever the deal is spoken of, and an offer is made in
# jest where the line that tells it best says so, and nowhere else.
PROMISE, MOCKERY = "cue matches", "best:cue jest"


def _by_rule(name: str, signs: Mapping[str, Span | None]) -> Told | None:
    """The label that a rule gives, if one does; only lines that surely speak of the deal count."""
    if name == "matches_rivals":
        spans = [span for sign, span in signs.items() if span is not None and sign[:1] in "AaBb" and sign.endswith(f":{PROMISE}")]
        return Told("yes", 1.0, tuple(dict.fromkeys(spans))) if spans else None
    if name == "jest":
        span = signs.get(MOCKERY)
        return Told("yes", 1.0, (span,)) if span is not None else Told("no", 1.0, ())
    return None


def judge(signs: Mapping[str, Span | None], models: Mapping[str, Linear], fallback: Span) -> dict[str, Told]:
    """The likeliest label of each model, with up to two places that speak for it; `fallback` where no words do."""
    found: dict[str, Told] = {}
    for name, model in models.items():
        sure = _by_rule(name, signs)
        if sure is not None:
            found[name] = sure
            continue
        odds = model.probabilities(signs)
        best = int(np.argmax(odds))
        if model.labels[0] in ("none", "no"):
            other = 1 + int(np.argmax(odds[1:]))
            best = other if odds[other] >= LEAST.get(name, LEAST_CONDITION) else 0
        spans: list[Span] = []
        for sign, weight in model.top_signs(signs, model.labels[best], 40):
            span = signs[sign]
            if span is not None and weight > 0 and span not in spans:
                spans.append(span)
            if len(spans) == 2:
                break
        found[name] = Told(model.labels[best], float(odds[best]), tuple(spans) or (fallback,))
    return found
