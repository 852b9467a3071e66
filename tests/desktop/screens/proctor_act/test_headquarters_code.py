"""Headquarters' code in the proctor's forms: slips told at once, work beside the window, nothing lost on the way."""

from dataclasses import replace

import pytest

from desktop.background.manual import ManualJobs
from desktop.screens.proctor_act.presenter import Exits, ProctorActPresenter
from desktop.screens.proctor_act.state import Field
from desktop.screens.proctor_act.task import session_task
from desktop.screens.proctor_act.view import ProctorActView
from desktop.words.overrides import Act
from exams.desk.errors import OutsideWindow
from exams.packs.errors import CodeTypo, CodeWrong
from tests.desktop.screens.proctor_act.test_proctor_act_presenter import Page
from tests.desktop.screens.staff_desks import HOUR, NOON, PLAN, SESSION, RoomDesk, a_line
from tests.drivers.looks import cut_off, nameless, unreachable
from tests.drivers.proctor_act import ProctorActDriver

CODE = "7KQ2M-X9D4T-C"
NEXT = replace(PLAN, session="SDEM00003", not_before_wt=NOON + 20 * HOUR, not_after_wt=NOON + 24 * HOUR)
OVER = replace(PLAN, session="SDEM00001", not_before_wt=NOON - 9 * HOUR, not_after_wt=NOON - 5 * HOUR)


class SealedDesk(RoomDesk):
    """A desk whose exam is sealed; keeps what it was asked for."""

    def __init__(self, *plans):
        super().__init__(sessions=())
        self.needs_code, self.plans, self.asked, self.refusal_of_code = True, plans, [], None

    def open_session(self, title, blueprint="final", *, session="", code=""):
        return self._ask(title, session, code) or (SESSION, "ABCDE-FGHJK-M")

    def grade_session(self, session, code):
        return self._ask(session, code) or ()

    def unseal(self, session, code):
        self._ask("again", session, code)

    def _ask(self, *what):
        if self.refusal_of_code:
            raise self.refusal_of_code
        self.asked.append(what)


class Form:
    """One form with its jobs."""

    def __init__(self, desk, act=Act.OPEN, codes=None, lines=()):
        self.desk, self.page, self.jobs, self.left = desk, Page(), ManualJobs(), []
        task = session_task(desk, act, "S1", lines, codes)
        exits = Exits(self.left.append, lambda: self.left.append("back"))
        self.presenter = ProctorActPresenter(task, exits, self.jobs)
        self.presenter.attach(self.page)
        self.presenter.show()

    @property
    def state(self):
        return self.page.state

    def fill(self, code=CODE, title="二号考场"):
        self.presenter.type("title", title)
        self.presenter.type("code", code)
        self.presenter.confirm()


@pytest.fixture
def form():
    return Form(SealedDesk(OVER, PLAN, NEXT))


def test_the_session_whose_time_it_is_is_chosen_already(form):
    assert form.state.fields == (Field.SESSION, Field.TITLE, Field.CODE)
    assert form.state.draft.session == PLAN.session
    assert Form(SealedDesk(OVER)).state.draft.session == OVER.session


@pytest.mark.feature("d6")
def test_the_code_goes_to_the_desk_as_it_was_typed_with_the_session_that_was_chosen(form):
    form.presenter.choose_session(NEXT.session)
    form.fill(CODE.lower())
    assert (form.desk.asked, form.jobs.waiting) == ([], 1)
    form.jobs.finish_all()
    assert form.desk.asked == [("二号考场", NEXT.session, CODE.lower())]
    assert form.left == [(SESSION, "ABCDE-FGHJK-M")]


@pytest.mark.parametrize("slip", ["7KQ2M", CODE[:-1] + ("0" if CODE[-1] != "0" else "1"), CODE + CODE, "!"])
def test_a_slip_of_the_fingers_is_told_at_once_and_no_code_is_tried(form, slip):
    form.fill(slip)
    assert form.jobs.waiting == 0
    assert form.state.faults[Field.CODE].startswith("This is no code from headquarters")
    assert (form.state.focus, form.state.busy) == (Field.CODE, False)


def test_an_empty_code_is_asked_for(form):
    form.fill("  ")
    assert form.state.faults == {Field.CODE: "Type the code from headquarters."}


def test_while_it_is_opened_the_form_says_so_and_is_not_left_and_not_asked_twice(form):
    form.fill()
    assert (form.state.busy, form.presenter.busy) == (True, True)
    assert form.state.waiting == "Opening the exam papers. This takes 1 to 3 seconds."
    form.presenter.back()
    form.presenter.confirm()
    assert (form.left, form.jobs.waiting) == ([], 1)
    form.jobs.finish_all()
    assert len(form.left) == 1


@pytest.mark.parametrize(
    ("refusal", "field", "said"),
    [
        (CodeWrong(session="S1"), Field.CODE, "This code does not open this session."),
        (CodeTypo(), Field.CODE, "This is no code from headquarters"),
        (OutsideWindow(reason="early", not_before_wt=NOON, not_after_wt=NOON), Field.SESSION, "It is too early: "),
        (OutsideWindow(reason="late", not_before_wt=NOON, not_after_wt=NOON), Field.SESSION, "It is too late: "),
    ],
)
def test_what_the_desk_refuses_is_told_at_its_field_and_may_be_mended(form, refusal, field, said):
    form.desk.refusal_of_code = refusal
    form.fill()
    form.jobs.finish_all()
    assert form.state.faults[field].startswith(said)
    assert (form.state.busy, form.state.draft.code) == (False, CODE)
    form.desk.refusal_of_code = None
    form.presenter.confirm()
    form.jobs.finish_all()
    assert len(form.left) == 1


