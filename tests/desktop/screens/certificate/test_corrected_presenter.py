"""The page of a certificate in whose place HR issued another."""

from dataclasses import replace

import pytest

from certificates import Status
from desktop.widgets.values import FaceKind, Tone
from tests.desktop.screens.certificate.page_desk import FACTS, ISSUED, Desk

LATER = replace(ISSUED, number="HR-2026-000001-A", facts=replace(FACTS, number="HR-2026-000001-A", score=95))


@pytest.fixture
def corrected():
    """The page of the branch's number, after HR issued another in its place."""
    desk = Desk()
    desk.shelf.later = (LATER,)
    desk.jobs.finish_all()
    return desk


def facts_of(desk):
    return {fact.name: fact.value for fact in desk.page.state.facts}


@pytest.mark.feature("e6")
def test_the_branchs_number_opens_what_hr_issued_in_its_place_and_that_is_saved(corrected):
    state = corrected.page.state
    assert (state.number, facts_of(corrected)["In the place of"]) == (LATER.number, ISSUED.number)
    assert facts_of(corrected)["Score"] == "95%, to pass 80%"
    corrected.presenter.save()
    corrected.jobs.finish_all()
    assert (corrected.asked, corrected.shelf.saved) == (
        [f"{LATER.number}.pdf"],
        [(LATER.number, corrected.place)],
    )


def test_the_replaced_one_is_shown_on_asking_and_the_one_that_counts_again(corrected):
    assert corrected.page.state.other == "Show the replaced one"
    corrected.shelf.standing = (Status.SUPERSEDED, LATER.number)
    corrected.presenter.show_other()
    assert corrected.page.state.face.kind is FaceKind.LOADING
    corrected.jobs.finish_all()
    state = corrected.page.state
    assert (state.number, state.standing[0], state.other) == (ISSUED.number, "replaced", "Show the one that counts")
    assert (facts_of(corrected)["Replaced by"], state.notice) == (LATER.number, None)
    corrected.presenter.show_other()
    corrected.jobs.finish_all()
    assert corrected.page.state.number == LATER.number


def test_where_there_is_no_other_nothing_is_offered():
    desk = Desk()
    desk.jobs.finish_all()
    assert desk.page.state.other == ""
    desk.presenter.show_other()
    assert desk.page.state.ready


def test_while_a_picture_is_drawn_anew_the_other_one_waits(corrected):
    corrected.presenter.sharpen(3_000)
    corrected.presenter.show_other()
    assert corrected.page.state.number == LATER.number


def test_one_that_has_not_reached_this_pc_yet_is_told_with_where_it_lies():
    desk = Desk()
    desk.shelf.standing = (Status.SUPERSEDED, LATER.number)
    desk.jobs.finish_all()
    assert desk.page.state.notice.tone is Tone.WARN
    assert f"{LATER.number}.pdf" in desk.page.state.notice.detail
