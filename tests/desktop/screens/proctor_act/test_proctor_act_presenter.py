"""An override is asked for with a reason, refused in place, and done once."""

import pytest

from desktop.screens.proctor_act.presenter import Exits, ProctorActPresenter
from desktop.screens.proctor_act.state import Field
from desktop.screens.proctor_act.task import Minutes, Task
from desktop.words.overrides import Act
from exams.accounts.errors import BadStaffId
from exams.desk.errors import CannotReopen, ExtraTimeAboveCap, NoReason, NothingLost, SessionBusy

FROM_1_TO_30 = Minutes(1, 30, 5)


class Page:
    def __init__(self):
        self.states = []

    def show_state(self, state):
        self.states.append(state)

    @property
    def state(self):
        return self.states[-1]


class Asked:
    """Stands in for the desk: keeps what it was asked, and refuses where it is told to."""

    def __init__(self):
        self.refusal, self.done, self.left = None, [], []

    def do(self, draft, minutes):
        if self.refusal:
            raise self.refusal
        self.done.append((draft.reason, minutes))
        return "given"

    def exits(self):
        return Exits(self.left.append, lambda: self.left.append("back"))


@pytest.fixture
def asked():
    return Asked()


def opened(asked, act=Act.EXTEND, minutes=FROM_1_TO_30, **more):
    presenter, page = ProctorActPresenter(Task(act, asked.do, "王小雨", minutes, **more), asked.exits()), Page()
    presenter.attach(page)
    presenter.show()
    return presenter, page


def test_the_form_says_what_will_happen_and_to_whom(asked):
    _, page = opened(asked)
    assert page.state.whom == "王小雨"
    assert page.state.says == "The exam ends later by these minutes; nobody else's does."
    assert page.state.minutes_hint == "From 1 to 30"
    assert page.state.draft.minutes == "5"


def test_without_a_reason_nothing_is_asked_of_the_desk(asked):
    presenter, page = opened(asked)
    presenter.type("reason", "   ")
    presenter.confirm()
    assert asked.done == []
    assert page.state.faults == {Field.REASON: "Say why: it goes into the journal with your name."}
    assert page.state.focus is Field.REASON


@pytest.mark.parametrize("typed", ["", "0", "31", "-5", "5.5", "five", "1000"])
def test_minutes_beyond_the_rule_are_said_at_their_field(asked, typed):
    presenter, page = opened(asked)
    presenter.type("minutes", typed)
    presenter.type("reason", "lorry")
    presenter.confirm()
    assert asked.done == []
    assert page.state.faults == {Field.MINUTES: "Type whole minutes from 1 to 30."}


def test_when_nothing_is_left_to_add_the_form_says_so(asked):
    presenter, page = opened(asked, minutes=Minutes(1, 0, 0))
    presenter.type("reason", "lorry")
    presenter.confirm()
    assert page.state.faults == {Field.MINUTES: "No minute can be added any more."}


def test_a_ready_reason_is_one_press_and_can_be_added_to(asked):
    presenter, page = opened(asked)
    presenter.take_reason(page.state.reasons[0])
    assert page.state.draft.reason == "A fault of the equipment cost time"
    presenter.type("reason", "A fault of the equipment cost time: screen")
    presenter.confirm()
    assert asked.done == [("A fault of the equipment cost time: screen", 5)]
    assert asked.left == ["given"]


@pytest.mark.parametrize(
    ("refusal", "field"),
    [
        (NoReason(most=200), Field.REASON),
        (ExtraTimeAboveCap(most_minutes=3), Field.MINUTES),
        (NothingLost(sitting="s1"), Field.MINUTES),
    ],
)
def test_what_the_desk_refuses_is_said_at_its_field_and_stays_typed(asked, refusal, field):
    presenter, page = opened(asked)
    presenter.type("reason", "lorry")
    asked.refusal = refusal
    presenter.confirm()
    assert list(page.state.faults) == [field]
    assert page.state.fault == ""
    assert page.state.draft.reason == "lorry"
    assert (page.state.busy, asked.left) == (False, [])


@pytest.mark.parametrize("refusal", [CannotReopen(sitting="s1"), SessionBusy(sittings=2), BadStaffId(staff_id="X")])
def test_what_belongs_to_no_field_stands_over_the_form(asked, refusal):
    presenter, page = opened(asked)
    presenter.type("reason", "lorry")
    asked.refusal = refusal
    presenter.confirm()
    assert page.state.faults == {}
    assert page.state.fault
    asked.refusal = None
    presenter.confirm()
    assert (asked.done, asked.left) == ([("lorry", 5)], ["given"])


def test_typing_takes_the_fault_back(asked):
    presenter, page = opened(asked)
    presenter.confirm()
    presenter.type("reason", "lorry")
    presenter.show()
    assert page.state.faults == {}


def test_leaving_changes_nothing(asked):
    presenter, _ = opened(asked)
    presenter.type("reason", "lorry")
    presenter.back()
    assert (asked.done, asked.left) == ([], ["back"])


def test_an_act_has_only_the_fields_it_needs(asked):
    _, page = opened(asked, Act.EXTRA, Minutes(0, 60), for_person=True)
    assert page.state.fields == (Field.STAFF_ID, Field.MINUTES, Field.REASON)
    _, page = opened(asked, Act.OPEN, None, titled=True, reasoned=False)
    assert page.state.fields == (Field.TITLE,)
    _, page = opened(asked, Act.CLOSE, None, reasoned=False)
    assert page.state.fields == ()


@pytest.mark.parametrize("act", list(Act))
def test_every_act_says_what_it_does(asked, act):
    _, page = opened(asked, act)
    assert page.state.says.endswith(".")


def test_empty_fields_are_named_before_the_desk_is_asked(asked):
    presenter, page = opened(asked, Act.EXTRA, Minutes(0, 60), for_person=True)
    presenter.confirm()
    assert list(page.state.faults) == [Field.STAFF_ID, Field.MINUTES, Field.REASON]
    presenter, page = opened(asked, Act.OPEN, None, titled=True, reasoned=False)
    presenter.confirm()
    assert page.state.faults == {Field.TITLE: "Give the session a name, as people call the room."}
