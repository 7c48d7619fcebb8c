"""What currencies are called in a language: CLDR's names and symbols, and what the pack adds to them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from babel.core import Locale, get_global
from babel.numbers import get_currency_name

from bearhug.languages.pack import Pack
from bearhug.reading.numbers import GAP, SPACE, one_of, plain

# What can follow a sum and begin no currency.
NEVER = frozenset('.,;:)]}!?%/"»”')
STEP = re.compile(rf"(?:\.?{SPACE}|[.'’&-]{{1,2}})?(\$|[^\W\d_]{{1,24}})")
WORDS = 7  # at most, in a name: "dirhams des Émirats arabes unis"


@dataclass(frozen=True, slots=True)
class Named:
    """A currency as written after a sum: an ISO code or a shared name (`?dollar`), and where its words end."""

    currency: str
    end: int
    words: str
    minor: bool


@dataclass(frozen=True, eq=False)
class Currencies:
    """Names (as `numbers.plain` gives them) and symbols (as written), each with an ISO code or `?` and a shared name's head.

    `heads` has the codes that a shared name can stand for: `?dollar` for USD, CAD, AUD … `minor` are the names of hundredths.
    """

    names: Mapping[str, str]
    first: frozenset[str]
    minor: frozenset[str]
    symbols: Mapping[str, str]
    heads: Mapping[str, frozenset[str]]
    before: str
    after: re.Pattern[str]
    link: re.Pattern[str]


@cache
def currencies(pack: Pack) -> Currencies:
    """The currencies of a pack's language."""
    table = pack.table("amounts")["currencies"]
    locale, world = Locale(pack.lang), Locale("en")
    current, codes = _tender()
    full: dict[str, str] = {}
    lemmas: dict[str, set[str]] = {}
    forms: dict[str, str] = {}
    for code in sorted(codes & set(locale.currencies)):
        singular, plural = (get_currency_name(code, count, locale) for count in (1, 2))
        if any(sign.isdigit() or sign == "(" for sign in singular):
            continue
        full.setdefault(plain(singular), code)
        full.setdefault(plain(plural), code)
        if code in current:
            lemma = _head(singular, table["head"])
            lemmas.setdefault(lemma, set()).add(code)
            forms[lemma] = forms[_head(plural, table["head"])] = lemma
    names = {form: next(iter(lemmas[lemma])) if len(lemmas[lemma]) == 1 else f"?{lemma}" for form, lemma in forms.items()}
    names |= full | {plain(name): code for name, code in (table["names"] | table["minor"]).items()}
    names = {name: code for name, code in names.items() if name not in table["not_names"]}
    signs: dict[str, str] = {}
    for source in (world, locale):
        signs |= {symbol: code for code, symbol in source.currency_symbols.items() if code in codes and not symbol.isalpha()}
    signs |= table["symbols"]
    sign = one_of(signs, exact=True)
    return Currencies(
        names=names,
        first=frozenset(STEP.match(name)[1] for name in names if STEP.match(name)),  # type: ignore[index]
        minor=frozenset(plain(name) for name in table["minor"]),
        symbols=signs | {code: code for code in codes - set(table["not_codes"])} | {f"{code}$": code for code in codes},
        heads={lemma: frozenset(found) for lemma, found in lemmas.items()},
        before=rf"(?:{sign}|[A-Z]{{3}}|[A-Za-z]{{3}}\$)",
        after=re.compile(rf"(?:{sign}|[A-Z]{{3}})(?![0-9]|(?<=[A-Za-z])\w)"),
        link=re.compile(rf"(?:{SPACE}{one_of(table['links'])}{SPACE}?|{GAP})?"),
    )


def named(text: str, start: int, money: Currencies) -> Named | None:
    """The currency whose name or symbol follows a sum that ends at `start`: " de dollars", "€", "-yen", "p"."""
    if start == len(text) or text[start] in NEVER:
        return None
    place = money.link.match(text, start).end()  # type: ignore[union-attr]
    ends: list[int] = []
    at = place
    while len(ends) < WORDS and (step := STEP.match(text, at)) and (ends or (step.start(1) == place and plain(step[1]) in money.first)):
        at = step.end()
        ends.append(at)
    for end in reversed(ends):
        for edge in (end + 1, end) if text.startswith(".", end) else (end,):
            words = plain(text[place:edge])
            if words in money.names and not text[edge : edge + 1].isalnum() and (len(words) > 1 or place == start):
                return Named(money.names[words], edge, words, words in money.minor)
    if (sign := money.after.match(text, place)) and sign[0] in money.symbols:
        return Named(money.symbols[sign[0]], sign.end(), sign[0], False)
    if text.startswith("¢", start):
        return Named(money.names["¢"], start + 1, "¢", True)
    return None


def _head(name: str, end: str) -> str:
    """The word of a currency's name that other currencies can share: the first in French, the last in English."""
    words = plain(name).split()
    return words[0] if end == "first" else words[-1]


@cache
def _tender() -> tuple[frozenset[str], frozenset[str]]:
    """Codes that are legal tender somewhere today, and all that ever were."""
    periods = [period for periods in get_global("territory_currencies").values() for period in periods if period[3]]
    return frozenset(p[0] for p in periods if p[2] is None), frozenset(p[0] for p in periods)
