"""Cases as lines of JSON: one line never spoils another."""

import json

import pytest

from exams.interop.grading.lines import grade_lines

GOOD = '{"question":{"type":"truefalse","correct":true},"response":true}'


def results(*lines):
    return [(one.line, one.result["state"] if one.result else one.code) for one in grade_lines(lines)]


@pytest.mark.parametrize(
    "bad",
    ["nonsense", "[1]", '"x"', "{}", '{"question":[]}', '{"question":{"type":"single"},"options":7}', "[" * 90_000,
     '{"question":{"type":"ordering","items":3},"response":["a"]}', '{"question":{"type":"fill"},"response":["a"]}',
     '{"question":{"type":"numerical","answers":[{"text":"1"}]},"response":NaN}'],
)  # fmt: skip
def test_a_bad_line_is_told_by_its_number_and_the_others_go_on(bad):
    assert results(GOOD, bad, GOOD) == [(1, "right"), (2, "E_GRADE_CASE"), (3, "right")]


def test_a_type_nobody_marks_is_told_as_such():
    assert results('{"question":{"type":"hotspot"},"response":"x"}') == [(1, "E_GRADE_TYPE")]


def test_blank_lines_are_left_out_and_still_counted():
    assert results(GOOD, "", "  \n", GOOD) == [(1, "right"), (4, "right")]


def test_decimals_are_exact():
    answers = [{"text": "0.3", "fraction": 1, "tolerance": 0}]
    line = json.dumps({"question": {"type": "numerical", "answers": answers}, "response": "0.3"})
    assert results(line) == [(1, "right")]
