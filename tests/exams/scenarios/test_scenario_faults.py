"""Every way to spoil a call is found on its line and said in words; our own calls have no fault."""

from typing import NamedTuple

import pytest

from desktop.words.faults import fault_text
from exams.content.faults import Code
from exams.content.parts import make_parts
from exams.content.tally import tally
from exams.scenarios.record import read_scenario, scenario_record
from exams.trust.strict_json import read_json
from tests.exams.scenarios.sample import FILE, NODES, a_course_with_a_call, found

TELL_1, TELL_2 = '[[node.choice]]\nid = "tell-1"', '[[node.choice]]\nid = "tell-2"'


class Spoil(NamedTuple):
    """Replace `old` by `new`; the fault stands at the first line that holds `at`, or where `old` stood."""

    code: Code
    old: str
    new: str
    at: str = ""


SPOILS = (
    Spoil(Code.ID_FORM, 'id = "s01"', 'id = "s02"'),
    Spoil(Code.FIELD_UNKNOWN, "pass_mark = 80", "pass_mark = 80\nmark = 1", "mark = 1\n["),
    Spoil(Code.FIELD_VALUE, 'right = "check"', 'right = "never"'),
    Spoil(Code.FIELD_VALUE, "mood = 3", "mood = 5"),
    Spoil(Code.FIELD_MISSING, 'en = "Five or six hundred."\n', "", TELL_1),
    Spoil(Code.FIELD_MISSING, 'feedback_en = "No guesses."\n', "", TELL_1),
    Spoil(Code.NOT_TRANSLATED, 'en = "Go on then."', 'en = "你问吧。"'),
    Spoil(Code.ID_TWICE, 'id = "tell-2"', 'id = "tell-1"'),
    Spoil(Code.SECTION_UNKNOWN, 'sections = ["1.1"]', 'sections = ["1.1", "9.9"]'),
    Spoil(Code.OBJECTIVE_UNKNOWN, '["1.1-a"]', '["1.2-a"]'),
    Spoil(Code.FACT_UNKNOWN, '["F-STD-06"]', '["F-STD-99"]'),
    Spoil(Code.SCENARIO_RUBRIC, "accuracy = 50\nrecord", "accuracy = 49\nrecord", "[rubric]"),
    Spoil(Code.SCENARIO_TARGET, 'to = "ask"', 'to = "asks"'),
    Spoil(Code.SCENARIO_UNREACHED, 'to = "end-well"', 'to = "end-flat"', 'id = "end-well"'),
    Spoil(Code.SCENARIO_CIRCLE, 'to = "end-well"', 'to = "ask"', 'id = "open"'),
    Spoil(Code.SCENARIO_END, 'end = true\nzh = "谢谢。"', 'seconds = 9\nzh = "谢谢。"', 'id = "end-well"'),
    Spoil(Code.SCENARIO_END, "seconds = 20\nmood = 1", "end = true\nmood = 1", 'id = "tell"'),
    Spoil(Code.SCENARIO_NAME, 'says = ["identity"]', 'says = ["identity", "name"]'),
    Spoil(Code.SCENARIO_NAME, 'discovers = ["daughter"]', 'discovers = ["daughter", "son"]'),
    Spoil(Code.SCENARIO_NEVER, 'discovers = ["daughter"]\n', "", 'id = "daughter"'),
    Spoil(Code.SCENARIO_BEST_MOVE, 'move = "neutral"', 'move = "best"', 'id = "open"'),
    Spoil(Code.SCENARIO_MOVE_POINTS, "points = { compliance = 10 }\nsays", "points = { compliance = 20 }\nsays"),
    Spoil(Code.SCENARIO_RED_MOVE, 'move = "worst"\nto = "tell"\nred', 'move = "poor"\nto = "tell"\nred', "red_line ="),
    Spoil(Code.SCENARIO_NO_RED_LINE, "red_line = true\n", "", "[red_line]"),
    Spoil(Code.SCENARIO_REACTION, 'reaction_zh = "规定真多。"\nreaction_en = "So many rules."\n', "", "mood = 1"),
    Spoil(Code.SCENARIO_PROMISE, "请问这次是您本人要查吗？", "放心，保本。"),
    Spoil(Code.SCENARIO_WEIGHT, "compliance = 40\naccuracy = 50", "compliance = 39\naccuracy = 51"),
    Spoil(Code.SCENARIO_BEST_PLAY, "points = { accuracy = 40 }", "points = { accuracy = 29 }", "[[node]]"),
    Spoil(Code.SCENARIO_BEST_MISSES, "within = 30", "within = 10", "[[node]]"),
    Spoil(Code.SCENARIO_TARGET_TIME, "seconds = 20\nmood = 1", "seconds = 90\nmood = 1", "target_seconds"),
    Spoil(Code.SCENARIO_LONGEST, "核身是规定，不核身就查不了，您配合一下。", "先核身。", "[[node]]"),
    Spoil(Code.SCENARIO_COUNT, NODES[NODES.index(TELL_1) : NODES.index(TELL_2)], "", 'id = "tell"'),
)


