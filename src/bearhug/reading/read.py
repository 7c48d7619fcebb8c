"""Reads one article: gate, split, find, cast, assemble."""

from collections.abc import Mapping
from functools import cache

from bearhug import __version__
from bearhug.languages import pack as packs
from bearhug.model.article import Article
from bearhug.model.problem import Problem
from bearhug.model.reading import Deal, Reading
from bearhug.reading import (
    assemble,
    bonds,
    forest,
    frames,
    gate,
    language,
    linear,
    pairs,
    quotations,
    recast,
    roles,
    scene,
    sides,
    statements,
    telling,
)
from bearhug.reading.forest import Forest
from bearhug.reading.linear import Linear
from bearhug.reading.scene import Scene

READER = f"bearhug {__version__}"
MANY = 20  # quotations left open that a careless text may have
LONGEST = 400_000  # characters read for deals; statements are read throughout


@cache
def models() -> tuple[Mapping[str, Linear], Mapping[str, Forest], Mapping[str, Linear], Mapping[str, Linear]]:
    """The fitted models: roles and bonds, the forests, terms, standing."""
    return linear.load("roles"), forest.load("forests"), linear.load("terms"), linear.load("standing")


def read_article(article: Article) -> Reading:
    """Return everything the reader understands of one article.

    No network, no clock, no randomness: the same article gives the same reading. An article in a language without a pack
    gives an empty reading with a problem that says so; no text makes this raise.
    """
    found = language.find(article)
    if found.lang is None:
        expected = "one of " + ", ".join(f"'{lang}'" for lang in packs.available())
        return Reading(article.id, None, READER, problems=(Problem(article.id, found.found, expected),) if article.text.strip() else ())
    pack = packs.load(found.lang)
    problems = (Problem(article.id, found.found, "one language"),) if found.found else ()
    reader = f"{READER} {pack.lang}/{pack.version}"
    verdict = gate.weigh(article, pack)
    if verdict == "closed":
        return Reading(article.id, pack.lang, reader, problems=problems)
    quoted = quotations.find(article, pack)
    loose = quotations.left_open(article.text)
    if loose > MANY:
        problems = (*problems, Problem(article.id, f"{loose:,} quotations that are never closed", "closing marks"))
    said = statements.find(article, pack, quoted)
    deals: tuple[Deal, ...] = ()
    if verdict == "open":
        if len(article.text) > LONGEST:
            problems = (*problems, Problem(article.id, f"{len(article.text):,} characters", f"at most {LONGEST:,}: no deals are read"))
        else:
            deals = tuple(read_deals(scene.build(article, pack, quoted, said)))
    return Reading(article.id, pack.lang, reader, deals, said, problems)


def read_deals(laid: Scene) -> list[Deal]:
    """The deals of an article that has been laid out, the likeliest first."""
    first, forests, term_models, deal_models = models()
    told = frames.of_scene(laid)
    tied = bonds.of_scene(laid, told, first["bonds"])
    casts = recast.recast(laid, roles.cast(laid, told, first["roles"]), tied, forests)
    found = pairs.candidates(laid, casts, tied)
    odds = forests["pairs"].probabilities([pair.features for pair in found])
    if not telling.tells(laid, odds.tolist(), casts, first["words"], forests["tells"]):
        return []
    chosen = sides.choose(laid, found, odds.tolist(), bonds.strongest(tied, bonds.SELLS))
    return assemble.deals(laid, chosen, casts, tied, term_models, deal_models)
