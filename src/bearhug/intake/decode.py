"""Bytes to characters, whatever the encoding, and characters to the text that is stored."""

import codecs
import re
from dataclasses import dataclass

from bearhug.intake.sniff import utf_16

SURROGATE = re.compile("[\ud800-\udfff]")
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LEGACY = ["cp1252", "iso8859_15", "mac_roman", "cp850"]  # what French and English text was kept in before UTF-8
SAMPLE = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, the encoding they were in, and how many bytes of it were broken (read as U+FFFD)."""

    text: str
    encoding: str
    broken: int = 0


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The characters of `data`: by its byte order mark, as UTF-8, as `declared`, else by what the bytes look like."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _by(encoding, data[len(mark) :])
    if silent := utf_16(data[:SAMPLE]):
        return _by(silent, data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    lenient = _by("utf-8", data)
    right = len(re.findall("[^\x00-\x7f\ufffd]", lenient.text))
    if right >= lenient.broken:  # mostly good UTF-8: a few bytes are damaged
        return lenient
    return _by(_known(declared) or _guess(data[:SAMPLE]), data)


def _by(encoding: str, data: bytes) -> Decoded:
    text = data.decode(encoding, "replace")
    if not encoding.startswith("utf"):
        return Decoded(text, encoding)
    return Decoded(text, encoding, max(0, text.count("\ufffd") - data.count("\ufffd".encode(encoding))))


def _known(declared: str | None) -> str | None:
    """The codec of a declared name; what pages call Latin-1 is windows-1252, as in every browser."""
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    if name in {"iso8859-1", "ascii"}:
        return "cp1252"
    return None if name.startswith("utf") else name


def _guess(sample: bytes) -> str:
    # 40 ms of import, for bytes that are no UTF-8 only
    from charset_normalizer import from_bytes

    if not re.search(rb"[\x80-\x9f]", sample):
        return "cp1252"  # Latin-1 proper: the accents stand where windows-1252 has them
    best = from_bytes(sample, cp_isolation=LEGACY, enable_fallback=False).best()
    return best.encoding if best else "cp1252"


def stored(text: str) -> str:
    """The text as it is stored, which every offset refers to: no byte order mark, LF line ends, no lone surrogates.

    >>> stored("\\ufeffUn\\r\\ndeux\\rtrois")
    'Un\\ndeux\\ntrois'
    """
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return SURROGATE.sub("\ufffd", text)


def lone_surrogates(text: str) -> int:
    """How many halves of a UTF-16 pair stand alone in `text`."""
    return len(SURROGATE.findall(text))
