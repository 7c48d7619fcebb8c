"""Finds the sums of money in an article, with their currencies, ranges, and whether they are per share."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.model.mention import MoneyMention
from bearhug.model.money import Money
from bearhug.model.span import Span, Where
from bearhug.reading import numbers
from bearhug.reading.currencies import Currencies, currencies, named
from bearhug.reading.money_context import resolve
from bearhug.reading.numbers import FIGURE, GAP, SPACE, Numbers, one_of

BEFORE = 90  # characters before a sum in which its words may stand
HUNDREDTH = Decimal("0.01")


@dataclass(slots=True)
class Sum:
    """One number with what is written beside it; `currency` is a code, a shared name (`?dollar`) or None.

    `doubtful` ones bear a name that has other meanings ("pounds") and count only if the article speaks of that money elsewhere.
    """

    start: int
    end: int
    low: Decimal
    scale: Decimal | None
    currency: str | None
    short: bool = False
    sign: str = ""
    doubtful: bool = False
    high: Decimal | None = None
    per_share: str = ""
    rule: str = "bare"


@dataclass(frozen=True, eq=False)
class Grammar:
    """The compiled patterns of one pack."""

    numbers: Numbers
    money: Currencies
    table: Any
    sum: re.Pattern[str]
    connector: re.Pattern[str]
    between: re.Pattern[str]
    moves: re.Pattern[str]
    follow: re.Pattern[str]
    weak: frozenset[str]
    other_unit: re.Pattern[str]
    late_scale: re.Pattern[str]
    hundredths: re.Pattern[str]
    after: tuple[tuple[str, re.Pattern[str], int], ...]
    before: tuple[tuple[str, re.Pattern[str], int], ...]


def find_money(article: Article, pack: Pack) -> tuple[MoneyMention, ...]:
    """The sums in the title and the text, in reading order."""
    rules = grammar(pack)
    parts: dict[Where, list[Sum]] = {where: _scan(article.part(where), rules) for where in ("title", "text")}
    resolve(article, parts, pack)
    sums = [(where, s) for where, part in parts.items() for s in part if s.currency]
    for where, s in sums:
        s.per_share = _per_share(article.part(where), s, rules)
    named = {s.currency for _, s in sums if not s.doubtful}
    kept = [(where, s) for where, s in sums if not s.doubtful or s.per_share or s.currency in named]
    _like_others([s for where, s in kept if not s.scale and not rules.other_unit.match(article.part(where), s.end)])
    return tuple(_mention(where, s, pack) for where, s in kept)


def _mention(where: Where, s: Sum, pack: Pack) -> MoneyMention:
    money = Money(_short(s.low), s.currency or "", None if s.high is None else _short(s.high))
    rule = f"{pack.lang}.per_share.{s.per_share}" if s.per_share else f"{pack.lang}.money.{s.rule}"
    return MoneyMention(Span(where, s.start, s.end), money, bool(s.per_share), rule)


def _short(value: Decimal) -> Decimal:
    """`value` without an exponent or needless zeros."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


@cache
def grammar(pack: Pack) -> Grammar:
    """The patterns of a pack, compiled once."""
    table = pack.table("amounts")
    words, money = numbers.numbers(pack), currencies(pack)
    scale, fraction = words.scale, words.fraction
    pattern = (
        rf"(?<!\w)(?<![0-9][.,'’])(?:(?:(?P<pre>{money.before}){SPACE}?)?(?P<figure>{FIGURE})|(?P<spelled>{words.spelled}))"
        rf"(?P<fraction>{fraction})?"
        rf"(?:{GAP}?(?P<scale>{scale})(?P<more>{fraction})?(?:{SPACE}(?P<figure2>{FIGURE}){GAP}(?P<scale2>{scale}))?)?"
    )
    span = table["range"]
    connectors = "|".join(f"{SPACE}?{re.escape(c)}{SPACE}?" if not c.isalpha() else f"{SPACE}{c}{SPACE}" for c in span["connectors"])
    sides: dict[str, tuple[tuple[str, re.Pattern[str], int], ...]] = {
        side: tuple((r["id"], re.compile(r[side], re.IGNORECASE), r.get("below", 0)) for r in table["per_share"] if side in r)
        for side in ("after", "before")
    }
    return Grammar(
        words, money, table,
        re.compile(pattern),
        re.compile(connectors, re.IGNORECASE),
        re.compile(rf"\b{one_of(span['between'])}\b[^.;!?]{{0,25}}$"),
        re.compile(rf"\b{one_of(span['moves'])}[^.;!?\n]{{0,60}}$"),
        re.compile(rf"(?:{SPACE}(?:{one_of(table['elided']['follow'])}|{table['elided']['endings']})(?!\w)|['’]|{SPACE}?(?:[^\w\s%'’-]|\Z|\n|[-–—]{SPACE}))"),
        frozenset(table["currencies"]["weak"]), re.compile(table["elided"]["other_units"], re.IGNORECASE),
        re.compile(rf"{SPACE}{scale}"), _hundredths(pack, words.spelled),
        sides["after"], sides["before"],
    )  # fmt: skip


def _hundredths(pack: Pack, spelled: str) -> re.Pattern[str]:
    """A whole sum's cents: named, or two bare figures at the end of a clause."""
    table = pack.table("amounts")
    joiner, coin = one_of(table["numbers"]["joiners"]), one_of(table["currencies"]["centimes"])
    end = r"(?=[.,;:)]?(?:\s*\Z|[.,;:)]\s))"
    return re.compile(
        rf"{SPACE}(?:{joiner}{SPACE})?(?:(?P<figure>[0-9]{{1,2}})|(?P<spelled>{spelled})){SPACE}{coin}(?!\w)"
        rf"|{SPACE}(?P<figure2>[0-9]{{2}}){end}"
    )


