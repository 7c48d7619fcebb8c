"""The files below a folder, in one fixed order, whatever links point where."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress

from bearhug.model.problem import Problem


def files_below(folder: str) -> Iterator[str | Problem]:
    """Paths of the files below `folder`, sorted by name, hidden ones left out.

    Links to folders are followed; a link back to a folder above it is a problem, and a folder reached a
    second time is not read again.
    """
    seen: set[tuple[int, int]] = set()
    empty = True
    # last in, first out: entries are pushed in reverse, so that names come in order
    waiting: list[tuple[str, tuple[tuple[int, int], ...]]] = [(folder, _above(folder))]
    while waiting:
        path, above = waiting.pop()
        try:
            status = os.stat(path)
            if not stat.S_ISDIR(status.st_mode):
                empty = False
                if stat.S_ISREG(status.st_mode):
                    yield path
                else:
                    yield Problem(path, "a pipe, socket or device", "a file or a folder")
                continue
            this = (status.st_dev, status.st_ino)
            if this in above:
                empty = False
                yield Problem(path, "a link back to a folder above it", "a folder tree without loops")
                continue
            if this in seen:
                continue
            seen.add(this)
            names = sorted((name for name in os.listdir(path) if not name.startswith(".")), reverse=True)
        except OSError as error:
            empty = False
            yield Problem(path, reason(error), "a readable file or folder")
            continue
        waiting.extend((os.path.join(path, name), (*above, this)) for name in names)
    if empty:
        yield Problem(folder, "no file", "a folder with articles in .txt, .html or .jsonl files")


def _above(folder: str) -> tuple[tuple[int, int], ...]:
    """The folders above the first one: a link to one of these leads back to it as well."""
    found = []
    path = os.path.realpath(folder)
    while (parent := os.path.dirname(path)) != path:
        path = parent
        with suppress(OSError):
            status = os.stat(path)
            found.append((status.st_dev, status.st_ino))
    return tuple(found)


def reason(error: OSError) -> str:
    """Why the system refused, in a few words."""
    return (error.strerror or type(error).__name__).lower()
