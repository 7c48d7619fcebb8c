"""What currencies are called in a language: CLDR's names and symbols, and what the pack adds to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from babel.core import Locale, get_global
from babel.numbers import get_currency_name

from bearhug.languages.pack import Pack
from bearhug.reading.numbers import plain


@dataclass(frozen=True, eq=False)
class Currencies:
    """Names (as `numbers.plain` gives them) and symbols (as written), each with an ISO code or `?` and a shared name's head.

    `heads` has the codes that a shared name can stand for: `?dollar` for USD, CAD, AUD …
    """

    names: Mapping[str, str]
    symbols: Mapping[str, str]
    codes: frozenset[str]
    heads: Mapping[str, frozenset[str]]
    longest: int  # words in the longest name


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
    names |= full | {plain(name): code for name, code in table["names"].items()}
    symbols: dict[str, str] = {}
    for source in (world, locale):
        symbols |= {symbol: code for code, symbol in source.currency_symbols.items() if code in codes and not symbol.isalpha()}
    symbols |= {code: code for code in codes - set(table["not_codes"])} | {f"{code}$": code for code in codes if code.endswith("D")}
    symbols |= table["symbols"]
    names = {name: code for name, code in names.items() if name not in table["not_names"]}
    return Currencies(names, symbols, codes, {lemma: frozenset(found) for lemma, found in lemmas.items()}, max(len(n.split()) for n in names))


def _head(name: str, end: str) -> str:
    """The word of a currency's name that other currencies can share: the first in French, the last in English."""
    words = plain(name).split()
    return words[0] if end == "first" else words[-1]


@cache
def _tender() -> tuple[frozenset[str], frozenset[str]]:
    """Codes that are legal tender somewhere today, and all that ever were."""
    periods = [period for periods in get_global("territory_currencies").values() for period in periods if period[3]]
    return frozenset(p[0] for p in periods if p[2] is None), frozenset(p[0] for p in periods)
