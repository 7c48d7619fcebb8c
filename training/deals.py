"""Fits the models that read deals, each on what the step before it makes of articles it was not fitted on.

python -m training.deals --shared ../shared          cross-validates, fits everything and writes reading/weights/
python -m training.deals --shared ../shared --check  only cross-validates
"""

import argparse
import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from bearhug.exports.reading_json import to_dict
from bearhug.model.mention import DateMention, MoneyMention
from bearhug.model.reading import Reading
from bearhug.reading import (
    assemble,
    belonging,
    bonds,
    frames,
    pairs,
    recast,
    sides,
    signs,
    standing,
    standing_signs,
    telling,
    terms,
)
from bearhug.reading.forest import Forest
from bearhug.reading.linear import Linear
from bearhug.reading.pairs import Pair
from bearhug.reading.roles import ROLES, Cast
from training import fit, gold, trees
from training.gold import Example, Gold

WEIGHTS = Path(__file__).parent.parent / "src" / "bearhug" / "reading" / "weights"
FOLDS = 5


@dataclass
class Prepared:
    """One article with the rows that do not depend on any model."""

    example: Example
    gold: Gold
    roles: list[list[tuple[Any, list[str], str | None]]]
    bonds: list[tuple[int, tuple[int, int], list[str], str]]
    casts: list[list[Cast]] = field(default_factory=list)
    bond: bonds.Bonds = field(default_factory=list)
    second: list[list[Cast]] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    odds: Sequence[float] = ()
    tells: float = 1.0


def prepare(example: Example, score: ModuleType) -> Prepared:
    """The rows of one article."""
    known, scene = Gold(example, score), example.scene
    told = frames.of_scene(scene)
    rows = []
    for line, here in zip(scene.lines, told, strict=True):
        parties = {actor.party for actor in line.actors}
        rows.append([(a, signs.of_actor(line, a, scene.standings, here), known.role_of(a, parties - {a.party})) for a in line.actors])
    tied = [(number, (b.party, t.party), row, known.tie(b.party, t.party)) for number, b, t, row in bonds.rows(scene, told)]
    return Prepared(example, known, rows, tied)


def fit_roles(data: Iterable[Prepared]) -> Linear:
    """The role of an actor in its sentence."""
    rows, labels, groups = [], [], []
    for one in data:
        for n, line in enumerate(one.roles):
            for k, (_, row, label) in enumerate(line):
                if label is not None and (label != "none" or (n + k) % 2 == 0):
                    rows.append(row)
                    labels.append(label)
                    groups.append(one.example.id)
    return fit.fit(rows, labels, groups, ROLES, strength=0.1)


def fit_bonds(data: Iterable[Prepared]) -> Linear:
    """What a line says that one party does to another."""
    rows, labels, groups = [], [], []
    for one in data:
        for k, (number, _, row, label) in enumerate(one.bonds):
            if label != "no" and not one.example.scene.lines[number].triggers:
                continue  # the two stand together, but nothing here says what one does to the other
            if label != "no" or k % 5 < 2:
                rows.append(row)
                labels.append(label)
                groups.append(one.example.id)
    return fit.fit(rows, labels, groups, bonds.TIES, strength=0.1)


def apply_first(one: Prepared, role_model: Linear, bond_model: Linear) -> None:
    """Cast the actors and tie the pairs of one article."""
    one.casts = [[Cast(a, role_model.probabilities(row)) for a, row, _ in line] for line in one.roles]
    one.bond = [{} for _ in one.example.scene.lines]
    for number, pair, row, _ in one.bonds:
        bonds.keep(one.bond[number], pair, bond_model.probabilities(row))


def fit_recast(data: Iterable[Prepared]) -> dict[str, Forest]:
    """The second look at each role, from what the first look made of articles it was not fitted on."""
    rows, labels = [], []
    for one in data:
        found = recast.features(one.example.scene, one.casts, one.bond)
        told = [label for line in one.roles for _, _, label in line]
        rows += [row for row, label in zip(found, told, strict=True) if label is not None]
        labels += [label for label in told if label is not None]
    return {role: trees.fit(rows, [label == role for label in labels], trees=150, rate=0.06) for role in recast.LOOKED_AT}