def _scan(text: str, rules: Grammar) -> list[Sum]:
    """The sums of one text, ranges joined; currencies still as written."""
    sums: list[Sum] = []
    for match in rules.sum.finditer(text):
        if not (sums and match.start() < sums[-1].end) and (found := _sum(match, text, rules)) is not None:
            _join(sums, found, text, rules)
    return [s for s in sums if s.currency or (s.scale and not s.short and rules.follow.match(text, s.end))]


def _sum(match: re.Match[str], text: str, rules: Grammar) -> Sum | None:
    words, before = rules.numbers, match["pre"] or ""
    sign = rules.money.symbols.get(before) or rules.money.symbols.get(before.upper())
    after = named(text, match.end(), rules.money)
    if not (sign or after or match["scale"] or rules.connector.match(text, match.end())):
        return None
    low = numbers.figure(match["figure"], words.decimal) if match["figure"] else numbers.spelled(match["spelled"], words)
    if low is None or (before and not sign and not before.isalpha()):
        return None
    if match["fraction"]:
        low += words.fractions[numbers.plain(match["fraction"])]
    scale = None
    if low % 1 and match["spelled"] and not (after or match["scale"]):
        return None
    if match["scale"]:
        scale = numbers.scaled(match["scale"], words)
        if match["more"]:
            low += words.fractions[numbers.plain(match["more"])]
        if match["figure2"]:
            low += numbers.figure(match["figure2"], words.decimal) * numbers.scaled(match["scale2"], words) / scale
    found = Sum(match.start(), match.end(), low * (scale or 1), scale, None, bool(scale) and match["scale"] in words.weak)
    if sign:
        found.currency, found.rule, found.sign = sign, "symbol_before", match["pre"]
        if after and not after.minor and "?" in (after.currency[0], sign[0]):  # "$5 million dollars" is one sum
            found.end, found.currency = after.end, sign if after.currency[0] == "?" else after.currency
    else:
        found.start = match.start("figure") if match["pre"] else found.start
        if after:
            found.currency, found.rule, found.end = after.currency, "name_after", after.end
            if not scale and not after.minor:
                _after_name(found, text, rules)
            found.doubtful = not found.scale and after.words in rules.weak
            if after.minor:
                found.low, found.rule, found.sign = found.low * HUNDREDTH, "hundredth", after.words
    return found


def _after_name(found: Sum, text: str, rules: Grammar) -> None:
    """Adds what a currency's name can part off from its number: "75 USD million", "13 euros et 45 cents", "15 dollars 50"."""
    words = rules.numbers
    if late := rules.late_scale.match(text, found.end):
        found.scale, found.end = numbers.scaled(late[0], words), late.end()
        found.low *= found.scale
    elif rest := rules.hundredths.match(text, found.end):
        worth = numbers.spelled(rest["spelled"], words) if rest["spelled"] else Decimal(rest["figure"] or rest["figure2"])
        if worth is not None and 0 < worth < 100 and found.low % 1 == 0:
            found.low, found.end = found.low + worth * HUNDREDTH, rest.end()


def _join(sums: list[Sum], found: Sum, text: str, rules: Grammar) -> None:
    """Adds `found`, as the top of a range where the sum before is its foot, or after lending that sum its currency."""
    if sums and found.start - sums[-1].end <= 8 and (link := rules.connector.fullmatch(text, sums[-1].end, found.start)):
        low, word = sums[-1], link[0].strip().casefold()
        before = text[max(0, low.start - BEFORE) : low.start]
        elided = low.currency is None
        if found.currency and (elided or low.currency == found.currency):
            factor = Decimal(1)
            if low.scale is None and found.scale and low.low < 1000:
                factor = found.scale
            if found.sign and elided:
                factor = HUNDREDTH
            foot = low.low * factor
            between = rules.between.search(before) is not None
            joined = word not in ("et", "and") or between
            if joined and foot < found.low and (between or not rules.moves.search(before)):
                found.start, found.low, found.high = low.start, foot, found.low
                sums[-1] = found
                return
            if elided and (low.scale or found.scale is None or not joined) and word not in ("-", "–", "—"):
                low.currency, low.low, low.rule = found.currency, foot if found.scale is None else low.low, "shared"
    sums.append(found)


def _per_share(text: str, s: Sum, rules: Grammar) -> str:
    """The id of the rule by which the words beside the sum make it one per share, or ""."""
    for rule, pattern, below in rules.after:
        if pattern.match(text, s.end) and (not below or s.low < below):
            return rule
    if s.scale is None or s.low < 10_000:
        before = text[max(0, s.start - BEFORE) : s.start]
        for rule, pattern, below in rules.before:
            if (not below or (s.low < below and not s.scale)) and pattern.search(before):
                return rule
    return ""


def _like_others(sums: list[Sum]) -> None:
    """Makes a small sum per share where the article has one of about its size in its currency that says so: "up from $50"."""
    told = [s for s in sums if s.per_share]
    for s in sums:
        if not s.per_share and any(t.currency == s.currency and Decimal("0.4") < s.low / (t.low or 1) < Decimal("2.5") for t in told[:40]):
            s.per_share = "like_others"