def test_a_window_is_told_with_its_times(form):
    form.desk.refusal_of_code = OutsideWindow(reason="early", not_before_wt=NOON, not_after_wt=NOON + HOUR)
    form.fill()
    form.jobs.finish_all()
    assert "may begin on 25 Nov 2026" in form.state.faults[Field.SESSION]


def test_a_code_never_shows_in_a_log(form):
    form.fill()
    assert CODE not in repr(form.state)


def test_in_a_demonstration_the_hint_is_the_code_of_the_session_that_is_chosen():
    form = Form(SealedDesk(PLAN, NEXT), codes={PLAN.session: "7KQ2M-X9D4T-H"})
    assert form.state.code_hint == "Demonstration: headquarters would tell you 7KQ2M-X9D4T-H"
    form.presenter.choose_session(NEXT.session)
    assert "7KQ2M" not in form.state.code_hint


def test_without_a_planned_session_the_form_says_where_one_comes_from():
    form = Form(SealedDesk())
    assert form.state.fields == ()
    assert form.state.blocked.startswith("Headquarters has planned no further session for this branch.")


@pytest.mark.feature("d6")
def test_the_grading_code_is_asked_for_with_the_anchor_to_read_out():
    handed_in = a_line("s1", state="submitted")
    form = Form(SealedDesk(), Act.GRADE, lines=(handed_in, a_line("s2", state="graded")))
    assert form.state.fields == (Field.CODE,)
    facts = {fact.name: fact.value for fact in form.state.facts}
    assert facts == {"Release anchor": "7KQ2M-X9D4T-H", "Session": "S1", "王小雨": "Handed in"}
    form.presenter.type("code", CODE)
    form.presenter.confirm()
    assert form.state.waiting.startswith("Opening the answer keys")
    form.jobs.finish_all()
    assert form.desk.asked == [("S1", CODE)]


@pytest.mark.feature("d6")
def test_a_session_whose_key_is_lost_takes_its_code_again_and_nothing_else():
    form = Form(SealedDesk(), Act.UNSEAL, codes={"S1": CODE})
    assert form.state.fields == (Field.CODE,)
    assert {fact.name: fact.value for fact in form.state.facts} == {"Session": "S1"}
    assert CODE in form.state.code_hint
    form.presenter.type("code", CODE)
    form.presenter.confirm()
    assert form.state.waiting.startswith("Opening the exam papers")
    form.jobs.finish_all()
    assert form.desk.asked == [("again", "S1", CODE)]
    assert form.left == [None]


def test_a_form_that_is_gone_is_not_drawn_on(form):
    form.fill()
    drawn = len(form.page.states)
    form.presenter.detach(form.page)
    form.jobs.finish_all()
    assert len(form.page.states) == drawn


def the_form(desk, act, *, busy=False, wrong=False):
    lines = tuple(a_line(f"s{n}", name="欧阳文静", state="submitted") for n in range(3))
    task = session_task(desk, act, "S1", lines, {PLAN.session: "7KQ2M-X9D4T-H"})
    jobs = ManualJobs()
    presenter = ProctorActPresenter(task, Exits(lambda _: None, lambda: None), jobs)
    view = ProctorActView(act, tuple((plan.session, plan.session) for plan in task.plans))
    view.session_chosen.connect(presenter.choose_session)
    presenter.attach(view)
    presenter.type("title", "二号考场")
    presenter.type("code", CODE if busy else "7KQ2M")
    presenter.show()
    if busy or wrong:
        presenter.confirm()
    view.kept = presenter, jobs
    return view


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize(
    ("act", "how"),
    [
        (Act.OPEN, {"busy": True}),
        (Act.OPEN, {"wrong": True}),
        (Act.GRADE, {"busy": True}),
        (Act.UNSEAL, {"wrong": True}),
    ],
)
def test_nothing_is_cut_off_nameless_or_out_of_reach(dressed, act, how, zoom, code):
    view = dressed(lambda: the_form(SealedDesk(PLAN, NEXT), act, **how), code, zoom)
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)


def test_while_it_is_opened_nothing_can_be_pressed_and_the_bar_moves(dressed, qtbot):
    view = dressed(lambda: the_form(SealedDesk(PLAN, NEXT), Act.OPEN, busy=True), "en")
    driver = ProctorActDriver(qtbot, view)
    assert driver.has("act_progress")
    assert driver.sees("Opening the exam papers.")
    assert not driver.can_press("back")
    view.kept[1].finish_all()


@pytest.mark.parametrize("zoom", [100, 200])
def test_when_it_is_begun_the_bar_comes_into_sight_and_after_a_refusal_the_cursor_is_back(dressed, qtbot, zoom):
    desk = SealedDesk(PLAN, NEXT)
    desk.refusal_of_code = CodeWrong(session="S1")
    view = dressed(lambda: the_form(desk, Act.OPEN), "en", zoom)
    driver = ProctorActDriver(qtbot, view)
    presenter, jobs = view.kept
    presenter.type("code", CODE)
    presenter.confirm()
    qtbot.waitUntil(lambda: driver.in_sight("act_progress"))
    assert view.hasFocus()
    jobs.finish_all()
    assert driver.here == "code"


def test_without_a_planned_session_there_is_only_the_way_back(dressed, qtbot):
    driver = ProctorActDriver(qtbot, dressed(lambda: the_form(SealedDesk(), Act.OPEN), "en"))
    assert driver.fault.startswith("Headquarters has planned no further session")
    assert not driver.has("confirm")
    assert driver.here == "back"