@pytest.fixture
def tree(tmp_path):
    return a_course_with_a_call(tmp_path)


def test_the_sample_call_has_no_fault_and_is_counted(tree):
    sources = tree.read()
    assert sources.faults == ()
    assert tally(sources).scenarios == 1


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda one: f"{one.code.value}-{one.old[:12]!r}")
def test_every_spoilt_call_is_found_where_it_stands_and_said_whole(tree, spoil: Spoil):
    line = tree.replace(FILE, spoil.old, spoil.new)
    expected = tree.line(FILE, spoil.at) if spoil.at else line
    assert expected in found(tree, spoil.code)
    for fault in tree.read().faults:
        assert fault_text(fault.code, fault.facts).endswith(".")


def test_a_best_reply_that_always_stands_at_one_place_is_told(tree):
    first, second = NODES.index(TELL_1), NODES.index('[[node.choice]]\nid = "tell-3"')
    end = NODES.index('[[node]]\nid = "end-well"')
    text = tree.text(FILE)
    tree.write(FILE, text.replace(NODES[first:end], NODES[second:end] + NODES[first:second]))
    assert {fault.code for fault in tree.read().faults} == {Code.SCENARIO_PLACE}
    (fault,) = tree.read().faults
    assert (fault.facts["place"], fault.facts["count"]) == (3, 0)
    assert fault_text(fault.code, fault.facts).endswith(".")


def test_a_call_that_cannot_be_failed_by_its_words_is_told(tree):
    tree.replace(FILE, "pass_mark = 80", "pass_mark = 60")
    tree.replace(FILE, "points = { compliance = 10 }\nsays", "points = { compliance = 19 }\nsays")
    tree.replace(
        FILE, 'move = "poor"\nto = "tell"', 'points = { compliance = 9, accuracy = 9 }\nmove = "poor"\nto = "tell"'
    )
    tree.replace(
        FILE,
        'move = "worst"\nto = "tell"\nfeedback',
        'points = { compliance = 9, accuracy = 9 }\nmove = "poor"\nto = "tell"\nfeedback',
    )
    for _ in range(2):
        tree.replace(
            FILE, 'move = "poor"\nto = "end-flat"', 'points = { accuracy = 39 }\nmove = "good"\nto = "end-flat"'
        )
    tree.replace(FILE, "mood = 2", "mood = 1")
    tree.replace(FILE, "mood = 3", "mood = 0")
    (fault,) = tree.read().faults
    assert fault.code is Code.SCENARIO_WORST_PLAY
    assert (fault.line, fault.facts["total"]) == (tree.line(FILE, "pass_mark"), 86)
    assert fault_text(fault.code, fault.facts).endswith(".")


def test_every_fault_of_a_call_is_known_to_a_test():
    tested = {spoil.code for spoil in SPOILS} | {Code.SCENARIO_PLACE, Code.SCENARIO_WORST_PLAY}
    assert {code for code in Code if code.name.startswith("SCENARIO_")} <= tested


def test_a_file_of_another_name_does_not_belong(tree):
    tree.write("scenarios/late-fee.toml", "")
    assert ("scenarios/late-fee.toml", 1, Code.FILE_NAME) in tree.faults()


@pytest.mark.parametrize("text", ["node = 3", "[[node]]", "nodes = []", "note = [1]", "node = [{choice = 3}]", "x = ["])
def test_a_broken_file_gives_faults_and_no_exception(tree, text):
    tree.write(FILE, text)
    assert {file for file, _, _ in tree.faults()} == {FILE}


def test_a_call_goes_into_the_course_part_and_comes_back_whole(tree):
    (written,) = tree.read().scenarios
    (record,) = read_json(make_parts(tree.read()).course)["scenarios"]
    assert read_scenario(record) == written.scenario
    assert list(read_scenario(record).note[0].options) == ["check", "other"]
    assert scenario_record(read_scenario(record)) == record
