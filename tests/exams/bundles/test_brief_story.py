"""A story without a step for each question shown and answered: the same end, and every check finds the same in it."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from exams.bundles.sitting_checks import shape_findings
from exams.bundles.story import told
from exams.bundles.time_checks import time_findings
from exams.journal.line import Event, Record, make_body, read_line
from exams.sittings.replay import SPOILT
from tests.benchmarks.replaying import a_sitting

WHOLE = cache(lambda: [Record(read_line(raw), raw, body) for raw, body in a_sitting()])
"""The lines of a full sitting of seventy questions, graded."""

SALT = bytes(16)
HOUR = 3_600_000


def retyped(event):
    return lambda record: record._replace(line=record.line._replace(type=event.value))


def with_facts(**facts):
    return lambda record: record._replace(body=make_body({**record.facts(), **facts}, SALT))


def without(name):
    def change(record):
        facts = {key: fact for key, fact in record.facts().items() if key != name}
        return record._replace(body=make_body(facts, SALT))

    return change


def later(**clocks):
    def change(record):
        moved = {name: getattr(record.line, name) + ms for name, ms in clocks.items()}
        return record._replace(line=record.line._replace(**moved))

    return change


CHANGES = (
    *(with_facts(position=odd) for odd in (0, 1, 2, 71, -1, "1", [1], None, True)),
    *(with_facts(value=odd) for odd in (None, "A", "", ["A", "B"], True, 7, {"best": "A"})),
    *(without(name) for name in ("position", "item", "value")),
    *(retyped(event) for event in (Event.SHOW, Event.ANSWER, Event.DRAFT, Event.FLAG, Event.SUBMIT, Event.START)),
    *(later(bt=ms, mt=ms, wt=ms) for ms in (1, -5_000, 40_000, 3 * HOUR)),
    later(bt=HOUR),
    later(wt=HOUR),
    with_facts(item="another"),
    with_facts(text="12", on=True),
    lambda record: record._replace(body=None),
    lambda record: record._replace(body=b"{"),
    lambda record: record._replace(line=record.line._replace(boot="another")),
)
"""What can be odd about a line; the clocks of what comes after stay as they were."""

MOVED = (later(bt=HOUR, mt=HOUR, wt=HOUR), later(bt=4 * HOUR, mt=4 * HOUR, wt=4 * HOUR), lambda record: record)
"""What can be of the clocks of all lines from one on."""


def found(story):
    """What the checks find, or what they stumble over, as `verify_bundle` knows they may."""
    try:
        return [*shape_findings(story), *time_findings(story)]
    except SPOILT as error:
        return type(error)


def agree(lines):
    """Gives the lines that only the long story has a step for."""
    long, brief = told(lines[0].line.att, lines), told(lines[0].line.att, lines, brief=True)
    assert (brief.begun, brief.sitting, brief.spoilt, brief.again) == (
        long.begun,
        long.sitting,
        long.spoilt,
        long.again,
    )
    steps = {id(one.record): one for one in long.steps}
    assert [steps[id(one.record)] for one in brief.steps] == list(brief.steps)
    assert found(brief) == found(long)
    kept = {id(one.record) for one in brief.steps}
    return [one.record.line.type for one in long.steps if id(one.record) not in kept]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1), st.sampled_from(CHANGES)), max_size=3), st.integers(1), st.sampled_from(MOVED)
)
def test_whatever_is_odd_in_its_lines_it_ends_alike_and_the_same_is_found(changes, since, move):
    lines = list(WHOLE())
    since = 1 + since % (len(lines) - 1)
    lines[since:] = map(move, lines[since:])
    for place, change in changes:
        at = 1 + place % (len(lines) - 1)
        lines[at] = change(lines[at])
    assert set(agree(lines)) <= {Event.SHOW, Event.ANSWER}


def test_each_way_to_be_odd_is_found_alike_at_a_question_in_the_middle():
    for event in (Event.SHOW, Event.ANSWER):
        places = [at for at, one in enumerate(WHOLE()) if one.line.type == event]
        for change in CHANGES:
            lines = list(WHOLE())
            lines[places[30]] = change(lines[places[30]])
            agree(lines)


def test_an_honest_sitting_keeps_no_step_of_a_question():
    assert len(agree(WHOLE())) == sum(one.line.type in (Event.SHOW, Event.ANSWER) for one in WHOLE())
