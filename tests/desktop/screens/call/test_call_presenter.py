"""Playing a call: the disk first, then the caller; the clock; what is asked before something is lost."""

import pytest

from desktop.screens.call.presenter import BEAT, CallPresenter, Exits
from desktop.widgets.values import SaveState
from exams import AcademyError
from exams.bundles.study_rules import StudyRules
from exams.store.call_rows import calls_of
from exams.store.errors import DiskFull
from tests.desktop.screens.my_training.study_desk import chinese
from tests.exams.desk.branch_pc import XIAOYU


class Screen:
    def __init__(self):
        self.state, self.seconds = None, None

    def show_state(self, state):
        self.state = state

    def show_seconds(self, seconds):
        self.seconds = seconds


class Table:
    """A presenter with a screen that remembers, and a person who says yes to every question."""

    def __init__(self, branch, scenario="s01"):
        self.branch, self.led, self.asked = branch, [], []
        exits = Exits(
            ended=lambda play: self.led.append(("ended", play)),
            again=lambda one: self.led.append(("again", one)),
            ask=self._ask,
            failed=self.led.append,
        )
        self.play = branch.calls.open(scenario)
        self.presenter, self.screen = CallPresenter(branch.calls, self.play, exits), Screen()
        self.presenter.attach(self.screen)
        self.presenter.show()

    @property
    def state(self):
        return self.screen.state

    def row(self):
        (row,) = calls_of(self.branch.db, XIAOYU.staff_id)
        return row

    def _ask(self, question, confirmed):
        self.asked.append(question.title)
        confirmed()


@pytest.fixture
def table(branch):
    return Table(branch)


def test_a_call_opens_with_the_callers_first_line_and_what_may_be_said(table):
    state = table.state
    assert [(one.from_caller, one.text, one.mood) for one in state.bubbles] == [(True, "Just my balance.", 3)]
    assert [(one.key, one.id) for one in state.replies] == [(1, "open-1"), (2, "open-2"), (3, "open-3")]
    assert (state.saved, state.over, state.target) == (SaveState.IDLE, False, 100)


@pytest.mark.feature("a8")
def test_a_reply_is_on_the_disk_when_the_caller_answers(table):
    table.presenter.choose("open-2")
    assert table.row().replies == ("open-2",)
    assert [one.text for one in table.state.bubbles][-2:] == ["So many rules.", "Go on then."]
    assert (table.state.mood, table.state.saved) == (4, SaveState.SAVED)


@pytest.mark.feature("a9")
def test_phrases_are_ticked_and_hidden_facts_come_out_by_asking(table):
    assert [one.said for one in table.state.phrases] == [False]
    assert table.state.phrases[0].hint == "within the first 30 s"
    table.presenter.choose("open-1")
    assert [one.said for one in table.state.phrases] == [True]
    assert (table.state.found, table.state.hidden) == ((), 1)
    table.presenter.choose("ask-2")
    assert table.state.found == ("It is the daughter who wants to know.",)


def test_a_phrase_whose_time_is_over_says_so(table):
    table.presenter.choose("open-3")
    assert table.state.phrases[0].late


@pytest.mark.feature("a9")
def test_the_note_is_filled_while_the_caller_speaks_and_kept(table):
    table.presenter.fill("cause", "other")
    assert (table.row().note, table.state.note[0].value) == ({"cause": "other"}, "other")
    assert table.state.saved is SaveState.SAVED


def test_a_caller_who_hangs_up_leaves_only_the_note(table):
    for one in ("open-2", "ask-1"):
        table.presenter.choose(one)
    assert (table.state.over, table.state.hung_up, table.state.replies) == (True, True, ())
    table.presenter.choose("tell-1")
    assert table.row().replies == ("open-2", "ask-1")


def test_the_clock_shows_what_has_gone_and_is_written_down_on_the_way(table):
    for _ in range(BEAT):
        table.branch.clock.forward(1_000)
        table.presenter.tick()
    assert table.screen.seconds == BEAT
    assert table.row().handling.ms == BEAT * 1_000


def test_a_pause_puts_the_call_away_and_stops_the_clock(table):
    table.presenter.pause()
    assert table.state.paused
    table.branch.clock.forward(60_000)
    table.presenter.tick()
    table.presenter.choose("open-1")
    assert table.row().replies == ()
    table.presenter.pause()
    assert (table.state.paused, table.state.seconds) == (False, 0)


def test_where_the_branch_allows_no_pause_there_is_none(branch):
    branch.rules = StudyRules(call_pause=False)
    table = Table(branch)
    table.presenter.pause()
    assert (table.state.pausable, table.state.paused) == (False, False)


def test_who_goes_away_and_comes_back_finds_the_call_as_it_was(table):
    table.presenter.choose("open-1")
    table.branch.clock.forward(5_000)
    table.presenter.leave()
    table.branch.clock.forward(600_000)
    again = Table(table.branch)
    assert again.play.id == table.play.id
    assert (again.state.seconds, len(again.state.bubbles)) == (5, 3)


def test_a_page_that_is_built_anew_goes_on_unless_it_was_paused(table):
    table.presenter.leave()
    table.presenter.show()
    assert table.row().handling.runs
    table.presenter.pause()
    table.presenter.leave()
    table.presenter.show()
    assert not table.row().handling.runs
    assert table.state.paused


def test_both_languages_tell_the_same_call(table):
    table.presenter.choose("open-1")
    with chinese():
        table.presenter.show()
    assert [one.text for one in table.state.bubbles] == ["我就查个余额。", "好的，先核对两项信息。", "你问吧。"]


def test_an_empty_note_is_asked_about_and_a_full_one_is_not(branch):
    for note, asked in ((None, ["1 field of the note is empty"]), ("check", [])):
        table = Table(branch)
        for one in ("open-2", "ask-1"):
            table.presenter.choose(one)
        if note:
            table.presenter.fill("cause", note)
        table.presenter.finish()
        assert (table.asked, table.led) == (asked, [("ended", table.play.id)])


def test_beginning_again_is_asked_for_and_forgets_nothing_by_itself(table):
    table.presenter.choose("open-1")
    table.presenter.begin_again()
    assert (table.asked, table.led) == (["Begin this call again?"], [("again", "s01")])
    assert table.row().replies == ("open-1",)


class FullDisk:
    """A book whose disk is full once the call has begun."""

    def __init__(self, book):
        self._book = book

    def __getattr__(self, name):
        if name in {"reply", "fill", "finish", "beat", "hold"}:
            return self._full
        return getattr(self._book, name)

    def _full(self, *facts):
        raise DiskFull


def test_what_could_not_be_saved_is_not_shown_as_said(branch):
    play, screen = branch.calls.open("s01"), Screen()
    nowhere = Exits(lambda _: None, lambda _: None, lambda *_: None, lambda _: None)
    presenter = CallPresenter(FullDisk(branch.calls), play, nowhere)
    presenter.attach(screen)
    for act in (lambda: presenter.choose("open-1"), lambda: presenter.fill("cause", "check"), presenter.leave):
        act()
        presenter.show()
        assert len(screen.state.bubbles) == 1
    presenter.choose("open-1")
    assert screen.state.saved is SaveState.FAILED
    assert screen.state.notice is not None
    assert isinstance(DiskFull(), AcademyError)
