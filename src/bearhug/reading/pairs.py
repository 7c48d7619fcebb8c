"""Who bids for whom: features for every pair of a possible bidder and a possible target of one article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bearhug.reading.bonds import BIDS, SELLS, Bonds, strongest
from bearhug.reading.roles import ADVISER, BIDDER, NONE, OUTLET, ROLES, SELLER, TARGET, Cast, by_party, in_line
from bearhug.reading.scene import Scene

LEAST = 0.06  # a party that reaches less in every sentence is no candidate for a role
MOST = 14  # candidates kept for a role

FEATURES = (
    "joint max", "joint sum", "joint title", "joint lead", "joint next", "together",
    "bond max", "bond sum", "bond title", "bond lead", "bond lines", "bond reverse", "bond rival bidder", "bond rival target",
    "bond share in line", "sells", "sold by bidder",
    "bidder max", "bidder mean", "bidder sum", "target max", "target mean", "target sum",
    "bidder as target", "target as bidder", "bidder as seller", "target as seller", "bidder none", "target none",
    "bidder share", "target share", "rival bidder", "rival target", "reverse",
    "bidder person", "bidder place", "bidder other", "target person", "target place", "target other",
    "bidder count", "target count", "bidder first", "target first", "bidder in title", "target in title",
    "bidder adviser", "bidder outlet", "lines", "other target in bidder's line", "other bidder in target's line",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """A possible bidder and a possible target, by party number, with the line that joins them best (-1: none does)."""

    bidder: int
    target: int
    features: tuple[float, ...]
    line: int


@dataclass(slots=True)
class _Joint:
    most: float = 0.0
    total: float = 0.0
    title: float = 0.0
    lead: float = 0.0
    following: float = 0.0
    together: int = 0
    line: int = -1


def candidates(scene: Scene, casts: Sequence[Sequence[Cast]], bonds: Bonds) -> list[Pair]:
    """Every pair worth judging, with its features in the order of FEATURES."""
    count = len(scene.parties)
    if not count:
        return []
    best = by_party(casts, count)
    tables = [in_line(line) for line in casts]
    strong, sells = strongest(bonds), strongest(bonds, SELLS)
    bidders, targets = _worth(best[:, BIDDER]), _worth(best[:, TARGET])
    stands = scene.standings
    sums, seen = np.zeros((count, len(ROLES))), np.zeros(count)
    for line in casts:
        for one in line:
            sums[one.actor.party] += one.odds
            seen[one.actor.party] += 1
    means = sums / np.maximum(seen, 1)[:, None]
    top_bidder, top_target = max(float(sums[:, BIDDER].max()), 1e-9), max(float(sums[:, TARGET].max()), 1e-9)
    joints = {(b, t): _joint(scene, tables, b, t) for b in bidders for t in targets if b != t}
    rivals = _Rivals((pair, odds) for pair, (odds, _) in strong.items())
    joint_rivals = _Rivals((pair, joint.most) for pair, joint in joints.items())
    lines_of: dict[tuple[int, int], list[tuple[int, float]]] = {}
    shares: dict[int, float] = {}
    for number, ties in enumerate(bonds):
        for pair, odds in ties.items():
            if pair in joints:
                lines_of.setdefault(pair, []).append((number, float(odds[BIDS])))
    home = {p: max(range(len(tables)), key=lambda n: tables[n].get(p, _NOTHING)[BIDDER]) for p in bidders}
    lair = {p: max(range(len(tables)), key=lambda n: tables[n].get(p, _NOTHING)[TARGET]) for p in targets}
    found = []
    for (b, t), joint in joints.items():
        told = lines_of.get((b, t), [])
        most, where = strong.get((b, t), (0.0, -1))
        if where >= 0 and where not in shares:
            shares[where] = max(sum(float(o[BIDS]) for o in bonds[where].values()), 1e-9)
        kinds = scene.parties[b].kind, scene.parties[t].kind
        features = (
            joint.most, joint.total, joint.title, joint.lead, joint.following, float(joint.together),
            most, sum(q for _, q in told), max((q for n, q in told if scene.lines[n].sentence.where == "title"), default=0.0),
            max((q for n, q in told if n <= 3), default=0.0), float(sum(q > 0.3 for _, q in told)), strong.get((t, b), (0.0, -1))[0],
            rivals.of_target(b, t), rivals.of_bidder(b, t), most / shares[where] if where >= 0 else 0.0,
            sells.get((t, b), (0.0, -1))[0], sells.get((b, t), (0.0, -1))[0],
            best[b, BIDDER], means[b, BIDDER], sums[b, BIDDER], best[t, TARGET], means[t, TARGET], sums[t, TARGET],
            best[b, TARGET], best[t, BIDDER], best[b, SELLER], best[t, SELLER], means[b, NONE], means[t, NONE],
            sums[b, BIDDER] / top_bidder, sums[t, TARGET] / top_target,
            joint_rivals.of_target(b, t), joint_rivals.of_bidder(b, t),
            joints[t, b].most if (t, b) in joints else 0.0,
            float(kinds[0] == "PER"), float(kinds[0] == "LOC"), float(kinds[0] == "MISC"),
            float(kinds[1] == "PER"), float(kinds[1] == "LOC"), float(kinds[1] == "MISC"),
            float(min(stands[b].count, 9)), float(min(stands[t].count, 9)),
            float(min(stands[b].order, 15)), float(min(stands[t].order, 15)),
            float(stands[b].in_title), float(stands[t].in_title), best[b, ADVISER], best[b, OUTLET], float(min(len(scene.lines), 40)),
            max((float(o[TARGET]) for p, o in tables[home[b]].items() if p not in (b, t)), default=0.0),
            max((float(o[BIDDER]) for p, o in tables[lair[t]].items() if p not in (b, t)), default=0.0),
        )  # fmt: skip
        found.append(Pair(b, t, features, where if where >= 0 else joint.line))
    return found


_NOTHING = np.zeros(len(ROLES))


class _Rivals:
    """The best two scores of each bidder and of each target, so that the best but one's own is at hand."""

    def __init__(self, scores: Iterable[tuple[tuple[int, int], float]]) -> None:
        self.bidders: dict[int, list[tuple[float, int]]] = {}
        self.targets: dict[int, list[tuple[float, int]]] = {}
        for (bidder, target), score in scores:
            _keep_two(self.bidders.setdefault(bidder, []), score, target)
            _keep_two(self.targets.setdefault(target, []), score, bidder)

    def of_target(self, bidder: int, target: int) -> float:
        """The best score of another bidder for the target, 0 where there is none."""
        return next((score for score, other in self.targets.get(target, ()) if other != bidder), 0.0)

    def of_bidder(self, bidder: int, target: int) -> float:
        """The best score of the bidder for another target, 0 where there is none."""
        return next((score for score, other in self.bidders.get(bidder, ()) if other != target), 0.0)


