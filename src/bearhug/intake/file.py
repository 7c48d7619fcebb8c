"""Files, folders and standard input to raw documents, one at a time and in order."""

import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from typing import Literal, cast

from bearhug.intake import sniff
from bearhug.intake.decode import decode
from bearhug.intake.document import LARGEST_DOCUMENT, Kind, RawDocument, megabytes
from bearhug.intake.folder import files_below, reason
from bearhug.intake.lines import LongLine, capped_lines
from bearhug.model.problem import Problem

KINDS: dict[str, Kind | Literal["jsonl"]] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
}
STANDARD_INPUT = "-"
EXPECTED_SIZE = f"at most {megabytes(LARGEST_DOCUMENT)} for one article"


def documents(inputs: Iterable[str | os.PathLike[str]], stdin: io.BufferedIOBase | None = None) -> Iterator[RawDocument | Problem]:
    """The documents of the inputs, in input order; `-` is standard input. What cannot be opened is a problem in its place."""
    for given in inputs:
        path = os.fspath(given)
        if path == STANDARD_INPUT:
            yield from _stream(stdin or cast("io.BufferedIOBase", sys.stdin.buffer), STANDARD_INPUT, STANDARD_INPUT, None)
        elif path.startswith(("http://", "https://")):
            yield Problem(path, "a web address", "a file, a folder or - for standard input")
        elif os.path.isdir(path):
            for found in files_below(path):
                yield from [found] if isinstance(found, Problem) else _file(found, _below(path, found))
        else:
            yield from _file(path, _name(path))


def total_bytes(inputs: Iterable[str | os.PathLike[str]]) -> int | None:
    """The size of all inputs together, or None where one of them cannot tell."""
    total = 0
    for given in inputs:
        path = os.fspath(given)
        try:
            for found in files_below(path) if os.path.isdir(path) else [path]:
                status = os.stat(found) if isinstance(found, str) else None
                if status and not stat.S_ISREG(status.st_mode):
                    return None
                total += status.st_size if status else 0
        except (OSError, ValueError):
            return None
    return total


def _name(path: str) -> str:
    """The id of a file's article: its path as given, or its name alone where that path is absolute."""
    shown = os.fsencode(path).decode("utf-8", "replace")
    return os.path.basename(shown) if os.path.isabs(shown) else shown.replace(os.sep, "/")


def _below(folder: str, path: str) -> str:
    """The same for a file found in a folder: an absolute path begins at that folder's own name."""
    if os.path.isabs(path):
        path = os.path.join(os.path.basename(os.path.normpath(folder)), os.path.relpath(path, folder))
    return _name(path.lstrip(os.sep))


def _file(path: str, name: str) -> Iterator[RawDocument | Problem]:
    try:
        with open(path, "rb") as stream:
            status = os.fstat(stream.fileno())
            size = status.st_size if stat.S_ISREG(status.st_mode) else None
            yield from _stream(stream, path, name, KINDS.get(os.path.splitext(path)[1].lower()), size)
    except OSError as error:
        yield Problem(path, reason(error), "a readable file")
    except ValueError as error:  # a null byte in the path
        yield Problem(path, str(error), "a path")


def _stream(
    stream: io.BufferedIOBase, where: str, name: str, kind: Kind | Literal["jsonl"] | None, size: int | None = None
) -> Iterator[RawDocument | Problem]:
    head = _head(stream)
    if not head:
        yield Problem(where, "nothing in it", "an article")
        return
    if binary := sniff.binary(head):
        yield Problem(where, binary, "an article as text, HTML or JSON Lines")
        return
    kind = kind or sniff.kind(head)
    if kind == "jsonl":
        wide = head.startswith(sniff.UTF_16) or sniff.utf_16(head)
        if not wide:
            yield from _lines(_joined(head, stream), where, name)
            return
    if size is None or size <= LARGEST_DOCUMENT:
        data = head + stream.read(LARGEST_DOCUMENT + 1 - len(head))
        if len(data) <= LARGEST_DOCUMENT:
            if kind == "jsonl":  # lines cannot be told apart in the bytes of UTF-16
                yield from _lines(io.BytesIO(decode(data).text.encode("utf-8", "replace")), where, name)
            else:
                yield RawDocument(name, where, kind, data)
            return
    found = megabytes(size) if size is not None else f"more than {megabytes(LARGEST_DOCUMENT)}"
    yield Problem(where, found, EXPECTED_SIZE)


def _head(stream: io.BufferedIOBase) -> bytes:
    """The first bytes; a pipe may hand them over in several pieces."""
    head = b""
    while len(head) < sniff.HEAD and (more := stream.read(sniff.HEAD - len(head))):
        head += more
    return head


class _Joined(io.RawIOBase):
    """A stream with the bytes that were already read put back at its front."""

    def __init__(self, head: bytes, rest: io.BufferedIOBase) -> None:
        self.head, self.rest = head, rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Fill `buffer` from the head first, then from the rest."""
        # read1: what a pipe has by now, instead of waiting until the buffer is full
        part = self.head[: len(buffer)] if self.head else self.rest.read1(len(buffer))
        self.head = self.head[len(part) :]
        buffer[: len(part)] = part
        return len(part)


def _joined(head: bytes, rest: io.BufferedIOBase) -> io.BufferedIOBase:
    return io.BufferedReader(cast("io.RawIOBase", _Joined(head, rest)), 1 << 18)


def _lines(stream: io.BufferedIOBase, where: str, name: str) -> Iterator[RawDocument | Problem]:
    for number, line in enumerate(capped_lines(stream, LARGEST_DOCUMENT), 1):
        if isinstance(line, LongLine):
            yield Problem(f"{where}:{number}", f"a line of {megabytes(line.size)}", EXPECTED_SIZE)
        elif line.strip():
            yield RawDocument(f"{name}:{number}", f"{where}:{number}", "json", line)
