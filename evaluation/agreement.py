"""When a value that was read is the value that the annotation holds. The rules are those of the bench's scorer."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

NAME_LISTS = ("bidders", "backers", "sellers", "advisers", "reported_by")
MONEY = ("value", "previous_value", "per_share", "previous_per_share", "break_fee")
NUMBERS = ("premium", "stake")
LABELS = ("kind", "payment", "attitude", "stage", "basis", "expected_close")
FLAGS = ("jest", "matches_rivals")
FIELDS = ("target", "part", *NAME_LISTS, *MONEY, *NUMBERS, *LABELS, *FLAGS, "conditions")

# legal forms and small words, which do not tell one company from another
EMPTY = re.compile(
    r"inc|incorporated|corp|corporation|co|company|companies|ltd|limited|plc|llc|llp|lp|sa|sas|sarl|se|nv|bv|ag|gmbh|kg|spa|srl|ab|asa"
    r"|oyj|as|group|groupe|holding|holdings|the|le|la|les|l|of|de|du|des|d"
)
TOLERANCE = 0.005
NOTHING: tuple[Any, ...] = (None, [], "", False, {})

Same = Callable[[Any, Any], bool]


def same(field: str) -> Same:
    """How two values of a field are compared."""
    if field in NAME_LISTS or field == "target":
        return same_name
    if field in MONEY:
        return same_money
    if field in NUMBERS:
        return same_number
    if field == "part":
        return same_words
    return lambda gold, found: bool(gold == found)


def tokens(name: str) -> list[str]:
    """The words of a name that count: without accents, case, possessive and legal form."""
    text = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    found = re.findall(r"[a-z0-9]+", re.sub(r"'s\b", "", text))
    return [token for token in found if not EMPTY.fullmatch(token)] or found


def same_name(gold: str, found: str) -> bool:
    """Whether `found` names what one of the alternatives in `gold` names: equal, one inside the other, or an acronym.

    >>> same_name("Valor Equity Partners|Valor", "Valor"), same_name("Valor", "Velours")
    (True, False)
    """
    p = tokens(found)
    return bool(p) and any(_same_form(g, p) for form in gold.split("|") if (g := tokens(form)))


def _same_form(g: list[str], p: list[str]) -> bool:
    if g == p or "".join(g) == "".join(p):
        return True
    small, large = sorted((set(g), set(p)), key=len)
    if small <= large and any(len(token) > 2 for token in small) and not all(token.isdigit() for token in small):
        return True
    pairs = ((g, p), (p, g))
    return any(len(short) == 1 and len(long) > 1 and short[0] == "".join(token[0] for token in long) for short, long in pairs)


def same_number(gold: Any, found: Any) -> bool:
    """Whether two numbers agree within half a per cent."""
    try:
        return abs(float(gold) - float(found)) <= TOLERANCE * max(abs(float(gold)), 1e-9)
    except (TypeError, ValueError):
        return False


def same_money(gold: Mapping[str, Any], found: Any) -> bool:
    """Whether currency and amount agree; of a range either end will do."""
    if not isinstance(found, Mapping) or gold.get("currency") != found.get("currency"):
        return False
    return any(same_number(amount, found.get("amount")) for key in ("amount", "high") if (amount := gold.get(key)) is not None)


def same_words(gold: str, found: str) -> bool:
    """Whether half of the words are the same."""
    g, p = set(tokens(gold)), set(tokens(str(found)))
    return bool(g and p) and 2 * len(g & p) / (len(g) + len(p)) >= 0.5


def same_quote(gold: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    """Whether two statements quote the same words, punctuation aside."""
    plain = [re.sub(r"\W+", " ", str(statement["quote"]).casefold()).strip() for statement in (gold, found)]
    return plain[0] == plain[1]


def values(deal: Mapping[str, Any], field: str) -> list[Any]:
    """The values of one field, none where the article says nothing."""
    value = deal.get(field)
    if value in NOTHING:
        return []
    return value if isinstance(value, list) else [value]


def pair(golds: Sequence[Any], found: Sequence[Any], agree: Same) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    """Pairs two lists one to one, in order: the pairs, what was missed, what was too much."""
    left, pairs, missed = list(found), [], []
    for gold in golds:
        hit = next((i for i, value in enumerate(left) if agree(gold, value)), None)
        if hit is None:
            missed.append(gold)
        else:
            pairs.append((gold, left.pop(hit)))
    return pairs, missed, left


def affinity(gold: Mapping[str, Any], found: Mapping[str, Any]) -> float:
    """How far two deals are the same deal: 0 where neither target nor bidder agrees."""
    target = bool(gold.get("target") and found.get("target")) and same_name(gold["target"], found["target"])
    bidders, missed, extra = pair(values(gold, "bidders"), values(found, "bidders"), same_name)
    if not target and not bidders:
        return 0
    bid = len(bidders) / max(1, len(bidders) + (len(missed) + len(extra)) / 2)
    money = any(same_money(g, p) for field in ("value", "per_share") for g in values(gold, field) for p in values(found, field))
    return 2 * target + bid + 0.5 * money + 0.1 * (gold.get("stage") == found.get("stage"))


def pair_deals(golds: Sequence[Any], found: Sequence[Any]) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    """Pairs deals to give the most agreement on target and bidders, best first."""
    scored = sorted(((affinity(g, p), -i, -j) for i, g in enumerate(golds) for j, p in enumerate(found)), reverse=True)
    pairs: dict[int, int] = {}
    for score, i, j in scored:
        if score >= 1 and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return (
        [(golds[i], found[j]) for i, j in pairs.items()],
        [gold for i, gold in enumerate(golds) if i not in pairs],
        [deal for j, deal in enumerate(found) if j not in pairs.values()],
    )
