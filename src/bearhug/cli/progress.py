"""Tells on standard error how far the work is, and what went wrong: a bar on a terminal only, after a second."""

import sys
import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

from bearhug.cli.terminal import line

PATIENCE = 1.0  # seconds without a bar


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        done = int(task.fields["articles"])
        return Text(f"{done:,} articles" + (f", {done / task.elapsed:,.0f} a second" if task.elapsed and task.elapsed > 1 else ""))


class Report:
    """The standard error of one run; opened and closed with `with`."""

    def __init__(self, total: int | None) -> None:
        """`total`: bytes that will be read, where that is known."""
        self.console = Console(stderr=True)
        self.total = total
        self.articles = self.bytes = 0
        self.bar: Progress | None = None
        self.task = TaskID(0)
        self.since = time.monotonic()

    def __enter__(self) -> "Report":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.bar:
            self.bar.stop()

    def advance(self, size: int) -> None:
        """One document of `size` bytes is done."""
        self.articles += 1
        self.bytes += size
        if self.bar:
            self.bar.update(self.task, completed=self.bytes, articles=self.articles)
        elif self.console.is_terminal and time.monotonic() - self.since > PATIENCE:
            columns = (TextColumn("reading"), BarColumn(), _Rate(), TimeElapsedColumn())
            self.bar = Progress(*columns, console=self.console, transient=True)
            self.task = self.bar.add_task("reading", total=self.total, completed=self.bytes, articles=self.articles)
            self.bar.start()

    def say(self, message: str) -> None:
        """One line on standard error, above the bar if there is one."""
        if self.bar:
            self.console.print(Text(line(message)), soft_wrap=True)
        else:
            print(line(message), file=sys.stderr)
