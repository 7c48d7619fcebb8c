"""Which sum is which deal's price, fee or former price, which percentage its premium or stake, which date its close."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bearhug.model.mention import DateMention, MoneyMention, PercentMention
from bearhug.reading import belonging, linear, term_signs
from bearhug.reading.belonging import Claim, Sides
from bearhug.reading.cues import Cue
from bearhug.reading.scene import Scene
from bearhug.reading.term_signs import word_at

Sort = Literal["money", "percent", "date"]
Mention = MoneyMention | PercentMention | DateMention
FIELDS: Mapping[str, tuple[str, ...]] = {
    "money": ("none", "value", "per_share", "previous_value", "previous_per_share", "break_fee"),
    "percent": ("none", "premium", "stake"),
    "date": ("none", "expected_close"),
}
LEAST: Mapping[str, float] = {
    "value": 0.22, "per_share": 0.22, "previous_value": 0.3, "previous_per_share": 0.22, "break_fee": 0.25, "premium": 0.25,
    "stake": 0.28, "expected_close": 0.2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """One candidate: where it stands, what tells its part, and the deals it may belong to, the likeliest first."""

    sort: Sort
    mention: Mention
    line: int
    signs: tuple[str, ...]
    claims: tuple[Claim, ...]


def candidates(scene: Scene, deals: Sequence[Sides], claims: Sequence[Sequence[Claim]], told: Sequence[Sequence[Cue]]) -> list[Term]:
    """Every sum, percentage and date of the article with its signs."""
    found: list[Term] = []
    best_lines = {deal.line for deal in deals}
    year = scene.article.date[:4] if scene.article.date else None
    totals = [float(m.money.amount) for m in scene.money if not m.per_share]
    sorts: tuple[tuple[Sort, Sequence[Mention]], ...] = (("money", scene.money), ("percent", scene.percents), ("date", scene.dates))
    for sort, mentions in sorts:
        places: dict[int, int] = defaultdict(int)
        for order, mention in enumerate(mentions):
            number = scene.line_of(mention.span)
            if number is None:
                continue
            places[number] += 1
            line = scene.lines[number]
            word = word_at(line, mention.span.start)
            near = tuple(belonging.at_word(scene, deals, claims[number], number, word))
            extra = [*_extra(mention, order, totals, year), f"in line={min(places[number], 3)}"]
            extra.append(f"claim={near[0].sides if near else 'none'}|{int(near[0].strength * 4) if near else 0}")
            extra.append(f"best line={number in best_lines}")
            extra.append(f"place={min(number, 4)}")
            signs = term_signs.of_term(scene, number, mention.span.start, mention.span.end, told[number], extra)
            found.append(Term(sort, mention, number, tuple(signs), near))
    return found


def _extra(mention: Mention, order: int, totals: Sequence[float], year: str | None) -> list[str]:
    """The signs of the mention itself; the first tells most and is crossed with every cue."""
    if isinstance(mention, MoneyMention):
        amount = float(mention.money.amount)
        size = "tiny" if amount < 1000 else "small" if amount < 1e6 else "mid" if amount < 1e9 else "big"
        largest = bool(totals) and amount >= max(totals)
        return [
            f"ps={mention.per_share}", f"size={size}", f"ps={mention.per_share}|{size}", f"first={order == 0}", f"largest={largest}",
            f"range={mention.money.high is not None}", f"order={min(order, 4)}|{mention.per_share}",
        ]  # fmt: skip
    if isinstance(mention, PercentMention):
        value = float(mention.value)
        size = next((f"<{limit}" for limit in (5, 30, 50, 100) if value < limit), "100" if value == 100 else ">100")
        return [f"size={size}", f"whole={value == int(value)}", f"first={order == 0}"]
    shape = "Q" if "Q" in mention.value else "H" if "H" in mention.value else str(mention.value.count("-"))
    gap = int(mention.value[:4]) - int(year) if year and year.isdigit() else None
    when = "none" if gap is None else "past" if gap < 0 else "now" if gap == 0 else "next" if gap == 1 else "later"
    return [f"when={when}", f"shape={shape}", f"when={when}|{shape}", f"first={order == 0}"]


Chosen = dict[str, tuple[Mention, float]]


def assign(found: Sequence[Term], models: Mapping[str, linear.Linear], deals: int) -> list[Chosen]:
    """For each deal the mention chosen for each field, with its confidence."""
    scores: list[dict[str, list[tuple[float, int]]]] = [defaultdict(list) for _ in range(deals)]
    for number, term in enumerate(found):
        if not term.claims:
            continue
        model = models[term.sort]
        odds = model.probabilities(term.signs)
        for claim in term.claims[:2]:
            share = claim.strength / max(term.claims[0].strength, 1e-9)
            if share < 0.85:
                continue
            for column, field in enumerate(model.labels):
                if field != "none":
                    scores[claim.deal][field].append((float(odds[column]) * (0.55 + 0.45 * min(1.0, claim.strength)) * share, number))
    chosen: list[Chosen] = []
    for table in scores:
        mine: Chosen = {}
        used: set[int] = set()
        ranked = [(score, field, number) for field, all_of in table.items() for score, number in all_of]
        for score, field, number in sorted(ranked, key=lambda s: (-s[0], s[2])):
            if field not in mine and number not in used and score >= LEAST[field]:
                mine[field] = (found[number].mention, score)
                used.add(number)
        chosen.append(_consistent(mine))
    return chosen


def _consistent(mine: Chosen) -> Chosen:
    """Without former terms that repeat the present ones or stand without them."""
    for now, before in (("value", "previous_value"), ("per_share", "previous_per_share")):
        if before in mine:
            old = mine[before][0]
            new = mine[now][0] if now in mine else None
            if new is None or (isinstance(old, MoneyMention) and isinstance(new, MoneyMention) and old.money == new.money):
                del mine[before]
    return mine
