"""While the clock runs: a response is on the disk when it is called saved, and the deadline is a deadline."""

import sqlite3
from contextlib import closing, suppress
from hashlib import sha256

import pytest

from exams.desk.errors import ForeignSitting
from exams.errors import AcademyError
from exams.items.errors import BadNumber, BadResponse
from exams.items.item import ItemType
from exams.items.response import response_json
from exams.journal.line import Event
from exams.sittings.errors import OutsidePaper, SittingClosed, TooLate
from exams.sittings.sitting import Kind, State
from exams.store.errors import DiskFull, HomeReadOnly
from tests.exams.desk.answering import answer_all, positions, right
from tests.exams.desk.branch_pc import MINUTE, ZHIYUAN

LIMIT = 20 * MINUTE


def place_of(sitting, kind):
    return next(place for place in sitting.paper.items if place.type is kind)


def on_disk(pc):
    """The journal as another process reads it now."""
    with closing(sqlite3.connect(f"file:{pc.home / 'academy.sqlite'}?mode=ro", uri=True)) as reader:
        return reader.execute("SELECT seq, line, body FROM journal ORDER BY seq").fetchall()


@pytest.mark.feature("b3")
def test_each_response_is_one_line_that_another_process_can_read_at_once(pc):
    sitting = pc.begin_final()
    for position in positions(sitting):
        before = len(on_disk(pc))
        saved = pc.desk().save(sitting.id, position, right(pc, sitting, position))
        rows = on_disk(pc)
        assert len(rows) == before + 1
        assert rows[-1][0] == saved.seq
        assert sha256(rows[-1][2]).hexdigest() == saved.digest
        assert saved.sitting.answers.keys() == set(range(1, position + 1))


def test_the_line_of_a_response_names_place_item_and_value(pc):
    sitting = pc.begin_final()
    place = place_of(sitting, ItemType.BEST_WORST)
    pc.desk().answer(sitting.id, place.position, {"best": "C", "worst": ""})
    record = pc.records()[-1]
    assert (record.line.type, record.line.att) == (Event.ANSWER, sitting.id)
    assert record.facts() == {
        "position": place.position,
        "item": place.item,
        "value": {"best": "C", "worst": ""},
    }


def test_the_letters_of_a_shuffled_item_stay_the_authored_ones_in_both_languages(pc):
    sitting = pc.begin_final()
    for place in sitting.paper.items:
        question = pc.desk().question(sitting.id, place.position)
        item = pc.office.content.item(place.item)
        for lang in ("zh", "en"):
            assert tuple(letter for letter, _ in question.options[lang]) == place.order
            assert dict(question.options[lang]) == dict(item.wordings[lang].options)


@pytest.mark.feature("c5")
def test_an_option_chosen_by_its_text_is_saved_under_its_authored_letter_wherever_it_stood(pc):
    sitting = pc.begin_final()
    shuffled = [place for place in sitting.paper.items if place.order != tuple(sorted(place.order))]
    assert shuffled
    for place in shuffled:
        shown = pc.desk().question(sitting.id, place.position).options["zh"]
        letter = next(letter for letter, text in shown if text == "选项B")
        value = [letter] if place.type is ItemType.MULTIPLE else letter
        sitting = pc.desk().answer(sitting.id, place.position, value)
        assert response_json(sitting.answers[place.position]) == (["B"] if place.type is ItemType.MULTIPLE else "B")


@pytest.mark.feature("c6")
def test_the_drawn_numbers_stand_in_the_question_in_both_languages(pc):
    sitting = pc.begin_final()
    place = place_of(sitting, ItemType.NUMERICAL)
    question = pc.desk().question(sitting.id, place.position)
    assert question.unit == "%"
    for lang in ("zh", "en"):
        assert "{" not in question.stems[lang]
        assert f"{int(place.numbers['offered']):,}" in question.stems[lang]


