"""A saved web page to an article: the story without menus, scripts and notices."""

import logging
import re
from typing import TYPE_CHECKING, Any

from bearhug.intake.decode import decode, stored
from bearhug.intake.document import RawDocument, megabytes
from bearhug.intake.plain_text import broken_bytes
from bearhug.model.article import Article
from bearhug.model.problem import Problem

if TYPE_CHECKING:
    from trafilatura.settings import Document

LARGEST_PAGE = 4_000_000  # bytes; news pages have 0.2 MB
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
# Without a last day of its own the extractor takes today, and the same page would be read otherwise tomorrow;
# its wider search for dates completes them from the clock, too.
DATES: dict[str, Any] = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
LOUD = ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer")


def parse(document: RawDocument) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a page: title, text with a blank line between paragraphs, date, publisher, address."""
    if len(document.data) > LARGEST_PAGE:
        return None, (Problem(document.where, megabytes(len(document.data)), f"at most {megabytes(LARGEST_PAGE)} for one web page"),)
    declared = CHARSET.search(document.data[:4096])
    decoded = decode(document.data, declared[1].decode("ascii") if declared else None)
    problems = broken_bytes(document.where, decoded.broken, decoded.encoding)
    page = _extract(stored(decoded.text).replace("\0", ""))
    if page is None or not (page.text or "").strip():
        return None, (*problems, Problem(document.where, "a web page without text", "a web page with an article"))
    publisher = page.sitename or None
    title = _title(page.title or "", publisher)
    return Article(
        id=document.id,
        text=_paragraphs(page.text or "", title),
        title=title,
        date=page.date or None,
        publisher=publisher,
        url=page.url or None,
    ), problems


def _extract(html: str) -> "Document | None":
    # 0.3 s of import and 30 MB, for pages only
    import trafilatura

    for name in LOUD:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    page = trafilatura.bare_extraction(html, fast=True, include_comments=False, with_metadata=True, date_extraction_params=dict(DATES))
    return None if isinstance(page, dict) else page


def _title(title: str, publisher: str | None) -> str:
    """The title without the publisher's name behind a bar or dash."""
    title = stored(title).strip()
    if publisher:
        title = re.sub(rf"\s+[|–—-]\s+{re.escape(publisher)}\s*$", "", title, flags=re.IGNORECASE)
    return title


def _paragraphs(text: str, title: str) -> str:
    """The extractor's lines as paragraphs; the headline, where it comes again, is left out."""
    lines = [line.strip() for line in stored(text).split("\n")]
    kept = [line for line in lines if line]
    if len(kept) > 1 and kept[0] == title:
        kept = kept[1:]
    return "\n\n".join(kept)