def apply_second(one: Prepared, forests: dict[str, Forest]) -> None:
    """Cast the actors anew and judge which pairs are worth a thought."""
    one.second = recast.recast(one.example.scene, one.casts, one.bond, forests)
    one.pairs = pairs.candidates(one.example.scene, one.second, one.bond)


def fit_pairs(data: Sequence[Prepared]) -> Forest:
    """Whether a pair of the article is a deal."""
    rows = [p.features for one in data for p in one.pairs]
    labels = [one.gold.pair_deal(p.bidder, p.target) is not None for one in data for p in one.pairs]
    return trees.fit(rows, labels)


def fit_words(data: Iterable[Prepared]) -> Linear:
    """Whether an article tells of a deal, by its words."""
    told = [(telling.signs(one.example.scene), "yes" if one.gold.deals else "no", one.example.id) for one in data]
    return fit.fit([r for r, _, _ in told], [y for _, y, _ in told], [g for _, _, g in told], ("no", "yes"), strength=0.1, least=4)


def fit_tells(data: Sequence[Prepared], words: Sequence[float]) -> Forest:
    """Whether an article tells of a deal, by its words and by what was found in it."""
    rows = [telling.features(one.example.scene, said, one.odds, one.second) for one, said in zip(data, words, strict=True)]
    return trees.fit(rows, [bool(one.gold.deals) for one in data], trees=60, depth=2, rate=0.08)


def cross_tells(data: Sequence[Prepared]) -> list[float]:
    """Judge every article by models that were not fitted on it; the words' part is returned for the final forest."""
    words = [0.0] * len(data)
    for k in range(FOLDS):
        model = fit_words([one for i, one in enumerate(data) if i % FOLDS != k])
        for i, one in enumerate(data):
            if i % FOLDS == k:
                words[i] = telling.words_say(one.example.scene, model)
    for k in range(FOLDS):
        rest = [i for i in range(len(data)) if i % FOLDS != k]
        forest = fit_tells([data[i] for i in rest], [words[i] for i in rest])
        for i, one in enumerate(data):
            if i % FOLDS == k:
                one.tells = float(forest.probabilities([telling.features(one.example.scene, words[i], one.odds, one.second)])[0])
    return words


def chosen_in(one: Prepared) -> list[sides.Judged]:
    """The deals that the reader would choose in an article."""
    return sides.choose(one.example.scene, one.pairs, one.odds, bonds.strongest(one.bond, bonds.SELLS))


def matched(one: Prepared, score: ModuleType) -> tuple[list[sides.Judged], list[dict[str, Any] | None]]:
    """The deals chosen in an article, each with the gold deal that it tells, if any."""
    chosen = chosen_in(one)
    names = one.example.scene.parties
    told_as = [(names[one.sides.target or 0].name, [names[b].name for b in one.sides.bidders]) for one in chosen]
    printed = [{"target": target, "bidders": bidders, "n": n} for n, (target, bidders) in enumerate(told_as)]
    pairs_found, _, _ = score.match_deals(one.example.gold["deals"], printed)
    truth: list[dict[str, Any] | None] = [None] * len(chosen)
    for gold_deal, told in pairs_found:
        truth[told["n"]] = gold_deal
    return chosen, truth


def as_told(one: Prepared) -> tuple[list[sides.Judged], list[dict[str, Any] | None]]:
    """The gold deals of an article as if each had been found, where the article's parties hold its two sides."""
    found: list[sides.Judged] = []
    truth: list[dict[str, Any] | None] = []
    strong, odds = bonds.strongest(one.bond), {(p.bidder, p.target): (o, p.line) for p, o in zip(one.pairs, one.odds, strict=True)}
    for deal in one.gold.deals:
        target = one.gold.found.get(deal["target"] or "")
        bidders = tuple(dict.fromkeys(p for b in deal["bidders"] if (p := one.gold.found[b]) is not None and p != target))
        if target is None or not bidders:
            continue
        best = max(bidders, key=lambda b: strong.get((b, target), (0.0, -1))[0])
        line = strong.get((best, target), (0.0, -1))[1]
        found.append(sides.Judged(belonging.Sides(bidders, target, line), odds.get((best, target), (0.3, -1))[0]))
        truth.append(deal)
    return found, truth


