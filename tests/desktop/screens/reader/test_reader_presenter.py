"""Reading is timed honestly, the place is kept, and a self-check explains itself."""

import pytest

from desktop.screens.reader.presenter import Exits, ReaderPresenter
from desktop.screens.reader.state import Spot
from desktop.widgets.check_value import CheckState, Verdict
from desktop.widgets.values import OptionMark
from desktop.words import use_language
from exams import SectionState
from tests.desktop.screens.reader.course import Clock, Desk, Ways


class Shown:
    def show_state(self, state):
        self.state = state

    def check(self, item):
        return next(part for part in self.state.parts if isinstance(part, CheckState) and part.item == item)


class Reading:
    """A presenter with all that stands around it."""

    def __init__(self, desk=None, section="1.1"):
        self.desk, self.clock, self.ways, self.shown = desk or Desk(), Clock(), Ways(), Shown()
        names = ("home", "section", "quiz", "term", "source", "failed")
        exits = Exits(**{name: getattr(self.ways, name) for name in names})
        self.presenter = ReaderPresenter(self.desk, section, self.clock, exits)
        self.presenter.attach(self.shown)
        self.presenter.show()

    def read(self, seconds, *, moving=True, in_front=True):
        for _ in range(seconds):
            self.clock.forward(1)
            if moving:
                self.presenter.move()
            self.presenter.tick(in_front)

    @property
    def seconds(self):
        return sum(seconds for _, _, seconds, _ in self.desk.noted)


@pytest.fixture(autouse=True)
def _english():
    use_language("en")


def test_time_counts_while_the_person_moves_in_the_front_window():
    reading = Reading()
    reading.read(95)
    reading.presenter.leave()
    assert reading.seconds == 95


def test_time_does_not_count_behind_another_window():
    reading = Reading()
    reading.read(95, in_front=False)
    reading.presenter.leave()
    assert reading.desk.noted == []


def test_who_does_not_move_for_two_minutes_is_no_longer_reading():
    reading = Reading()
    reading.presenter.move()
    reading.read(600, moving=False)
    reading.presenter.leave()
    assert reading.seconds == 120


def test_a_machine_that_slept_adds_nothing_of_its_sleep():
    reading = Reading()
    reading.clock.forward(8 * 3600)
    reading.presenter.move()
    reading.presenter.tick(True)
    reading.presenter.leave()
    assert reading.seconds <= 5


def test_no_note_is_longer_than_half_a_minute_so_that_a_power_cut_costs_no_more():
    reading = Reading()
    reading.read(100)
    assert [seconds for _, _, seconds, _ in reading.desk.noted] == [30, 30, 30]


def test_a_glance_leaves_no_trace_but_the_page_at_hand_is_shown_as_begun():
    reading = Reading()
    reading.presenter.leave()
    assert [line.state for line in reading.shown.state.outline] == [SectionState.STARTED, SectionState.UNREAD]
    assert reading.desk.noted == []


def test_leaving_keeps_the_place():
    reading = Reading()
    reading.presenter.reach(4, 250)
    reading.presenter.leave()
    reading.presenter.leave()
    assert reading.desk.noted == [("1.1", 4250, 0, False)]


def test_the_end_makes_the_section_read_at_once_and_only_once():
    reading = Reading()
    reading.read(10)
    reading.presenter.see_end()
    reading.presenter.see_end()
    assert reading.desk.noted == [("1.1", 0, 10, True)]
    assert reading.shown.state.outline[0].state is SectionState.READ


def test_reading_goes_on_where_it_stopped():
    reading = Reading(Desk(places={"1.1": 5000}, states={"1.1": SectionState.STARTED}))
    assert reading.shown.state.spot == Spot(5)
    assert reading.shown.state.stopped_at == 5


def test_a_section_that_was_read_opens_at_its_beginning():
    reading = Reading(Desk(places={"1.1": 9300}, states={"1.1": SectionState.READ}))
    assert reading.shown.state.spot == Spot()
    assert reading.shown.state.stopped_at is None


def test_a_place_beyond_a_shorter_new_edition_is_its_last_block():
    reading = Reading(Desk(places={"1.1": 99000}))
    assert reading.shown.state.spot == Spot(9)


def test_a_new_view_opens_at_the_same_place_in_the_other_language():
    reading = Reading()
    reading.presenter.reach(2, 400)
    use_language("zh")
    other = Shown()
    reading.presenter.attach(other)
    reading.presenter.show()
    assert other.state.title == "第一节"
    assert other.state.spot == Spot(2, 400)


@pytest.mark.parametrize(
    ("item", "value"),
    [
        ("s1", "B"),
        ("m1", ["A", "B"]),
        ("t1", False),
        ("n1", "78.8"),
        ("b1", {"best": "A", "worst": "C"}),
    ],
)
def test_a_right_answer_of_every_type_is_told_and_counted(item, value):
    reading = Reading()
    reading.presenter.choose(item, value)
    assert reading.shown.check(item).verdict is Verdict.NONE
    reading.presenter.check(item)
    assert reading.shown.check(item).verdict is Verdict.RIGHT
    assert reading.shown.check(item).explanation == f"because of {item}"
    assert reading.shown.state.checks_right == 1


def test_every_option_says_why_after_the_check_and_nothing_before():
    reading = Reading()
    reading.presenter.choose("s1", "A")
    assert not any(option.why for option in reading.shown.check("s1").options)
    reading.presenter.check("s1")
    options = {option.letter: (option.why, option.mark) for option in reading.shown.check("s1").options}
    assert options == {
        "A": ("why A", OptionMark.WRONG),
        "B": ("why B", OptionMark.RIGHT),
        "C": ("why C", OptionMark.NONE),
    }


