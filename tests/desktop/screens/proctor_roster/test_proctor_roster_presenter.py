"""What the roster means for the proctor: who is found, what is refused, when a code stands there."""

from dataclasses import replace

import pytest

from desktop.screens.proctor_roster.presenter import Exits, ProctorRosterPresenter, standing_of
from exams import RoomRules, RosterLine
from exams.desk.errors import NotChecked
from exams.interop.errors import RosterRefused

NOON = 1_795_579_200_000
LINES = (RosterLine("T1001", "王小雨", seat="A1"), RosterLine("T1002", "陈志远", seat="A2", local=True, known=False))


class Desk:
    """A desk that keeps its roster in memory."""

    def __init__(self, rules=None):
        self.lines, self.told, self.shown = list(LINES), rules or RoomRules(start_code=True), 0

    def rules(self, _session):
        return self.told

    def roster(self, _session, query=""):
        return tuple(line for line in self.lines if query in line.name or query in line.staff_id)

    def check_in(self, _session, staff_id, seen):
        if not seen.id_checked:
            raise NotChecked(staff_id=staff_id)
        place = next(at for at, line in enumerate(self.lines) if line.staff_id == staff_id)
        self.lines[place] = replace(self.lines[place], checked_wt=NOON, seat=seen.seat, note=seen.note)
        return self.lines[place]

    def start_code(self, _session, _staff_id):
        self.shown += 1
        return "7KQ2M-X9D4T", NOON + 600_000

    def take_roster(self, _session, _path):
        raise RosterRefused(reason="twice", row=4)


class Page:
    def show_state(self, state):
        self.state = state


def opened(desk=None, **ways):
    went, nowhere = [], lambda *_: None
    exits = dict.fromkeys(("pin", "paper", "register", "file", "taken", "room"), nowhere)
    desk = desk or Desk()
    presenter, page = ProctorRosterPresenter(desk, "S1", "一号考场", Exits(**{**exits, **ways})), Page()
    presenter.attach(page)
    presenter.show()
    return presenter, page, desk, went


def test_everybody_is_listed_and_nobody_is_chosen():
    _, page, _, _ = opened()
    state = page.state
    assert (state.rows, state.total, state.checked, state.local, state.person) == (LINES, 2, 0, 1, None)


def test_a_search_that_finds_one_person_chooses_them_with_their_seat():
    presenter, page, _, _ = opened()
    presenter.search("志远")
    assert (page.state.person, page.state.draft.seat) == (LINES[1], "A2")


def test_enter_in_the_search_chooses_the_first_who_was_found():
    presenter, page, _, _ = opened()
    presenter.choose_first()
    assert page.state.chosen == "T1001"


def test_without_a_look_at_the_id_nobody_is_checked_in_and_it_is_said():
    presenter, page, desk, _ = opened()
    presenter.choose(LINES[0])
    presenter.check_in()
    assert "ID" in page.state.fault
    assert (desk.shown, page.state.checked, page.state.code) == (0, 0, "")


def test_checking_in_shows_the_code_at_once_and_another_person_takes_it_away():
    presenter, page, desk, _ = opened()
    presenter.choose(LINES[0])
    presenter.type("id_checked", True)
    presenter.type("seat", "B7")
    presenter.check_in()
    assert (page.state.code, page.state.checked, desk.lines[0].seat) == ("7KQ2M-X9D4T", 1, "B7")
    presenter.choose(LINES[1])
    assert page.state.code == ""


def test_where_no_code_is_asked_for_none_is_made():
    presenter, page, desk, _ = opened(Desk(RoomRules()))
    presenter.choose(LINES[0])
    presenter.type("id_checked", True)
    presenter.check_in()
    assert (page.state.checked, desk.shown, page.state.code, page.state.rules) == (1, 0, "", ())


def test_the_rules_of_headquarters_stand_on_the_page():
    _, page, _, _ = opened(Desk(RoomRules(True, NOON, 1_800_000)))
    assert [fact.name for fact in page.state.rules] == ["To begin", "Nobody begins after", "Nobody hands in before"]
    assert page.state.rules[2].value == "30 minutes of exam time"


def test_a_roster_that_is_refused_says_which_row():
    presenter, page, _, _ = opened(file=lambda taken: taken("roster.csv"))
    presenter.take_roster()
    assert "row 4" in page.state.fault
    assert page.state.total == 2


def test_once_the_view_is_gone_the_code_is_gone_too():
    presenter, page, _, _ = opened()
    presenter.choose(LINES[0])
    presenter.type("id_checked", True)
    presenter.check_in()
    presenter.detach(page)
    presenter.attach(page)
    presenter.show()
    assert page.state.code == ""


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "Expected"),
        ({"checked_wt": NOON}, "Here since"),
        ({"checked_wt": NOON, "state": "open"}, "Sits"),
        ({"checked_wt": NOON, "state": "graded"}, "Handed in"),
        ({"state": "void"}, "Void"),
    ],
)
def test_where_a_person_stands(changes, told):
    assert standing_of(replace(LINES[0], **changes)).startswith(told)