@pytest.mark.parametrize(
    ("kind", "value", "refusal"),
    [
        (ItemType.SINGLE, "Z", BadResponse),
        (ItemType.SINGLE, ["A"], BadResponse),
        (ItemType.MULTIPLE, [], BadResponse),
        (ItemType.MULTIPLE, "A", BadResponse),
        (ItemType.TRUEFALSE, "true", BadResponse),
        (ItemType.NUMERICAL, "1e999999999", BadNumber),
        (ItemType.NUMERICAL, "٣", BadNumber),
        (ItemType.NUMERICAL, 3.5, BadResponse),
        (ItemType.BEST_WORST, {"best": "A", "worst": "A"}, BadResponse),
        (ItemType.BEST_WORST, {"best": "A"}, BadResponse),
    ],
)
def test_what_is_no_response_to_the_item_is_refused_and_the_old_one_stays(pc, kind, value, refusal):
    sitting = pc.begin_final()
    position = place_of(sitting, kind).position
    kept = pc.desk().answer(sitting.id, position, right(pc, sitting, position))
    before = len(pc.records())
    with pytest.raises(refusal):
        pc.desk().answer(sitting.id, position, value)
    (recorded,) = pc.records()[before:]
    assert (recorded.line.type, recorded.line.att) == (Event.ERROR, sitting.id)
    assert recorded.facts() == {"code": refusal.code, "position": position}
    assert pc.desk().sitting(sitting.id).answers == kept.answers


@pytest.mark.parametrize("position", [0, 8, -1, 10**9])
def test_a_place_outside_the_paper_is_refused_by_everything(pc, position):
    sitting = pc.begin_final()
    desk = pc.desk()
    for ask in (
        lambda: desk.question(sitting.id, position),
        lambda: desk.show(sitting.id, position),
        lambda: desk.answer(sitting.id, position, "A"),
        lambda: desk.clear(sitting.id, position),
        lambda: desk.flag(sitting.id, position, True),
    ):
        with pytest.raises(OutsidePaper) as refused:
            ask()
        assert refused.value.facts == {"position": position, "items": 7}


def test_nobody_reaches_into_another_persons_sitting(pc):
    sitting = pc.begin_final()
    before = len(pc.records())
    desk = pc.desk(ZHIYUAN)
    for ask in (
        lambda: desk.question(sitting.id, 1),
        lambda: desk.answer(sitting.id, 1, "A"),
        lambda: desk.clear(sitting.id, 1),
        lambda: desk.flag(sitting.id, 1, True),
        lambda: desk.show(sitting.id, 1),
        lambda: desk.refresh(sitting.id),
        lambda: desk.hand_in(sitting.id),
        lambda: desk.sitting(sitting.id),
        lambda: desk.review(sitting.id),
        lambda: desk.sitting("0" * 16),
    ):
        with pytest.raises(ForeignSitting):
            ask()
    assert len(pc.records()) == before
    assert desk.history() == ()


def test_seen_answered_and_flagged_places_are_told_apart(pc):
    sitting = pc.begin_final()
    desk = pc.desk()
    desk.show(sitting.id, 2)
    desk.answer(sitting.id, 3, right(pc, sitting, 3))
    desk.flag(sitting.id, 4, True)
    desk.flag(sitting.id, 5, True)
    found = desk.flag(sitting.id, 5, False)
    assert (found.seen, set(found.answers), found.flags, found.position) == ({2, 3}, {3}, {4}, 3)


def test_a_response_can_be_changed_and_taken_back(pc):
    sitting = pc.begin_final()
    position = place_of(sitting, ItemType.TRUEFALSE).position
    desk = pc.desk()
    assert desk.answer(sitting.id, position, True).answers == {position: True}
    assert desk.answer(sitting.id, position, False).answers == {position: False}
    assert desk.clear(sitting.id, position).answers == {}


def test_time_runs_by_the_boot_clock_whatever_the_wall_clock_says(pc):
    sitting = pc.begin_final()
    for wall in (0, pc.clock.now().wt + 40 * MINUTE, pc.clock.now().wt - 40 * MINUTE, 2**31 * 1000 + 5):
        pc.clock.set_wall(wall)
        assert pc.desk().refresh(sitting.id).elapsed_ms == 0
    pc.clock.forward(minutes=3)
    assert pc.desk().refresh(sitting.id).remaining_ms == LIMIT - 3 * MINUTE


def test_sleep_of_the_machine_counts_as_time(pc):
    sitting = pc.begin_final()
    pc.clock.suspend(7 * MINUTE)
    assert pc.desk().refresh(sitting.id).remaining_ms == LIMIT - 7 * MINUTE


@pytest.mark.parametrize("late", [0, 1, 4_999, 5_000])
def test_an_answer_on_its_way_at_the_deadline_is_accepted_for_five_seconds(pc, late):
    sitting = pc.begin_final()
    pc.clock.forward(LIMIT + late)
    saved = pc.desk().answer(sitting.id, 1, right(pc, sitting, 1))
    assert saved.answers.keys() == {1}
    assert saved.remaining_ms == 0
    assert pc.desk().refresh(sitting.id).result.marks[0].points > 0


