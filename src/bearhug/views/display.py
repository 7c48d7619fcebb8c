"""Values as people read them: the one place with per cent, names of months and rounded sums."""

from decimal import Decimal

from bearhug.model.money import Money

SCALE = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def money(value: Money) -> str:
    """A sum in words.

    >>> money(Money(Decimal(97_400_000_000), "USD"))
    '97.4 billion USD'
    >>> money(Money(Decimal("12.5"), "EUR")), money(Money(Decimal(2_000_000_000), "EUR", Decimal(2_500_000_000)))
    ('12.50 EUR', '2-2.5 billion EUR')
    """
    low, unit = _scaled(value.amount)
    if value.high is None:
        return " ".join(part for part in (low, unit, value.currency) if part)
    high, high_unit = _scaled(value.high)
    if unit == high_unit:
        return " ".join(part for part in (f"{low}-{high}", unit, value.currency) if part)
    return " ".join(part for part in (low, unit, "to", high, high_unit, value.currency) if part)


def _scaled(amount: Decimal) -> tuple[str, str]:
    for size, name in SCALE:
        if amount >= size and amount / size == round(amount / size, 3):
            return f"{(amount / size).normalize():,f}", name
    if amount == amount.to_integral_value():
        return f"{amount:,.0f}", ""
    return f"{amount:,f}" if -_exponent(amount) > 2 else f"{amount:,.2f}", ""


def _exponent(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def percent(value: Decimal) -> str:
    """A number that is per cent already.

    >>> percent(Decimal("24.50"))
    '24.5%'
    """
    return f"{value.normalize():f}%"


def share(value: float) -> str:
    """A fraction as whole per cent.

    >>> share(0.931)
    '93%'
    """
    return f"{value:.0%}"


def date(value: str) -> str:
    """A day, month, quarter, half or year.

    >>> date("2025-02-11"), date("2025-02"), date("2025-Q2"), date("2025-H1"), date("2025")
    ('11 February 2025', 'February 2025', 'Q2 2025', 'H1 2025', '2025')
    """
    year, *rest = value.split("-")
    if not rest:
        return value
    if not rest[0].isdecimal():
        return f"{rest[0]} {year}"
    if not 1 <= int(rest[0]) <= 12:
        return value
    day = f"{int(rest[1])} " if len(rest) > 1 and rest[1].isdecimal() else ""
    return f"{day}{MONTHS[int(rest[0]) - 1]} {year}"


def words(label: str) -> str:
    """A label of the model as words.

    >>> words("due_diligence")
    'due diligence'
    """
    return label.replace("_", " ")
