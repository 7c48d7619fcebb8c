"""The lines of a stream, of which none may eat the memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedIOBase

BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class LongLine:
    """A line that was passed over for its length in bytes."""

    size: int


def capped_lines(stream: BufferedIOBase, cap: int) -> Iterator[bytes | LongLine]:
    """The lines of `stream` without their ends; one of more than `cap` bytes is passed over and told."""
    while line := stream.readline(cap + 1):
        if len(line) <= cap or line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
            continue
        size = len(line)
        while more := stream.readline(BLOCK):
            size += len(more)
            if more.endswith(b"\n"):
                break
        yield LongLine(size)
