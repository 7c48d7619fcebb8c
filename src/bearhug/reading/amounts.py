"""Finds the sums of money in an article, with their currencies, ranges, and whether they are per share."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from bearhug.languages.pack import Pack
from bearhug.model.article import Article
from bearhug.model.mention import MoneyMention
from bearhug.model.money import Money
from bearhug.model.span import Span, Where
from bearhug.reading import numbers
from bearhug.reading.currencies import Currencies, currencies
from bearhug.reading.money_context import resolve
from bearhug.reading.numbers import FIGURE, GAP, SPACE, Numbers, one_of

BEFORE = 90  # characters before a sum in which its words may stand
HUNDREDTH = Decimal("0.01")


@dataclass(slots=True)
class Sum:
    """One number with what is written beside it; `currency` is a code, a shared name (`?dollar`) or None."""

    start: int
    end: int
    low: Decimal
    scale: Decimal | None
    currency: str | None
    short: bool = False
    sign: str = ""
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
    after: tuple[tuple[str, re.Pattern[str], int], ...] = field(default=())
    before: tuple[tuple[str, re.Pattern[str], int], ...] = field(default=())


def find_money(article: Article, pack: Pack) -> tuple[MoneyMention, ...]:
    """The sums in the title and the text, in reading order."""
    rules = grammar(pack)
    parts: dict[Where, list[Sum]] = {where: _scan(article.part(where), rules) for where in ("title", "text")}
    resolve(article, parts, rules.money, rules.table)
    found: list[MoneyMention] = []
    for where, sums in parts.items():
        text = article.part(where)
        kept = [s for s in sums if s.currency]
        for s in kept:
            s.per_share = _per_share(text, s, rules)
        _share_between(text, kept)
        for s in kept:
            money = Money(_short(s.low), s.currency or "", None if s.high is None else _short(s.high))
            rule = f"{pack.lang}.per_share.{s.per_share}" if s.per_share else f"{pack.lang}.money.{s.rule}"
            found.append(MoneyMention(Span(where, s.start, s.end), money, bool(s.per_share), rule))
    return tuple(found)


def _short(value: Decimal) -> Decimal:
    """`value` without an exponent or needless zeros."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


@cache
def grammar(pack: Pack) -> Grammar:
    """The patterns of a pack, compiled once."""
    table = pack.table("amounts")
    words, money, setting = numbers.numbers(pack), currencies(pack), table["currencies"]
    minor = setting["minor"]
    name, symbol = one_of(money.names), one_of(money.symbols, exact=True)
    coin = rf"(?:{one_of(m for m in minor if len(m) > 1)}(?!\w)|(?<=[0-9])(?:{'|'.join(m for m in minor if len(m) == 1)})(?!\w))"
    link = rf"(?:{SPACE}{one_of(setting['links'])}{SPACE}?|{GAP})?"
    scale, fraction = words.scale, words.fraction
    pattern = (
        rf"(?<!\w)(?<![0-9][.,'’])(?:(?:(?P<pre>{symbol}){SPACE}?)?(?P<figure>{FIGURE})|(?P<spelled>{words.spelled}))"
        rf"(?P<fraction>{fraction})?"
        rf"(?:{GAP}?(?P<scale>{scale})(?P<more>{fraction})?(?:{SPACE}(?P<figure2>{FIGURE}){GAP}(?P<scale2>{scale}))?)?"
        rf"(?:{link}(?:(?P<minor>{coin})|(?P<post>{name}(?!\w)|{symbol}(?![0-9]|(?<=[A-Za-z])\w))))?"
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
        re.compile(rf"(?:{SPACE}{one_of(table['elided']['follow'])}(?!\w)|['’]|{SPACE}?(?:[^\w\s%'’-]|\Z|\n|[-–—]{SPACE}))"),
        frozenset(setting["weak"]),
        sides["after"], sides["before"],
    )  # fmt: skip


def _scan(text: str, rules: Grammar) -> list[Sum]:
    """The sums of one text, ranges joined; currencies still as written."""
    sums: list[Sum] = []
    for match in rules.sum.finditer(text):
        if (found := _sum(match, text, rules)) is not None:
            _join(sums, found, text, rules)
    return [s for s in sums if s.currency or (s.scale and not s.short and rules.follow.match(text, s.end))]


def _sum(match: re.Match[str], text: str, rules: Grammar) -> Sum | None:
    words = rules.numbers
    low = numbers.figure(match["figure"], words.decimal) if match["figure"] else numbers.spelled(match["spelled"], words)
    if low is None:
        return None
    if match["fraction"]:
        low += words.fractions[numbers.plain(match["fraction"])]
    scale = None
    if match["scale"]:
        scale = numbers.scaled(match["scale"], words)
        if match["more"]:
            low += words.fractions[numbers.plain(match["more"])]
        if match["figure2"]:
            low += numbers.figure(match["figure2"], words.decimal) * numbers.scaled(match["scale2"], words) / scale
    found = Sum(match.start(), match.end(), low * (scale or 1), scale, None, bool(scale) and match["scale"] in words.weak)
    if match["pre"]:
        found.currency, found.rule = rules.money.symbols[match["pre"]], "symbol_before"
        if match["post"]:  # "$5 million dollars" is one sum, "$5 EUR" is not
            after = _named(match["post"], rules.money)
            if after.startswith("?") or found.currency.startswith("?"):
                found.currency = found.currency if after.startswith("?") else after
    elif match["post"]:
        if not scale and numbers.plain(match["post"]) in rules.weak:
            return None
        found.currency, found.rule = _named(match["post"], rules.money), "name_after"
    elif match["minor"]:
        coin = match["minor"]
        found.low, found.rule = found.low * HUNDREDTH, "hundredth"
        found.currency = rules.table["currencies"]["minor"].get(coin) or rules.table["currencies"]["minor"][numbers.plain(coin)]
        found.sign = coin
    elif match["spelled"] and not scale and not rules.connector.match(text, match.end()):
        return None
    return found


def _named(name: str, money: Currencies) -> str:
    return money.symbols.get(name) or money.names[numbers.plain(name)]


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


def _share_between(text: str, sums: list[Sum]) -> None:
    """Makes a small sum per share where its neighbour in the sentence is: "to $54 from $50 a share"."""
    for first, second in zip(sums, sums[1:], strict=False):
        if bool(first.per_share) == bool(second.per_share) or first.scale or second.scale or first.currency != second.currency:
            continue
        gap = text[first.end : second.start]
        if len(gap) <= 60 and not re.search(r"[.;!?]\s|\n", gap) and Decimal("0.4") < first.low / (second.low or 1) < Decimal("2.5"):
            first.per_share = first.per_share or second.per_share
            second.per_share = second.per_share or first.per_share
