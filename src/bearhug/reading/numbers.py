"""The numbers of running text: figures, number words and scales, as patterns and as values."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from bearhug.languages.pack import Pack

# Any blank inside a line, or one line's end; a blank line (a new paragraph) is none.
SPACE = r"(?:[^\S\n]{1,3}(?:\n[^\S\n]{0,8})?|\n[^\S\n]{0,8})"
GAP = rf"(?:{SPACE}|-)"
# At most 18 digits before the decimal sign, so that no number is long. "1 200", "1.200.000", "2,40,000" (Indian), "27-1/2".
FIGURE = (
    r"(?>(?:[0-9]{1,3}(?:[ \u00a0\u2007\u2009\u202f][0-9]{3}(?![0-9])){1,5}|[0-9]{1,3}(?:\.[0-9]{3}(?![0-9])){1,5}"
    r"|[0-9]{1,3}(?:['’][0-9]{3}(?![0-9])){1,5}|[0-9]{1,3}(?:,[0-9]{2,3}(?=[,0-9])){0,5},[0-9]{3}(?![0-9])|[0-9]{1,15})"
    r"(?:[.,][0-9]{1,8})?(?:[ -][1-9][0-9]?/[1-9][0-9]?(?![/0-9]))?)(?![0-9])(?![.,][0-9])"
)


@dataclass(frozen=True, eq=False)
class Numbers:
    """A pack's number words: patterns for spelled numbers and scales, and what each word is worth."""

    decimal: str
    spelled: str
    scale: str
    fraction: str
    values: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    fractions: Mapping[str, Decimal]
    token: re.Pattern[str]
    scale_token: re.Pattern[str]
    weak: frozenset[str]


def one_of(words: Iterable[str], *, exact: bool = False) -> str:
    """A pattern for any of `words`, the longest first, in any case unless `exact`; a blank stands for any blank.

    The words are merged into a tree of their letters, so that matching takes no longer with more words.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree, exact)


def _branch(node: Mapping[str, Any], exact: bool) -> str:
    branches = [_letter(letter, exact) + _branch(below, exact) for letter, below in node.items() if letter]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if '' in node else ''}"


def _letter(letter: str, exact: bool) -> str:
    if letter == " ":
        return SPACE
    if letter in "'’":
        return "['’]"
    forms = {letter} if exact else {letter, letter.lower(), letter.upper()}
    if len(forms) == 1:
        return re.escape(letter)
    return f"[{''.join(sorted(f for f in forms if len(f) == 1))}]"


@cache
def numbers(pack: Pack) -> Numbers:
    """The number words of a pack, from its `amounts.toml`."""
    table = pack.table("amounts")["numbers"]
    values, scales, weak, fractions = (_decimals(table[name]) for name in ("words", "scales", "short_scales", "fractions"))
    word = one_of(values)
    joined = "|".join(f"{SPACE}{one_of([joiner])}{SPACE}" for joiner in table["joiners"])
    scale = rf"(?:{one_of(scales)}(?!\w)|{one_of(weak, exact=True)}(?:(?!\w)|(?=[A-Z]{{2,3}}(?!\w))))"
    article = rf"|{one_of(table['articles'])}(?={GAP}{one_of(scales)}(?!\w))" if table["articles"] else ""
    return Numbers(
        decimal=pack.table("pack")["decimal"],
        spelled=rf"(?:(?>{word}(?:(?:{joined}|{GAP}){word}){{0,9}}(?!\w)){article})",
        scale=rf"(?:{scale}(?:{SPACE}{one_of(scales)}(?!\w))?)",
        fraction=rf"(?:{SPACE}{one_of(fractions)}(?!\w))",
        values=values | dict.fromkeys(table["articles"], Decimal(1)),
        scales=scales | weak,
        fractions=fractions,
        token=re.compile(rf"{one_of([*values, *table['articles']])}(?!\w)"),
        scale_token=re.compile(rf"{one_of(scales)}(?!\w)|{one_of(weak, exact=True)}"),
        weak=frozenset(weak),
    )


def _decimals(table: Mapping[str, int | float]) -> dict[str, Decimal]:
    return {word: Decimal(str(value)) for word, value in table.items()}


def plain(text: str) -> str:
    """`text` as a key: lower case, straight apostrophes, single blanks."""
    return " ".join(text.casefold().replace("’", "'").split())


def figure(text: str, decimal: str) -> Decimal:
    """The value of a figure: `1 200,5` and `1.200,5` are 1200.5 where `decimal` is a comma.

    A lone sign that is not the language's own counts as decimal where it parts off no group of three: `2.5`.
    """
    if text.isdecimal():
        return Decimal(text)
    whole, *over = re.split(r"[ -](?=[0-9]{1,2}/)", text, maxsplit=1)
    digits = re.sub(r"[\s'’]", "", whole)
    other = "." if decimal == "," else ","
    if decimal in digits:
        head, _, tail = digits.rpartition(decimal)
        digits = head.replace(".", "").replace(",", "") + "." + tail if head.count(decimal) == 0 else digits.replace(decimal, "")
    elif other in digits:
        head, _, tail = digits.rpartition(other)
        grouped = len(tail) == 3 and head != "0"
        digits = digits.replace(other, "") if grouped else head.replace(other, "") + "." + tail
    value = Decimal(digits)
    if over:
        above, below = over[0].split("/")
        value += Decimal(above) / Decimal(below)
    return value


def spelled(text: str, words: Numbers) -> Decimal | None:
    """The value of number words ("deux cent dix" is 210), or None where they make no number."""
    total = current = Decimal(0)
    for token in words.token.findall(text):
        value = words.values[plain(token).replace("-", " ")]
        if value == 1000:
            total, current = total + (current or Decimal(1)) * 1000, Decimal(0)
        elif value == 100:
            current = (current or Decimal(1)) * 100
        elif value % 1 or value == 0:
            current += value
        elif current % (10 if value < 10 else 20):
            return None
        else:
            current += value
    return total + current


def scaled(text: str, words: Numbers) -> Decimal:
    """The factor that scale words stand for: "milliards", "lakh crore"."""
    product = Decimal(1)
    for token in words.scale_token.findall(text):
        product *= words.scales.get(token) or words.scales[plain(token)]
    return product
