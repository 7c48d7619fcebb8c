"""Finds quickly the stretches of a text in which a slower pattern can match at all."""

from collections.abc import Iterable, Iterator


def around(text: str, anchors: Iterable[str], before: int, after: int) -> Iterator[tuple[int, int]]:
    """The stretches within `before` and `after` characters of any anchor (a whole word, lower case), joined where they meet, in order."""
    lower = text.lower()
    if len(lower) != len(text):  # some letters grow when lowered, and would move all that follows
        lower = text
    places: list[int] = []
    for anchor in anchors:
        at = lower.find(anchor)
        while at >= 0:
            end = at + len(anchor)
            if not (anchor[-1].isalpha() and lower[end : end + 1].isalpha()) and not (anchor[0].isalpha() and lower[at - 1 : at].isalpha()):
                places.append(at)
            at = lower.find(anchor, end)
    if not places:
        return
    places.sort()
    start, end = max(0, places[0] - before), 0
    for at in places:
        if at - before > end > 0:
            yield start, end
            start = at - before
        end = min(len(text), at + after)
    yield start, end
