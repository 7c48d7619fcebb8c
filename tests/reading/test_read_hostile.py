"""Text made to be slow: eight times as much of it may cost little more than eight times the work, and no table may grow with its square."""

import gc
import string
import time
import tracemalloc

import pytest

from bearhug.model.article import Article
from bearhug.reading.read import LONGEST, read_article

SMALL, TIMES = 8_000, 8  # characters of the small input; how much larger the other is
MOST = 3 * TIMES  # a quadratic step would cost 64 times as much
FLOOR = 0.02  # seconds: what costs less is lost in the noise

PHRASE = "Le groupe Aldamor a racheté Vermeille pour 3,4 milliards d'euros, a déclaré Marc Ottavy. "  # opens the gate


def name(number):
    """A made-up name, another for each number."""
    letters = ""
    number += 1
    while number:
        number, digit = divmod(number, 26)
        letters += string.ascii_lowercase[digit]
    return f"Zo{letters}k"


def repeated(unit):
    return lambda size: PHRASE + unit * (size // len(unit))


def numbered(unit):
    """`unit` again and again, its `{a}` and `{b}` new names each time."""
    return lambda size: PHRASE + "".join(unit.format(a=name(2 * i), b=name(2 * i + 1)) for i in range(size // (len(unit) + 4)))


INPUTS = {
    "opening guillemets": repeated("«"),
    "nested quotes never closed": repeated("Il dit : « elle dit : “il dit : ‘"),
    "quotations": repeated("« Nous sommes contents de cette offre », a dit Marc Ottavy. "),
    "one sale without its sides": repeated("a racheté B pour 3 millions d'euros. "),
    "one sale": repeated("Acme a racheté Borealis pour 3 millions d'euros. "),
    "a new sale in every sentence": numbered("{a} a racheté {b} pour 3 millions d'euros. "),
    "new names in one sentence": numbered("{a}, {b}, "),
    "names that share a word": numbered("Acme {a} cède Acme {b}. "),
    "names and triggers in one sentence": numbered("{a} rachat "),
    "pronouns in one sentence": repeated("Acme il son elle ses "),
    "triggers in one sentence": repeated("offre achat rachat acquisition "),
    "prepositions in one sentence": repeated("le rachat de "),
    "open brackets": repeated("( Acme "),
    "legal forms": repeated("Acme SA & "),
    "sums in one sentence": repeated("3 millions de dollars et "),
    "dates in one sentence": repeated("le 3 mars 2024, "),
    "shares in one sentence": repeated("51 % de Acme, "),
    "sums, one a sentence": repeated("Acme vaut 3 millions de dollars. "),
    "dates, one a sentence": repeated("Acme est cotée le 3 mars 2024. "),
}


def spent(text):
    gc.collect()
    start = time.process_time()
    read_article(Article("a", text, "", "2024-05-01", lang="fr"))
    return time.process_time() - start


def peak(text):
    spent(text)  # what is kept for the next article counts for none
    tracemalloc.start()
    try:
        spent(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name_", INPUTS)
def test_time_grows_with_the_text(name_):
    small, large = INPUTS[name_](SMALL), INPUTS[name_](SMALL * TIMES)
    spent(small)
    assert any(spent(large) < MOST * max(FLOOR, spent(small)) for _ in range(3))


@pytest.mark.parametrize("name_", ["a new sale in every sentence", "new names in one sentence"])
def test_memory_grows_with_the_text(name_):
    small, large = (peak(INPUTS[name_](size)) for size in (SMALL, SMALL * 4))
    assert large < 10 * small


@pytest.mark.parametrize("unit", ["«", "mot ", "Acme Borealis ", "« “ ‘", "\ud800"])
def test_more_than_is_read_for_deals(unit):
    text = PHRASE + unit * (2 * LONGEST // len(unit))
    reading = read_article(Article("a", text, lang="fr"))
    assert reading.deals == ()
    assert f"{len(text):,} characters" in [problem.found for problem in reading.problems]