def fit_rest(data: Sequence[Prepared], score: ModuleType) -> tuple[dict[str, Linear], dict[str, Linear]]:
    """The models of terms and of standing, from the deals as they were chosen and as gold tells them."""
    term_rows: dict[str, list[tuple[Sequence[str], str, str]]] = {"money": [], "percent": [], "date": []}
    deal_rows: dict[str, list[tuple[Sequence[str], str, str]]] = {name: [] for name in standing.LABELS}
    for one in data:
        for chosen, truth, own in ((*matched(one, score), True), (*as_told(one), False)):
            _collect(one, chosen, truth, own, term_rows, deal_rows, score)
    term_models = {sort: _fit(rows, terms.FIELDS[sort], 0.1) for sort, rows in term_rows.items()}
    deal_models = {name: _fit(rows, standing.LABELS[name], 0.1) for name, rows in deal_rows.items()}
    return term_models, deal_models


def _collect(
    one: Prepared, chosen: Sequence[sides.Judged], truth: Sequence[dict[str, Any] | None], own: bool, term_rows: dict[str, Any],
    deal_rows: dict[str, Any], score: ModuleType,
) -> None:  # fmt: skip
    """Add the rows of one article; `own` where the deals are the reader's own choice, wrong ones among them."""
    scene, name = one.example.scene, one.example.id
    if not chosen:
        return
    found = [c.sides for c in chosen]
    claims, told = belonging.of_lines(scene, found), scene.cues
    for term in terms.candidates(scene, found, claims, told):
        term_rows[term.sort].append((term.signs, label_of(term, one.example.gold["deals"], score), name))
    for n, gold_deal in enumerate(truth):
        row = list(standing_signs.of_deal(scene, n, found, claims, told, chosen[n].odds, one.bond))
        if gold_deal is None:
            deal_rows["main"].append((row, "no", name))
            continue
        for model, labels in standing.LABELS.items():
            if model == "main" and not own:
                continue
            if model in standing.CONDITIONS:
                label = "yes" if model in gold_deal["conditions"] else "no"
            elif labels == ("no", "yes"):
                label = "yes" if gold_deal[model] else "no"
            else:
                label = gold_deal[model] or "none"
            deal_rows[model].append((row, label, name))


def _fit(rows: Sequence[tuple[Sequence[str], str, str]], labels: Sequence[str], strength: float) -> Linear:
    return fit.fit([r for r, _, _ in rows], [y for _, y, _ in rows], [g for _, _, g in rows], labels, strength=strength)


def label_of(term: terms.Term, deals: Sequence[dict[str, Any]], score: ModuleType) -> str:
    """The field in which some gold deal has this very mention, else "none"."""
    mention = term.mention
    for name in terms.FIELDS[term.sort][1:]:
        for deal in deals:
            value = deal[name]
            if value is None:
                continue
            if isinstance(mention, MoneyMention):
                high = mention.money.high
                told = {"amount": float(mention.money.amount), "currency": mention.money.currency}
                if score.same_money(value, told) or (high is not None and score.same_money(value, {**told, "amount": float(high)})):
                    return name
            elif isinstance(mention, DateMention):
                if mention.value == value:
                    return name
            elif score.same_number(value, mention.value):
                return name
    return "none"


