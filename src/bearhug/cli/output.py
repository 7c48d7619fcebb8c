"""Where results go: standard output, or a file that is there whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from bearhug.model.errors import SourceError


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or a new file that takes the place of `path` when all has been written.

    Raises:
        SourceError: the file cannot be written.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.flush()
        return
    goal = Path(os.path.realpath(path))
    try:
        if goal.exists() and not goal.is_file():  # a pipe or device is written to, not replaced
            with goal.open("wb") as stream:
                yield stream
            return
        handle, name = tempfile.mkstemp(dir=goal.parent, prefix=f".{goal.name}.", suffix=".part")
    except OSError as error:
        raise SourceError(f"{path}: found {_reason(error)}; expected a file that can be written") from None
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        os.chmod(name, goal.stat().st_mode if goal.exists() else 0o666 & ~_umask())
        os.replace(name, goal)
    except OSError as error:
        raise SourceError(f"{path}: found {_reason(error)}; expected a file that can be written") from None
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
