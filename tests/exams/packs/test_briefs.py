"""What a slot file says of a session's room: read back as written, refused in any other shape."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.packs.briefs import Expected, RoomRules, SessionBrief, briefs_payload, read_briefs
from exams.trust.errors import NotStrict

MINUTE = 60_000
RULES = RoomRules(True, 1_764_000_000_000, 30 * MINUTE)
BRIEF = SessionBrief("S00000002", RULES, (Expected("T1001", "王小雨", "A1"), Expected("T1002", "陈志远")))


def spoilt(change):
    payload = deepcopy(briefs_payload((BRIEF,)))
    change(payload)
    with pytest.raises(NotStrict):
        read_briefs(payload)


def test_rules_and_roster_are_read_as_they_were_written():
    assert read_briefs(briefs_payload((BRIEF, SessionBrief("S00000003")))) == (BRIEF, SessionBrief("S00000003"))


@pytest.mark.parametrize(
    "change",
    [
        lambda payload: payload.append(payload[0]),
        lambda payload: payload[0]["roster"].append(payload[0]["roster"][0]),
        lambda payload: payload[0]["rules"].update(start_code=1),
        lambda payload: payload[0]["rules"].update(earliest=241),
        lambda payload: payload[0]["rules"].update(earliest=-1),
        lambda payload: payload[0]["rules"].update(entry_until="soon"),
        lambda payload: payload[0]["rules"].pop("start_code"),
        lambda payload: payload[0].update(more=1),
        lambda payload: payload[0]["roster"][0].update(seat="A" * 17),
        lambda payload: payload[0]["roster"][0].update(staff=""),
        lambda payload: payload[0].update(roster=[payload[0]["roster"][0]] * 501),
    ],
)
def test_any_other_shape_is_refused(change):
    spoilt(change)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8), st.lists, max_leaves=8))
def test_no_json_breaks_the_reading(value):
    try:
        read_briefs(value)
    except NotStrict:
        return
    assert value == []