def _keep_two(best: list[tuple[float, int]], score: float, other: int) -> None:
    best.append((score, other))
    if len(best) > 1:
        best.sort(reverse=True)
        del best[2:]


def _worth(column: np.ndarray) -> list[int]:
    """The parties worth judging in a role: those that reach most in it, at most MOST."""
    order = np.argsort(-column, kind="stable")[:MOST]
    return [int(p) for p in order if column[p] >= LEAST]


def _joint(scene: Scene, tables: Sequence[dict[int, np.ndarray]], bidder: int, target: int) -> _Joint:
    """How often and how well one sentence casts the two as bidder and target."""
    found = _Joint()
    for number, table in enumerate(tables):
        b, t = table.get(bidder), table.get(target)
        if b is not None and t is not None:
            found.together += 1
            score = float(b[BIDDER] * t[TARGET])
            found.total += score
            if scene.lines[number].sentence.where == "title":
                found.title = max(found.title, score)
            elif number <= 3:
                found.lead = max(found.lead, score)
            if score > found.most:
                found.most, found.line = score, number
        elif number and (b is not None or t is not None):
            before = tables[number - 1]
            if b is not None and target in before:
                found.following = max(found.following, float(b[BIDDER] * before[target][TARGET]))
            elif t is not None and bidder in before:
                found.following = max(found.following, float(before[bidder][BIDDER] * t[TARGET]))
    return found
