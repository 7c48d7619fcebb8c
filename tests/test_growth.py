"""Time stays linear: sixteen times the input may not cost much more than sixteen times the work.

What is compared is the processor time of this process for two sizes of the same input, not a time: a
quadratic step would cost 256 times as much.
"""

import gc
import time

import pytest

from bearhug.intake.document import RawDocument
from bearhug.workflow import read, read_document

SMALL, TIMES = 4_000, 16  # characters of the small input; how much larger the other is
MOST = 3 * TIMES
FLOOR = 0.004  # seconds: what costs less is lost in the noise

SENTENCE = "Acme Foods agreed to buy Borealis Dairy for $2.4 billion, “a fair price”, said Ann Lee. "
PHRASE = "Le groupe Aldamor a racheté Vermeille pour 3,4 milliards d'euros, a déclaré Marc Ottavy. "
PATTERNS = {
    "opening guillemets": "«",
    "opening and closing marks": "«»",
    "nested quotes never closed": "Il dit : « elle dit : “il dit : ‘",
    "straight quotes": '"a ',
    "apostrophes": "d'l'",
    "one word": "a",
    "capitals": "Aa",
    "names": "Acme Borealis ",
    "names in a list": "Acme, Borealis & Cie, ",
    "one digit": "9",
    "digits in groups": "1 000 ",
    "sums": "$9.7 billion ",
    "symbols": "$€£",
    "full stops": ". ",
    "initials": "A.B.",
    "hyphens": "a-",
    "blank lines": "\n\n",
    "blanks": " \t",
    "no-break spaces": "\u00a0",
    "triggers": "racheter offre achat takeover bid acquire ",
    "sentences": SENTENCE,
    "phrases": PHRASE,
    "paragraphs": SENTENCE + "\n\n",
    "wide characters": "\U0001f600",
    "combining accents": "e\u0301",
    "surrogates": "\ud800",
    "mixed scripts": "Привет 你好 שלום ",
}
DOCUMENTS = {
    "html nested": ("html", b"<div>"),
    "html paragraphs": ("html", b"<p>the article of text, with more words here."),
    "html brackets": ("html", b"<"),
    "html entities": ("html", b"&amp;"),
    "html attributes": ("html", b"<a b='"),
    "html comments": ("html", b"<!--"),
    "json lists": ("json", b"["),
    "json escapes": ("json", b"\\ud800"),
    "latin-1": ("text", "é".encode("latin-1")),
    "broken utf-8": ("text", "é".encode() + b"\xff"),
}


def linear(work, unit):
    """Whether the work grows as the input does, in one of three tries."""
    small, large = (unit * (size // len(unit)) for size in (SMALL, SMALL * TIMES))
    return any(spent(work, large) < MOST * max(FLOOR, spent(work, small)) for _ in range(3))


def spent(work, data):
    gc.collect()
    start = time.process_time()
    work(data)
    return time.process_time() - start


# what stands before a pattern, so that the gate lets it through to the reader
BEFORE = {"fr": PHRASE, "en": SENTENCE, None: ""}


@pytest.mark.parametrize("lang", BEFORE)
@pytest.mark.parametrize("name", PATTERNS)
def test_reading(name, lang):
    before = BEFORE[lang]
    read(before, lang=lang)
    assert linear(lambda text: read(before + text, lang=lang), PATTERNS[name])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_intake(name):
    kind, unit = DOCUMENTS[name]
    read_document(RawDocument("a", "a", kind, b"warm up"))
    assert linear(lambda data: read_document(RawDocument("a", "a", kind, data)), unit)
