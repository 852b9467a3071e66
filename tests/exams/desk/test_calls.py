"""Simulated calls on a branch PC: every reply on the disk, left and come back to, each person's own."""

from dataclasses import replace

import pytest

from exams.bundles.study_rules import StudyRules
from exams.desk.call_book import CallBook
from exams.scenarios.errors import CallGoesOn, CallIsOver, CallStands, NoSuchCall, NotAReply, NoteNotOfThisCall
from exams.store.call_rows import calls_of, save_call
from exams.store.content_errors import NotInContent
from exams.store.database import open_database
from exams.store.errors import DiskFull
from exams.timing.story_clock import StoryClock
from tests.exams.desk.branch_pc import XIAOYU, ZHIYUAN
from tests.exams.scenarios.sample import a_call

BEST = ("open-1", "ask-2", "tell-3")
UPSET = ("open-2", "ask-1")
NOON = 1_800_000_000_000


class Calls:
    """The calls of a course with one of them."""

    def __init__(self, scenario):
        self._scenario = scenario

    def scenarios(self):
        return (self._scenario,)

    def scenario(self, scenario_id):
        if scenario_id != self._scenario.id:
            raise NotInContent(kind="scenario", id=scenario_id)
        return self._scenario


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return Calls(a_call(tmp_path_factory.mktemp("assets")))


class Branch:
    """A home with a clock; `book` is the trainee's."""

    def __init__(self, home, content):
        self.home, self.content = home, content
        self.clock = StoryClock(NOON)
        self.db = open_database(home)
        self.rules = StudyRules()

    def book(self, person=XIAOYU):
        return CallBook(self.db, person, self.content, self.clock.now, lambda: self.rules)

    def restart(self):
        """The program is gone and comes back."""
        self.db.conn.close()
        self.db = open_database(self.home)


@pytest.fixture
def branch(tmp_path, content):
    branch = Branch(tmp_path, content)
    yield branch
    branch.db.conn.close()


def played(book, *replies, note="check"):
    """A call from its first word to its result."""
    play = book.begin_again("s01")
    for one in replies:
        play = book.reply(play.id, one)
    if note:
        book.fill(play.id, "cause", note)
    return book.finish(play.id)


def test_a_call_nobody_has_played_has_no_best_and_is_not_running(branch):
    (line,) = branch.book().lines()
    assert (line.scenario.id, line.best, line.plays, line.running) == ("s01", None, 0, False)


@pytest.mark.feature("a8", "a9")
def test_every_reply_and_every_field_outlives_the_program(branch):
    play = branch.book().open("s01")
    branch.book().reply(play.id, "open-1")
    branch.book().fill(play.id, "cause", "other")
    branch.clock.forward(30_000)
    branch.book().reply(play.id, "ask-2")
    branch.restart()
    (line,) = branch.book().lines()
    assert line.running
    back = branch.book().open("s01")
    assert (back.id, back.call.replies, back.note, back.seconds) == (
        play.id,
        ("open-1", "ask-2"),
        {"cause": "other"},
        30,
    )
    assert back.call.discovered == ("daughter",)
    assert back.runs


@pytest.mark.feature("a8", "a9")
def test_the_result_is_that_of_the_rubric_and_stays(branch):
    book = branch.book()
    branch.clock.forward(minutes=1)
    ended = played(book, *BEST)
    assert ended.result is not None
    assert (ended.result.total, ended.result.passed) == (100, True)
    branch.restart()
    assert branch.book().play(ended.id).result == ended.result
    (one,) = branch.book().tries("s01")
    assert (one.play, one.score, one.passed, one.ended_wt) == (ended.id, 100, True, NOON + 60_000)


@pytest.mark.feature("a9")
def test_a_better_play_is_the_personal_best_and_a_worse_one_changes_nothing(branch):
    book = branch.book()
    bests = []
    for replies, note in ((UPSET, ""), (BEST, "other"), (BEST, "check"), (UPSET, "check")):
        played(book, *replies, note=note)
        (line,) = book.lines()
        bests.append(line.best.score)
    assert bests == [20, 90, 100, 100]
    assert [one.score for one in book.tries("s01")] == [30, 100, 90, 20]


@pytest.mark.feature("a9")
def test_what_takes_longer_than_the_target_costs_points(branch):
    book = branch.book()
    play = book.open("s01")
    branch.clock.forward(115_000)
    for one in BEST:
        book.reply(play.id, one)
    book.fill(play.id, "cause", "check")
    result = book.finish(play.id).result
    assert (result.time_points, result.total) == (-2, 98)


