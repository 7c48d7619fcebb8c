"""Puts a deal together: its two sides, its terms, where it stands and who stands beside it, each with its evidence."""

from collections.abc import Mapping, Sequence
from typing import Any

from bearhug.model.mention import MoneyMention
from bearhug.model.reading import Deal
from bearhug.model.span import Span
from bearhug.reading import belonging, parts, standing, standing_signs, terms
from bearhug.reading.attach import attach
from bearhug.reading.bonds import Bonds
from bearhug.reading.linear import Linear
from bearhug.reading.roles import Cast
from bearhug.reading.scene import Scene
from bearhug.reading.sides import Judged

PLACES = 3  # spans kept for one name


def deals(
    scene: Scene,
    chosen: Sequence[Judged],
    casts: Sequence[Sequence[Cast]],
    bonds: Bonds,
    term_models: Mapping[str, Linear],
    deal_models: Mapping[str, Linear],
) -> list[Deal]:
    """The deals of an article, in the order in which they were chosen."""
    if not chosen:
        return []
    sides = [one.sides for one in chosen]
    claims, told = belonging.of_lines(scene, sides), scene.cues
    found = terms.assign(terms.candidates(scene, sides, claims, told), term_models, len(sides))
    beside = attach(scene, sides, claims, casts, bonds)
    made = []
    for number, one in enumerate(chosen):
        target = one.sides.target
        assert target is not None
        line = scene.lines[max(one.sides.line, 0)].sentence
        fallback = name_spans(scene, target)[0]
        signs = standing_signs.of_deal(scene, number, sides, claims, told, one.odds, bonds)
        labels = standing.judge(signs, deal_models, fallback)
        values: dict[str, Any] = {"target": scene.parties[target].name}
        evidence: dict[str, Any] = {"target": name_spans(scene, target, line.start)}
        _names(scene, values, evidence, "bidders", one.sides.bidders, line.start)
        for field, parties in beside[number].items():
            _names(scene, values, evidence, field, [party for party, _ in parties], line.start)
        part = parts.find(scene, target, claims, number)
        if part is not None:
            values["part"], evidence["part"] = scene.article.words(part), (part,)
            if labels["kind"].label == "assets" and "sellers" not in values:
                _names(scene, values, evidence, "sellers", [target], line.start)  # a part without a name is told by its owner
        for field, (mention, _) in found[number].items():
            values[field] = _value(mention)
            evidence[field] = (mention.span,)
        _labels(labels, values, evidence)
        made.append(Deal(**values, confidence=round(one.odds, 3), evidence=evidence))
    return made


def name_spans(scene: Scene, party: int, near: int = 0) -> tuple[Span, ...]:
    """Places where a party's fullest name stands, the one nearest after a character of the text first."""
    one = scene.parties[party]
    spans = [scene.names[m].span for m in one.mentions if scene.names[m].text == one.name]
    spans.sort(key=lambda s: (abs(s.start - near) if s.where == "text" else 10**9, s.start))
    return tuple(spans[:PLACES])


def _names(scene: Scene, values: dict[str, Any], evidence: dict[str, Any], field: str, parties: Sequence[int], near: int) -> None:
    if parties:
        values[field] = tuple(scene.parties[party].name for party in parties)
        evidence[field] = tuple(name_spans(scene, party, near) for party in parties)


def _value(mention: terms.Mention) -> object:
    if isinstance(mention, MoneyMention):
        return mention.money
    return mention.value


def _labels(labels: Mapping[str, standing.Told], values: dict[str, Any], evidence: dict[str, Any]) -> None:
    """The labels that say something; a basis needs a value, and what is done has no conditions left."""
    for field in ("stage", "kind", "attitude", "payment", "basis"):
        told = labels[field]
        if told.label != "none" and not (field == "basis" and "value" not in values):
            values[field], evidence[field] = told.label, told.spans
    for field in ("main", "jest", "matches_rivals"):
        values[field] = labels[field].label == "yes"
        if values[field]:
            evidence[field] = labels[field].spans
    held = [name for name in standing.CONDITIONS if labels[name].label == "yes" and values["stage"] != "completed"]
    if held:
        values["conditions"] = tuple(held)
        evidence["conditions"] = tuple(labels[name].spans for name in held)
    if values["stage"] == "completed" and "expected_close" in values:
        del values["expected_close"], evidence["expected_close"]
