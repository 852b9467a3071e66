"""The real app recorded while it sits eight questions, and every crash of its disk; both controls must be noticed."""

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.attacks.forty import shared_forty
from tests.attacks.marks import Committed
from tests.attacks.recording import record
from tests.attacks.replay import Outcome, replay
from tests.attacks.trace import Sync
from tests.attacks.trial import Trial
from tests.attacks.variants import DELETE, NORMAL, SHIPPED

pytestmark = pytest.mark.tool("strace")


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """Recordings by the way in which the database was opened, each made once."""
    folder = tmp_path_factory.mktemp("replay")
    assets, made = shared_forty(), {}

    def get(variant):
        if variant not in made:
            made[variant] = record(folder / variant, assets, variant, seed=1, items=8)
        return made[variant]

    return get


LOST = "an acknowledged line is lost"


def judged(recording, tmp_path, draws=0, *, by_the_app=False, until=""):
    return replay(recording, Outcome(recording.variant), tmp_path, draws, by_the_app=by_the_app, until=until)


@pytest.mark.feature("b3", "b4")
@pytest.mark.slow
def test_no_crash_of_the_disk_loses_an_answer_that_was_shown_as_saved(recorded, tmp_path):
    outcome = judged(recorded(SHIPPED), tmp_path, draws=2, by_the_app=True)
    assert outcome.violations == {}
    assert outcome.states > 200
    assert outcome.answers >= 8


@pytest.mark.parametrize("variant", [NORMAL, DELETE])
@pytest.mark.slow
def test_a_way_that_loses_answers_is_noticed(recorded, tmp_path, variant):
    assert judged(recorded(variant), tmp_path, until=LOST).violations[LOST] == 1


@pytest.mark.slow
def test_an_app_that_promises_before_the_flush_would_be_noticed(recorded, tmp_path):
    """The very same calls, had each commit returned before its flush."""
    steps = list(recorded(SHIPPED).steps)
    for number, (flush, promise) in enumerate(pairwise(recorded(SHIPPED).steps)):
        if isinstance(flush, Sync) and isinstance(promise, Committed):
            steps[number : number + 2] = [promise, flush]
    hasty = replace(recorded(SHIPPED), steps=tuple(steps))
    assert judged(hasty, tmp_path, until=LOST).violations[LOST] == 1


def test_a_row_of_the_table_fails_where_a_promise_is_broken_or_a_control_is_not_noticed():
    assert Trial("a", 5, "states").passed
    assert not Trial("a", 5, "states", broken=1).passed
    assert not Trial("a", 0, "states").passed
    assert Trial("a", 5, "states", broken=1, control=True).passed
    assert not Trial("a", 5, "states", control=True).passed