@pytest.mark.parametrize("value", ["right", None])
def test_later_nothing_is_changed_nor_taken_back(pc, value):
    sitting = pc.begin_final()
    pc.desk().answer(sitting.id, 1, right(pc, sitting, 1))
    pc.clock.forward(LIMIT + 5_001)
    before = len(pc.records())
    with pytest.raises(TooLate) as refused:
        pc.book.answer(pc.book.load(sitting.id), 1, right(pc, sitting, 1) if value else None)
    with pytest.raises(TooLate):
        pc.desk().clear(sitting.id, 1)
    assert refused.value.facts["late_ms"] == 5_001
    assert [record.facts() for record in pc.records()[before:]] == [{"code": "E_TOO_LATE", "position": 1}] * 2
    assert pc.desk().refresh(sitting.id).answers.keys() == {1}


def test_when_time_is_over_the_sitting_is_handed_in_and_graded_by_itself(pc):
    sitting = pc.begin_final()
    answer_all(pc, pc.desk(), sitting)
    pc.clock.forward(LIMIT - 1)
    assert pc.desk().refresh(sitting.id).state is State.OPEN
    pc.clock.forward(1)
    ended = pc.desk().refresh(sitting.id)
    assert (ended.state, ended.result.percent, ended.ended_wt) == (State.GRADED, 100, pc.clock.now().wt)
    assert pc.records()[-2].facts()["cause"] == "time"
    with pytest.raises(SittingClosed):
        pc.desk().answer(sitting.id, 1, right(pc, sitting, 1))


def test_a_sitting_without_a_limit_never_ends_by_itself(pc):
    sitting = pc.desk().begin(Kind.QUIZ, 1)
    pc.clock.forward(minutes=60 * 24 * 40)
    assert pc.desk().refresh(sitting.id).state is State.OPEN
    assert pc.desk().answer(sitting.id, 1, right(pc, sitting, 1)).answers.keys() == {1}


def test_the_clock_is_written_down_every_fifteen_seconds_and_not_more_often(pc):
    sitting = pc.begin_final()
    for _ in range(60):
        pc.clock.forward(1_000)
        pc.desk().refresh(sitting.id)
    assert pc.events(sitting.id).count(Event.HEARTBEAT) == 4


def test_after_a_restart_of_the_machine_its_own_clock_counts_again_at_once(pc):
    sitting = pc.begin_final()
    pc.clock.forward(minutes=5)
    pc.desk().refresh(sitting.id)
    pc.clock.reboot(30_000, "second")
    pc.reopen()
    assert pc.desk().refresh(sitting.id).remaining_ms == LIMIT - 5 * MINUTE - 30_000
    pc.clock.set_wall(pc.clock.now().wt - 60 * MINUTE)
    pc.clock.forward(minutes=1)
    assert pc.desk().refresh(sitting.id).remaining_ms == LIMIT - 6 * MINUTE - 30_000


@pytest.mark.parametrize(("pragma", "refusal"), [("max_page_count = 1", DiskFull), ("query_only = ON", HomeReadOnly)])
def test_what_the_disk_did_not_take_is_not_called_saved(pc, pragma, refusal):
    """A limit of SQLite's own stands in for the full or read-only disk."""
    sitting = pc.begin_final()
    position = place_of(sitting, ItemType.TRUEFALSE).position
    kept = pc.desk().answer(sitting.id, position, True)
    pc.db.execute(f"PRAGMA {pragma}")
    failed = None
    while failed is None:
        try:
            kept = pc.desk().answer(sitting.id, position, not kept.answers[position])
        except AcademyError as error:
            failed = error
    assert type(failed) is refusal
    assert pc.desk().sitting(sitting.id).answers == kept.answers
    pc.reopen()
    assert pc.desk().sitting(sitting.id).answers == kept.answers


@pytest.mark.parametrize("pragma", ["max_page_count = 1", "query_only = ON"])
def test_a_hand_in_that_the_disk_did_not_take_leaves_the_sitting_open(pc, pragma):
    sitting = answer_all(pc, pc.desk(), pc.begin_final())
    pc.db.execute(f"PRAGMA {pragma}")
    with suppress(DiskFull, HomeReadOnly):
        while True:
            pc.desk().show(sitting.id, 1)
    with pytest.raises((DiskFull, HomeReadOnly)):
        pc.desk().hand_in(sitting.id)
    assert pc.desk().sitting(sitting.id).state is State.OPEN
    pc.reopen()
    assert pc.desk().hand_in(sitting.id).result.percent == 100