def test_true_and_false_say_why_as_well():
    reading = Reading()
    reading.presenter.choose("t1", True)
    reading.presenter.check("t1")
    marks = {option.letter: option.mark for option in reading.shown.check("t1").options}
    assert marks == {"true": OptionMark.WRONG, "false": OptionMark.RIGHT}


def test_a_right_option_left_out_of_several_is_called_missed():
    reading = Reading()
    reading.presenter.choose("m1", ["A"])
    reading.presenter.check("m1")
    marks = {option.letter: option.mark for option in reading.shown.check("m1").options}
    assert marks == {"A": OptionMark.RIGHT, "B": OptionMark.MISSED, "C": OptionMark.NONE}
    assert reading.shown.check("m1").verdict is Verdict.PARTLY


def test_both_columns_of_a_situation_are_marked():
    reading = Reading()
    reading.presenter.choose("b1", {"best": "B", "worst": "C"})
    reading.presenter.check("b1")
    assert reading.shown.check("b1").pair_marks == (
        ("A", OptionMark.MISSED, OptionMark.NONE),
        ("B", OptionMark.WRONG, OptionMark.NONE),
        ("C", OptionMark.NONE, OptionMark.RIGHT),
    )


def test_a_typical_mistake_in_a_number_is_named_with_the_right_one():
    reading = Reading()
    reading.presenter.choose("n1", "83.47")
    reading.presenter.check("n1")
    assert reading.shown.check("n1").mistake == "You took the wrong base."
    assert reading.shown.check("n1").correct == "78.8%"


def test_what_is_no_number_is_said_at_the_field_and_nothing_is_lost():
    reading = Reading()
    reading.presenter.choose("n1", "about 80")
    reading.presenter.check("n1")
    check = reading.shown.check("n1")
    assert check.fault == "This cannot be read as a number. Type digits, such as 1234.5; a unit is not needed."
    assert (check.value, check.verdict) == ("about 80", Verdict.NONE)
    assert not reading.ways.taken
    reading.presenter.choose("n1", "80")
    assert not reading.shown.check("n1").fault


@pytest.mark.parametrize(("item", "word"), [("s1", "answer"), ("n1", "number"), ("b1", "best and the worst")])
def test_nothing_chosen_is_asked_for_and_not_marked(item, word):
    reading = Reading()
    reading.presenter.check(item)
    assert word in reading.shown.check(item).fault
    assert reading.shown.check(item).verdict is Verdict.NONE


def test_a_checked_answer_stands_until_it_is_tried_again():
    reading = Reading()
    reading.presenter.choose("s1", "A")
    reading.presenter.check("s1")
    reading.presenter.choose("s1", "B")
    assert reading.shown.check("s1").value == "A"
    reading.presenter.try_again("s1")
    shown = reading.shown.check("s1")
    assert shown == CheckState("s1", 1, 5, "single", "Question s1", shown.options)
    reading.presenter.choose("s1", "B")
    reading.presenter.check("s1")
    assert reading.shown.state.checks_right == 1


def test_a_full_disk_is_told_once_and_the_seconds_are_kept_for_later():
    reading = Reading()
    reading.desk.broken = True
    reading.read(95)
    assert [way for way, *_ in reading.ways.taken] == ["failed"]
    reading.desk.broken = False
    reading.presenter.leave()
    assert reading.seconds == 95


def test_an_answer_that_cannot_be_kept_is_told_and_stays():
    reading = Reading()
    reading.presenter.choose("s1", "A")
    reading.desk.broken = True
    reading.presenter.check("s1")
    assert [way for way, *_ in reading.ways.taken] == ["failed"]
    assert reading.shown.check("s1").value == "A"


def test_the_next_section_follows_and_the_quiz_after_the_last():
    first, last = Reading(), Reading(section="1.2")
    first.presenter.go_next()
    last.presenter.go_next()
    assert first.ways.taken == [("section", "1.2")]
    assert last.ways.taken == [("quiz", 1)]
    assert first.shown.state.next_title == "1.2 The second"
    assert last.shown.state.next_title == ""


def test_before_the_first_section_there_is_nothing():
    first, last = Reading(), Reading(section="1.2")
    first.presenter.go_back()
    last.presenter.go_back()
    assert first.ways.taken == []
    assert last.ways.taken == [("section", "1.1")]


@pytest.mark.parametrize("way", ["go_next", "go_home"])
def test_the_time_is_written_down_before_the_page_is_left(way):
    reading = Reading()
    reading.read(12)
    getattr(reading.presenter, way)()
    assert reading.seconds == 12


def test_links_lead_to_terms_sections_and_sources():
    reading = Reading()
    for address in ("term:fcr", "section:1.2", "fact:F-STD-03", "term:unknown", "https://x"):
        reading.presenter.follow(address)
    (_, term), section, source = reading.ways.taken
    assert term.id == "fcr"
    assert section == ("section", "1.2")
    assert source == ("source", "F-STD-03", 1)


def test_fact_marks_become_numbers_and_every_source_is_listed():
    reading = Reading()
    assert '<sup><a href="fact:F-STD-03">1</a></sup></p>' in reading.shown.state.parts[0].html
    assert reading.shown.state.sources == ("F-STD-03", "F-COM-07")