def test_a_pause_stops_the_clock_and_nobody_speaks_meanwhile(branch):
    book = branch.book()
    play = book.open("s01")
    branch.clock.forward(10_000)
    assert not book.hold(play.id).runs
    branch.clock.forward(minutes=9)
    with pytest.raises(CallStands):
        book.reply(play.id, "open-1")
    assert book.go_on(play.id).seconds == 10


def test_where_the_branch_allows_no_pause_going_away_is_none(branch):
    branch.rules = StudyRules(call_pause=False)
    play = branch.book().open("s01")
    assert not play.pausable
    branch.book().hold(play.id)
    branch.clock.forward(minutes=1)
    assert branch.book().open("s01").seconds == 60


def test_time_written_down_on_the_way_is_kept_when_the_program_dies(branch):
    play = branch.book().open("s01")
    branch.clock.forward(14_000)
    assert branch.book().seconds(play.id) == 14
    branch.book().beat(play.id)
    branch.clock.forward(5_000)
    branch.restart()
    assert branch.book().open("s01").seconds == 14


@pytest.mark.feature("h7")
@pytest.mark.parametrize("act", ["reply", "fill", "hold", "go_on", "beat", "finish", "play", "seconds"])
def test_nobody_reads_or_writes_in_the_call_of_another_person(branch, act):
    mine = branch.book().open("s01")
    before = calls_of(branch.db, XIAOYU.staff_id)
    facts = {"reply": ("open-1",), "fill": ("cause", "check")}.get(act, ())
    with pytest.raises(NoSuchCall):
        getattr(branch.book(ZHIYUAN), act)(mine.id, *facts)
    assert calls_of(branch.db, XIAOYU.staff_id) == before
    assert branch.book(ZHIYUAN).open("s01").id != mine.id


def test_a_call_that_was_ended_takes_nothing_more(branch):
    book = branch.book()
    ended = played(book, *BEST)
    with pytest.raises(NoSuchCall):
        book.fill(ended.id, "cause", "other")
    assert book.play(ended.id).result.total == 100


def test_what_the_call_has_not_is_refused_and_changes_nothing(branch):
    book = branch.book()
    play = book.open("s01")
    for refused, act in (
        (NotAReply, lambda: book.reply(play.id, "tell-1")),
        (NoteNotOfThisCall, lambda: book.fill(play.id, "cause", "moon")),
        (NoteNotOfThisCall, lambda: book.fill(play.id, "colour", "check")),
        (CallGoesOn, lambda: book.finish(play.id)),
        (NotInContent, lambda: book.open("s99")),
    ):
        with pytest.raises(refused):
            act()
    assert book.play(play.id).call.replies == ()
    for one in UPSET:
        book.reply(play.id, one)
    with pytest.raises(CallIsOver):
        book.reply(play.id, "tell-1")


def test_a_field_can_be_taken_back(branch):
    book = branch.book()
    play = book.open("s01")
    book.fill(play.id, "cause", "check")
    assert book.fill(play.id, "cause", "").note == {}


def test_beginning_again_forgets_the_play_that_was_left(branch):
    book = branch.book()
    play = book.open("s01")
    book.reply(play.id, "open-1")
    again = book.begin_again("s01")
    assert (again.call.replies, again.seconds) == ((), 0)
    with pytest.raises(NoSuchCall):
        book.play(play.id)


def test_a_play_of_another_wording_is_not_gone_on_with_and_its_score_is_no_best(branch):
    book = branch.book()
    played(book, *BEST)
    book.open("s01")
    rows = [replace(row, version=7) for row in calls_of(branch.db, XIAOYU.staff_id)]
    for row in rows:
        save_call(branch.db, row)
    (line,) = book.lines()
    assert (line.best, line.plays, line.running) == (None, 1, False)
    assert book.open("s01").id not in [row.id for row in rows]


@pytest.mark.parametrize(
    "change", ["replies = '[\"moon\"]'", 'replies = \'["open-2","ask-1","x"]\'', "replies = '{'", "note = '1.5'"]
)
def test_a_play_that_somebody_has_changed_in_the_file_is_begun_afresh(branch, change):
    before = branch.book().open("s01")
    branch.db.execute(f"UPDATE calls SET {change}")
    (line,) = branch.book().lines()
    assert not line.running
    again = branch.book().open("s01")
    assert (again.call.replies, again.id != before.id) == ((), True)


def test_a_full_disk_is_told_and_the_reply_is_not_taken_as_said(branch):
    book = branch.book()
    play = book.open("s01")
    pages = branch.db.execute("PRAGMA page_count").fetchone()[0]
    branch.db.execute(f"PRAGMA max_page_count = {pages}")
    filler = replace(calls_of(branch.db, XIAOYU.staff_id)[0], id="filler", note={"cause": "x" * 20_000})
    with pytest.raises(DiskFull):
        save_call(branch.db, filler)
    assert book.play(play.id).call.replies == ()
