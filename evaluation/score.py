"""Scores readings against annotated articles: what share of the values was found, and what share of those found was right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from evaluation.agreement import FIELDS, pair, pair_deals, same, same_name, same_quote, values


@dataclass(slots=True)
class Tally:
    """How many were found, missed and too much."""

    hit: int = 0
    miss: int = 0
    extra: int = 0

    def add(self, hit: int = 0, miss: int = 0, extra: int = 0) -> None:
        """Count some more."""
        self.hit += hit
        self.miss += miss
        self.extra += extra

    @property
    def precision(self) -> float:
        """Of those found, the share that is right."""
        return self.hit / (self.hit + self.extra) if self.hit + self.extra else 0.0

    @property
    def recall(self) -> float:
        """Of those to find, the share that was found."""
        return self.hit / (self.hit + self.miss) if self.hit + self.miss else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """The figures of a set of articles."""

    articles: int = 0
    slots: Tally = field(default_factory=Tally)
    deals: Tally = field(default_factory=Tally)
    main_deals: Tally = field(default_factory=Tally)
    quotes: Tally = field(default_factory=Tally)
    speakers: Tally = field(default_factory=Tally)
    fields: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    without_deal: int = 0
    read_with_one: int = 0

    @property
    def false_alarms(self) -> float:
        """Of the articles without a deal, the share that was read with one."""
        return self.read_with_one / self.without_deal if self.without_deal else 0.0


def score(golds: Sequence[Mapping[str, Any]], readings: Mapping[str, Mapping[str, Any]]) -> Score:
    """The figures over all articles; one without a reading counts as read with nothing found."""
    total = Score()
    for gold in golds:
        reading = readings.get(gold["id"], {})
        total.articles += 1
        _deals(total, gold["deals"], reading.get("deals", []))
        _statements(total, gold.get("statements", []), reading.get("statements", []))
    return total


def _deals(total: Score, golds: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    pairs, missed, extra = pair_deals(golds, found)
    if not golds:
        total.without_deal += 1
        total.read_with_one += bool(found)
    total.deals.add(len(pairs), len(missed), len(extra))
    total.main_deals.add(
        sum(gold.get("main", True) for gold, _ in pairs),
        sum(gold.get("main", True) for gold in missed),
        sum(deal.get("main", True) is not False for deal in extra),
    )
    nothing: dict[str, Any] = {}
    for gold, deal in [*pairs, *((gold, nothing) for gold in missed), *((nothing, deal) for deal in extra)]:
        for name in FIELDS:
            hits, lost, wrong = pair(values(gold, name), values(deal, name), same(name))
            total.fields[name].add(len(hits), len(lost), len(wrong))
            total.slots.add(len(hits), len(lost), len(wrong))


def _statements(total: Score, golds: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    hits, lost, wrong = pair(golds, found, same_quote)
    total.quotes.add(len(hits), len(lost), len(wrong))
    right = sum(bool(gold.get("speaker") and said.get("speaker")) and same_name(gold["speaker"], said["speaker"]) for gold, said in hits)
    wanted = sum(bool(gold.get("speaker")) for gold in golds)
    told = sum(bool(said.get("speaker")) for said in found)
    total.speakers.add(right, wanted - right, told - right)
