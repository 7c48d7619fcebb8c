"""How each party stands in the whole article: how often and how early it is named, and whether the title names it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bearhug.reading.parties import Party


@dataclass(frozen=True, slots=True)
class Standing:
    """How a party stands in the whole article."""

    kind: str
    rank: int  # 0 for the party named most often
    order: int  # 0 for the party named first
    in_title: bool
    count: int


def of_parties(parties: Sequence[Party], placed: Iterable[tuple[int, bool]]) -> list[Standing]:
    """The standing of each party; `placed` has the party of each actor in reading order, and whether the title names it there."""
    counts = [len(party.mentions) for party in parties]
    ranks = {p: r for r, p in enumerate(sorted(range(len(counts)), key=lambda p: -counts[p]))}
    first: dict[int, int] = {}
    titled: set[int] = set()
    for party, in_title in placed:
        first.setdefault(party, len(first))
        if in_title:
            titled.add(party)
    return [Standing(party.kind, ranks[p], first.get(p, 99), p in titled, counts[p]) for p, party in enumerate(parties)]
