"""Slow work comes back on the main thread, in order; refusals and bugs go their own ways."""

import threading

import pytest

from desktop.background.manual import ManualJobs
from desktop.background.qt_jobs import QtJobs
from exams.errors import AcademyError


class Refused(AcademyError):
    code = "E_REFUSED"


@pytest.fixture
def jobs(qapp):
    made = QtJobs()
    yield made
    made.close()


def refuse():
    raise Refused(n=1)


def fall_over():
    raise KeyError("bug")


def test_results_come_back_in_order_on_the_main_thread(qtbot, jobs):
    told = []
    for n in range(5):
        jobs.run(
            lambda n=n: (n, threading.current_thread()),
            lambda got: told.append((got, threading.current_thread())),
            told.append,
        )
    qtbot.waitUntil(lambda: len(told) == 5)
    assert [got[0] for got, _ in told] == [0, 1, 2, 3, 4]
    assert all(thread is threading.main_thread() for _, thread in told)
    assert all(got[1] is not threading.main_thread() for got, _ in told)


def test_a_refusal_is_told_with_its_facts(qtbot, jobs):
    told = []
    jobs.run(refuse, told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].code == "E_REFUSED"
    assert told[0].facts == {"n": 1}


def test_a_bug_reaches_the_crash_report_and_not_the_screen(qtbot, jobs):
    told = []
    with qtbot.captureExceptions() as caught:
        jobs.run(fall_over, told.append, told.append)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is KeyError
    assert not told


def test_jobs_that_were_begun_are_finished_before_the_end(qapp):
    jobs, done = QtJobs(), []
    jobs.run(lambda: done.append(1), lambda _: None, lambda _: None)
    jobs.close()
    assert done == [1]


def test_manual_jobs_wait_until_they_are_told():
    jobs, told = ManualJobs(), []
    jobs.run(lambda: 7, told.append, told.append)
    jobs.run(refuse, told.append, lambda error: told.append(error.code))
    assert jobs.waiting == 2
    assert not told
    jobs.finish_all()
    assert told == [7, "E_REFUSED"]


def test_a_bug_in_a_manual_job_is_not_hidden():
    jobs = ManualJobs()
    jobs.run(fall_over, lambda _: None, lambda _: None)
    with pytest.raises(KeyError):
        jobs.finish_all()
