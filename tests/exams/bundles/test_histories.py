"""Days of a branch, generated: HR accepts the honest ones as they were graded, and finds what is forged in them."""

from random import Random

import pytest

from exams.bundles.retold import disagreements, retell
from exams.bundles.story import gathered
from exams.bundles.truth import FormBook
from exams.journal.line import Record, read_line
from exams.packs.manifest import Grading
from tests.exams.bundles.forgeries import FORGERIES, missed
from tests.exams.bundles.histories import faults, tell

MODES = tuple(Grading)


@pytest.fixture(scope="module", params=range(20))
def history(request, branches, tmp_path_factory):
    mode = MODES[request.param % 3]
    told = tell(branches(mode), mode, tmp_path_factory.mktemp("day"), request.param)
    yield told
    told.pc.close()


def test_an_honest_day_is_accepted_and_what_is_forged_in_it_is_found(history):
    assert faults(history) == []
    assert history.verdicts[-1].whole
    made, undetected = missed(history, Random(len(history.pc.events())))
    assert undetected == []
    assert made > 8


def test_a_day_in_parts_and_in_one_give_the_same_verdicts(history):
    whole = history.room.fresh().verify(history.bundle())
    latest = {one.id: one for verdict in history.verdicts for one in verdict.sittings}
    assert {one.id: (one.result, one.accepted) for one in whole.sittings} == {
        att: (one.result, one.accepted) for att, one in latest.items()
    }


@pytest.mark.feature("e9")
def test_each_sitting_of_the_day_is_replayed_step_by_step_to_the_state_that_was_graded(history):
    form = history.room.pack.forms["A"]
    book = FormBook(history.room.pack.blueprints["final"], form)
    lines = gathered(Record(read_line(raw), raw, body) for raw, body in history.bundle().rows)
    judged = {one.id: one for verdict in history.verdicts for one in verdict.sittings}
    for att, one in judged.items():
        told = retell(lines[att])
        assert told.last == one.sitting
        assert list(disagreements(told, book, one.result)) == []


def test_every_forgery_can_be_made_of_some_day(branches, tmp_path):
    found = set()
    for seed in range(1, 40):
        mode = MODES[seed % 2]
        history = tell(branches(mode), mode, tmp_path / f"{seed}", seed)
        for forgery in FORGERIES:
            if forgery[0] not in found and missed(history, Random(seed), (forgery,))[0]:
                found.add(forgery[0])
        history.pc.close()
        if len(found) == len(FORGERIES):
            break
    assert {forge.__name__ for forge, _ in FORGERIES} == {forge.__name__ for forge in found}
