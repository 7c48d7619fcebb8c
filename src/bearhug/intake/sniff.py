"""Tells from the first bytes what a document is."""

from typing import Literal

from bearhug.intake.document import Kind

HEAD = 8192  # bytes that are looked at
UTF_16 = (b"\xff\xfe", b"\xfe\xff")

MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)
TEXT_CONTROLS = b"\t\n\v\f\r\x1b"
CONTROLS = bytes(set(range(32)) - set(TEXT_CONTROLS))


def binary(data: bytes) -> str | None:
    """What kind of binary data this is, or None where it may be text."""
    head = data[:HEAD]
    for start, name in MAGIC:
        if head.startswith(start):
            return name
    if head.startswith(UTF_16) or utf_16(head):
        return None
    controls = _controls(head)
    if head.count(0) * 1000 > len(head) or (controls > 8 and controls * 20 > len(head)):
        return "binary data"
    return None


def utf_16(head: bytes) -> Literal["utf-16-le", "utf-16-be"] | None:
    """The byte order of UTF-16 without a mark: in Western text every other byte is zero."""
    # the other byte is a control only for dashes and quotation marks (U+2013, U+2019)
    even, odd = head[0::2], head[1::2]
    if len(head) < 8:
        return None
    if odd.count(0) * 5 > len(head) and _controls(even) * 20 <= len(head):
        return "utf-16-le"
    if even.count(0) * 5 > len(head) and _controls(odd) * 20 <= len(head):
        return "utf-16-be"
    return None


def _controls(data: bytes) -> int:
    """How many control characters no text has."""
    return len(data) - len(data.translate(None, CONTROLS))


def kind(head: bytes) -> Kind | Literal["jsonl"]:
    """Plain text, a web page, one JSON object, or one JSON object per line."""
    start = head[:HEAD]
    if start.startswith(UTF_16) or utf_16(start):
        start = start.replace(b"\0", b"").lstrip(b"\xff\xfe")
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{"):
        return "json" if start.split(b"\n", 1)[0].strip() == b"{" else "jsonl"
    if start.startswith(b"<"):
        lower = start.lower()
        if any(tag in lower for tag in (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<div", b"<p>", b"<p ")):
            return "html"
    return "text"