def cross(data: Sequence[Prepared], log: Any = print) -> None:
    """Give every article casts, pairs and odds by models that were not fitted on it."""
    folds = [i % FOLDS for i in range(len(data))]
    for k in range(FOLDS):
        rest = [one for one, f in zip(data, folds, strict=True) if f != k]
        role_model, bond_model = fit_roles(rest), fit_bonds(rest)
        for one, f in zip(data, folds, strict=True):
            if f == k:
                apply_first(one, role_model, bond_model)
        log(f"fold {k}: roles {len(role_model.weights)}, bonds {len(bond_model.weights)} signs")
    for k in range(FOLDS):
        forests = fit_recast([one for one, f in zip(data, folds, strict=True) if f != k])
        for one, f in zip(data, folds, strict=True):
            if f == k:
                apply_second(one, forests)
    for k in range(FOLDS):
        forest = fit_pairs([one for one, f in zip(data, folds, strict=True) if f != k])
        for one, f in zip(data, folds, strict=True):
            if f == k:
                one.odds = forest.probabilities([p.features for p in one.pairs]).tolist()


def predict(one: Prepared, term_models: dict[str, Linear], deal_models: dict[str, Linear]) -> list[dict[str, Any]]:
    """The deals of an article as the reader would print them."""
    chosen = chosen_in(one) if one.tells >= telling.LEAST else []
    found = assemble.deals(one.example.scene, chosen, one.second, one.bond, term_models, deal_models)
    deals: list[dict[str, Any]] = to_dict(Reading(one.example.id, None, "", tuple(found)))["deals"]
    return deals


def check(data: Sequence[Prepared], score: ModuleType) -> dict[str, list[dict[str, Any]]]:
    """Cross-validated deals of every article."""
    found: dict[str, list[dict[str, Any]]] = {}
    for k in range(FOLDS):
        term_models, deal_models = fit_rest([one for i, one in enumerate(data) if i % FOLDS != k], score)
        for i, one in enumerate(data):
            if i % FOLDS == k:
                found[one.example.id] = predict(one, term_models, deal_models)
    return found


def report(data: Sequence[Prepared], found: dict[str, list[dict[str, Any]]], score: ModuleType) -> None:
    """Print the bench's figures per group of articles."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in data:
        own = one.example.id.startswith("train")
        kind = "own" if own else "real" if one.example.id.startswith("real") else "written"
        groups.setdefault(f"{one.example.gold['lang']} {kind}", []).append(one.example.gold)
        if not own:
            groups.setdefault(f"{one.example.gold['lang']} bench", []).append(one.example.gold)
    for name, golds in sorted(groups.items()):
        figures = score.score(golds, {g["id"]: {"deals": found[g["id"]]} for g in golds})
        fields = {f: round(t["f1"], 2) for f, t in figures["fields"].items() if t["gold"] >= 5}
        print(
            f"{name:12} slots {figures['slots']['f1']:.3f} (P {figures['slots']['precision']:.3f} R {figures['slots']['recall']:.3f})  "
            f"main deals {figures['main_deals']['f1']:.3f}  deals {figures['deals']['f1']:.3f}  false alarms {figures['false_alarms']}"
        )
        print("    ", fields)


def write(name: str, models: dict[str, Linear]) -> None:
    """Write models, the same bytes for the same weights."""
    text = json.dumps({key: fit.to_json(model) for key, model in sorted(models.items())}, separators=(",", ":"), ensure_ascii=False)
    (WEIGHTS / f"{name}.json.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def main() -> None:
    """Fit or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--folds", type=Path, help="taggers that have not seen the articles (training.names --folds 4 --keep FOLDER)")
    parser.add_argument("--languages", default="fr,en")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    score = gold.scorer(args.shared)
    data = [prepare(example, score) for example in gold.examples(args.shared, args.languages.split(","), args.folds)]
    print(f"{len(data)} articles")
    cross(data)
    words = cross_tells(data)
    report(data, check(data, score), score)
    if args.check:
        return
    forests = {"pairs": fit_pairs(data), **fit_recast(data), "tells": fit_tells(data, words)}
    term_models, deal_models = fit_rest(data, score)
    write("roles", {"roles": fit_roles(data), "bonds": fit_bonds(data), "words": fit_words(data)})
    laid = {name: trees.to_json(forest) for name, forest in forests.items()}
    (WEIGHTS / "forests.json").write_text(json.dumps(laid, separators=(",", ":")), encoding="utf-8")
    write("terms", term_models)
    write("standing", deal_models)


if __name__ == "__main__":
    main()
