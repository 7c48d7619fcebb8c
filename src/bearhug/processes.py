"""Runs a function over a stream in several processes, in order, whatever becomes of one of them.

Each process gets a few items at a time over a pipe and answers each. One that dies or falls silent is
replaced; the item it was at is tried once more in another and then given up. `docs/adr/0004` says why
this is not `multiprocessing.Pool`.
"""

import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from bearhug.model.errors import SourceError

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 16  # items handed over at a time
AHEAD = 4  # chunks per process that are taken from the stream before the oldest is done
PATIENCE = 120.0  # seconds for one item
TRIES = 2
STARTS = 3  # processes in a row that may die before their first word


@dataclass(slots=True)
class _Item(Generic[T]):
    number: int
    value: T
    tries: int = 0


@dataclass(slots=True)
class _Worker(Generic[T]):
    process: BaseProcess
    pipe: "Connection[Any, Any]"
    items: deque[_Item[T]] = field(default_factory=deque)
    since: float = 0.0
    started: bool = False


def run(
    work: Callable[[T], R], items: Iterable[T], jobs: int, lost: Callable[[T, str], R], patience: float = PATIENCE
) -> Generator[R, None, None]:
    """The results of `work` for each item, in the order of the items.

    Args:
        work: a function that can be pickled; what it raises ends the run.
        jobs: number of processes; with 1 the work is done here, and `lost` has no use.
        lost: the result for an item at which two processes died or fell silent, and why.
        patience: seconds after which a process that has not answered is taken for hung.

    Raises:
        SourceError: no process can be started.
    """
    if jobs == 1:
        yield from map(work, items)
        return
    crew = _Crew(work, jobs, lost, patience)
    try:
        yield from crew.results(enumerate(items))
    finally:
        crew.dismiss()


class _Crew(Generic[T, R]):
    """The processes of one run."""

    def __init__(self, work: Callable[[T], R], jobs: int, lost: Callable[[T, str], R], patience: float) -> None:
        self.work, self.jobs, self.lost, self.patience = work, jobs, lost, patience
        self.context = get_context("spawn")  # a fork would copy the threads' locks, but not the threads
        self.workers: list[_Worker[T]] = []
        self.again: deque[list[_Item[T]]] = deque()
        self.done: dict[int, R] = {}
        self.false_starts = 0
        self.drained = False

    def results(self, numbered: Iterator[tuple[int, T]]) -> Iterator[R]:
        taken = given = 0
        while True:
            while (chunk := self._chunk(numbered, taken - given)) is not None:
                taken = max(taken, chunk[-1].number + 1)
                self._hand_over(chunk)
            while given in self.done:
                yield self.done.pop(given)
                given += 1
            busy = [worker for worker in self.workers if worker.items]
            if busy:
                self._listen(busy)
            elif given == taken and self.drained:
                return

    def _chunk(self, numbered: Iterator[tuple[int, T]], waiting: int) -> list[_Item[T]] | None:
        """What to hand over next, if a process is free and the stream is not too far ahead."""
        if sum(1 for worker in self.workers if worker.items) >= self.jobs:
            return None
        if self.again:
            return self.again.popleft()
        if waiting >= AHEAD * CHUNK * self.jobs:
            return None
        chunk = [_Item(number, value) for number, value in islice(numbered, CHUNK)]
        # only the stream itself says that it has ended: all may be done while it was too far ahead to take more
        self.drained = not chunk
        return chunk or None

    def _hand_over(self, chunk: list[_Item[T]]) -> None:
        worker = next((worker for worker in self.workers if not worker.items), None) or self._hire()
        worker.items.extend(chunk)
        worker.since = time.monotonic()
        try:
            worker.pipe.send([item.value for item in chunk])
        except (BrokenPipeError, ConnectionResetError):
            self._replace(worker, "a process that died")

    def _hire(self) -> "_Worker[T]":
        ours, theirs = self.context.Pipe()
        process = self.context.Process(target=_serve, args=(theirs, self.work), daemon=True)
        process.start()
        theirs.close()
        worker: _Worker[T] = _Worker(process, ours)
        self.workers.append(worker)
        return worker

    def _listen(self, busy: list["_Worker[T]"]) -> None:
        """Take what the processes answer, until one of them has been silent for too long."""
        oldest = min(worker.since for worker in busy)
        ready = wait([worker.pipe for worker in busy], max(0.0, oldest + self.patience - time.monotonic()))
        for worker in busy:
            if worker.pipe in ready:
                self._hear(worker)
            elif time.monotonic() - worker.since >= self.patience:
                self._replace(worker, f"no answer within {self.patience:g} seconds")

    def _hear(self, worker: "_Worker[T]") -> None:
        try:
            good, answer = worker.pipe.recv()
        except (EOFError, ConnectionResetError):
            worker.process.join(1)
            self._replace(worker, f"a process that died (exit status {worker.process.exitcode})")
            return
        worker.since = time.monotonic()
        if not worker.started:  # its first word says only that it is there
            worker.started = True
            self.false_starts = 0
        elif good:
            self.done[worker.items.popleft().number] = answer
        else:
            raise answer

    def _replace(self, worker: "_Worker[T]", reason: str) -> None:
        """Let a process go; give up the item it was at if that was tried before, and keep the others for another."""
        self.workers.remove(worker)
        _end(worker)
        rest = list(worker.items)
        if not worker.started:
            self.false_starts += 1
            if self.false_starts >= STARTS:
                raise SourceError(f"processes: found that {STARTS} ended at their start; expected one to run (try --jobs 1)")
            self.again.append(rest)
            return
        first = rest.pop(0)
        first.tries += 1
        if first.tries < TRIES:
            self.again.append([first])
        else:
            self.done[first.number] = self.lost(first.value, reason)
        if rest:
            self.again.append(rest)

    def dismiss(self) -> None:
        """End all processes."""
        for worker in self.workers:
            _end(worker)


def _end(worker: "_Worker[Any]") -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()


def _serve(pipe: "Connection[Any, Any]", work: Callable[[Any], Any]) -> None:
    """The life of one process: say that it is there, then answer what comes until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    try:
        pipe.send((True, None))
        while True:
            for value in pipe.recv():
                try:
                    answer = (True, work(value))
                except Exception as error:
                    answer = (False, error)
                pipe.send(answer)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
