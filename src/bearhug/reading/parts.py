"""The part of a target that is bid for, where it is not the whole: "the non-profit arm of X", "la branche lait de X"."""

from collections.abc import Sequence

from bearhug.model.span import Span
from bearhug.reading.belonging import Claim
from bearhug.reading.scene import Line, Scene
from bearhug.reading.triggers import CORE

LONGEST = 12  # words of a part


def find(scene: Scene, target: int, claims: Sequence[Sequence[Claim]], deal: int) -> Span | None:
    """The words for the part, from its article to the word before "of", in the first line of the deal that has them."""
    for number, line in enumerate(scene.lines):
        if not any(claim.deal == deal and claim.strength >= 0.5 for claim in claims[number]):
            continue
        for actor in line.actors:
            if actor.party == target and actor.form == "name":
                span = _before(line, actor.first)
                if span is not None:
                    return span
    return None


def _before(line: Line, name: int) -> Span | None:
    """The unit before "of NAME", if a verb or noun of buying or selling leads to it."""
    i = name - 1
    while i >= 0 and line.classes[i] == "det":
        i -= 1
    if i < 2 or line.classes[i] != "of":
        return None
    last = i - 1
    first = last
    unit = None
    while first >= 0 and last - first < LONGEST:
        tag = line.classes[first]
        if tag == "unit":
            unit = first
        if tag in ("det", "poss") and unit is not None:
            break
        if tag in ("NAME", ",", ".", "rel", "be", "have"):
            return None
        first -= 1
    if unit is None or first < 0 or line.classes[first] not in ("det", "poss") or unit - first > 2:
        return None
    leads = any(t.act in CORE and 0 < first - t.last <= 3 for t in line.triggers)
    return line.sentence.span(first, last) if leads else None
