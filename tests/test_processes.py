import os
import time
from functools import partial

import pytest

from bearhug import processes
from bearhug.model.errors import SourceError


def double(number):
    return 2 * number


def lost(number, reason):
    return f"{number}: {reason}"


def die_at(number, bad):
    if number in bad:
        os._exit(7)
    return number


def die_once(number, folder):
    mark = os.path.join(folder, str(number))
    if number == 5 and not os.path.exists(mark):
        open(mark, "w").close()
        os._exit(7)
    return number


def hang_at(number, bad):
    if number == bad:
        time.sleep(3600)
    return number


def fail_at(number, bad):
    if number == bad:
        raise ValueError("bad number")
    return number


def run(work, count, jobs=2, patience=processes.PATIENCE):
    return list(processes.run(work, range(count), jobs, lost, patience))


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 300])
def test_results_come_in_order(jobs, count):
    assert run(double, count, jobs) == [2 * number for number in range(count)]


def test_a_stream_that_was_too_far_ahead_is_read_to_its_end(monkeypatch):
    # one process answers all at once: everything taken is done before more may be taken
    monkeypatch.setattr(processes, "AHEAD", 1)
    monkeypatch.setattr(processes, "CHUNK", 1)
    for _ in range(3):
        assert run(double, 60, 2) == [2 * number for number in range(60)]


def test_an_item_that_kills_its_process_twice_is_given_up_alone():
    bad = (0, 20, 40)
    found = run(partial(die_at, bad=bad), 60)
    assert found == [f"{n}: a process that died (exit status 7)" if n in bad else n for n in range(60)]


def test_an_item_is_tried_again_in_another_process(tmp_path):
    assert run(partial(die_once, folder=str(tmp_path)), 40) == list(range(40))


def test_a_process_that_falls_silent_is_replaced():
    found = run(partial(hang_at, bad=3), 20, patience=1.5)
    assert found == [f"{n}: no answer within 1.5 seconds" if n == 3 else n for n in range(20)]


def test_what_the_work_raises_ends_the_run():
    with pytest.raises(ValueError, match="bad number"):
        run(partial(fail_at, bad=30), 60)


def test_the_stream_is_not_taken_in_far_ahead():
    taken = 0

    def numbers():
        nonlocal taken
        for number in range(100_000):
            taken += 1
            yield number

    found = processes.run(double, numbers(), 2, lost)
    assert next(found) == 0
    assert taken <= 2 * processes.AHEAD * processes.CHUNK + processes.CHUNK
    found.close()


def test_processes_end_with_the_run():
    crew = processes._Crew(double, 2, lost, 60)
    results = crew.results(enumerate(range(1000)))
    assert next(results) == 0
    alive = [worker.process for worker in crew.workers]
    assert alive
    crew.dismiss()
    assert not any(process.is_alive() for process in alive)


def test_processes_that_cannot_start_are_told(monkeypatch):
    monkeypatch.setattr(processes, "_serve", os._exit)
    with pytest.raises(SourceError, match="expected one to run"):
        list(processes.run(double, range(3), 2, lost))
