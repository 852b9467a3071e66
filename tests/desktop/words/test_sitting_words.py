"""What the staff's lists say of a sitting and a person."""

import pytest

from desktop.words.sittings import certificate_text, progress_text, result_text, role_text, state_text
from exams import Role
from exams.sittings.sitting import State
from tests.desktop.screens.staff_desks import a_line, graded


@pytest.mark.parametrize("state", State)
def test_every_state_has_a_word_of_its_own(state):
    assert state_text(a_line(state=state.value)) not in ("", state.value)


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_word(role):
    assert role_text(role)


def test_a_result_is_score_and_verdict_and_a_dash_before():
    assert result_text(graded()) == "92% · Passed"
    assert result_text(graded(passed=False)) == "61% · Not passed"
    assert result_text(a_line()) == "–"


def test_progress_and_certificate_are_told_in_short():
    assert progress_text(a_line(answered=3)) == "3 / 27"
    assert certificate_text(graded()) == "DEMO-01-2026-000001-X"
    assert certificate_text(a_line()) == "–"
