"""The short form of HR's bad day, and proof that it would notice."""

import pytest

from exams.desk.hr_collect import Collected
from exams.register.outcome import Status
from tests.attacks.collected import SHORT, faults, run


@pytest.fixture(scope="module")
def trials():
    return run(SHORT, 7, lambda _: None)


@pytest.mark.feature("g2")
def test_cut_files_are_refused_by_name_and_the_others_are_in(trials):
    assert (trials[0].tried, trials[0].broken) == (SHORT.bundles, 0)
    assert f"E_FORMAT {SHORT.cut}" in trials[0].details


@pytest.mark.feature("g3")
def test_a_second_run_and_killed_runs_end_alike(trials):
    assert [(one.tried, one.broken) for one in trials[1:]] == [(SHORT.bundles, 0), (SHORT.kills, 0)]


def test_a_file_that_fared_otherwise_is_noticed():
    taken, refused = Collected("a", Status.ACCEPTED), Collected("b", Status.REFUSED, "E_FORMAT")
    assert faults([taken, refused], {"b"}) == []
    assert len(faults([taken, refused], {"a"})) == 2
    assert len(faults([Collected("b", Status.REFUSED)], {"b"})) == 1
