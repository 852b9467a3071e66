"""The slot file: typed and bounded field by field, however well it is signed."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.packs.errors import KdfRefused, SlotSpoilt
from exams.packs.kdf import Kdf
from exams.packs.slot_file import MOST_SLOTS, NEWEST_VERSION, SlotFile, read_slots, slots_payload
from exams.packs.slots import SessionPlan, Slot, SlotContext, SlotPurpose
from exams.trust.envelope import Purpose, open_envelope, sign_envelope
from exams.trust.keys import SigningKey
from exams.trust.strict_json import MOST, write_json

ITEMS, KEY = SlotPurpose.ITEMS, SlotPurpose.KEY
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=8,
)


def a_slot(session="S0000000A", purpose=ITEMS, branch="BJ-01", form="F1", until=9_000):
    fill = session.encode()[-1:]
    return Slot(session, branch, form, purpose, 1_000, until, Kdf(), fill * 16, fill * 32, fill * 12, fill * 48)


FILE = SlotFile(
    "TELLER-2026",
    3,
    5_000,
    (a_slot(), a_slot(purpose=KEY, until=20_000), a_slot("S0000000B", branch="SH-02", form="F2")),
)
SLOT_FIELDS = slots_payload(FILE)["slots"][0].keys()


def spoilt(*path, value):
    """The payload with one field changed."""
    payload = deepcopy(slots_payload(FILE))
    table = payload
    for step in path[:-1]:
        table = table[step]
    table[path[-1]] = value
    return payload


def test_what_hq_signs_is_what_a_branch_reads():
    key = SigningKey.generate()
    raw = sign_envelope(Purpose.SLOTS, slots_payload(FILE), [key])
    assert read_slots(open_envelope(raw, Purpose.SLOTS, {key.keyid: key.public})) == FILE


def test_a_session_has_the_window_of_its_items_and_the_end_of_its_grading():
    assert FILE.sessions == (
        SessionPlan("S0000000A", "BJ-01", "F1", 1_000, 9_000, 20_000),
        SessionPlan("S0000000B", "SH-02", "F2", 1_000, 9_000),
    )


def test_a_branch_can_be_given_its_own_slots_only():
    assert [slot.session for slot in FILE.of_branch("SH-02").slots] == ["S0000000B"]
    assert FILE.of_branch("XX").slots == ()


def test_a_slot_is_found_by_all_that_it_is_bound_to():
    here = SlotContext("TELLER-2026", 3, "F1", "S0000000A", "BJ-01", KEY)
    assert FILE.slot_for(here) == FILE.slots[1]


@pytest.mark.parametrize(
    "place",
    [
        ("TELLER-2027", 3, "F1", "S0000000A", "BJ-01", ITEMS),
        ("TELLER-2026", 4, "F1", "S0000000A", "BJ-01", ITEMS),
        ("TELLER-2026", 3, "F2", "S0000000A", "BJ-01", ITEMS),
        ("TELLER-2026", 3, "F1", "S0000000B", "BJ-01", ITEMS),
        ("TELLER-2026", 3, "F1", "S0000000A", "SH-02", ITEMS),
        ("TELLER-2026", 3, "F2", "S0000000B", "SH-02", KEY),
    ],
)
def test_no_slot_of_another_place_is_found(place):
    with pytest.raises(SlotSpoilt):
        FILE.slot_for(SlotContext(*place))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("pack",), "TELLER|2026"),
        (("pack",), "../x"),
        (("version",), 0),
        (("version",), True),
        (("version",), NEWEST_VERSION + 1),
        (("issued",), "2026-11-29"),
        (("more",), 1),
        (("slots",), {}),
        (("slots",), [1]),
        (("slots", 0, "session_id"), "S0000000A\n"),
        (("slots", 0, "session_id"), "S0000000U"),
        (("slots", 0, "branch_id"), "bj"),
        (("slots", 0, "form_id"), "F|1"),
        (("slots", 0, "form_id"), "F" * 33),
        (("slots", 0, "purpose"), "recovery"),
        (("slots", 0, "not_after"), "1970-01-01T00:00:01Z"),
        (("slots", 0, "commit"), "QQ=="),
        (("slots", 0, "nonce"), "A" * 15 + "="),
        (("slots", 0, "ct"), "é"),
        (("slots", 0, "more"), ""),
        (("slots", 0, "kdf", "name"), "argon2i"),
        (("slots", 0, "kdf", "m"), "262144"),
        (("slots", 0, "kdf", "salt"), ""),
    ],
)
def test_a_field_of_another_shape_is_refused(path, value):
    with pytest.raises(SlotSpoilt):
        read_slots(spoilt(*path, value=value))


@pytest.mark.parametrize(("field", "value"), [("m", 8), ("m", 64 * 1024 * 1024), ("t", 2), ("p", 5)])
def test_a_file_that_asks_for_other_work_is_refused(field, value):
    with pytest.raises(KdfRefused):
        read_slots(spoilt("slots", 0, "kdf", field, value=value))


@pytest.mark.parametrize(
    "second",
    [a_slot(), a_slot(purpose=KEY, branch="SH-02"), a_slot(purpose=KEY, form="F2")],
    ids=["all", "branch", "form"],
)
def test_one_session_is_in_one_place_with_one_slot_for_each_purpose(second):
    with pytest.raises(SlotSpoilt):
        read_slots(slots_payload(SlotFile("P", 1, 0, (a_slot(), second))))


@given(JSON)
def test_any_other_json_is_refused(payload):
    with pytest.raises(SlotSpoilt):
        read_slots(payload)


@given(st.sampled_from(sorted(SLOT_FIELDS)), JSON)
def test_any_other_value_in_a_slot_is_refused_or_written_back_as_it_was(field, value):
    payload = spoilt("slots", 0, field, value=value)
    try:
        read = read_slots(payload)
    except (SlotSpoilt, KdfRefused):
        return
    assert slots_payload(read) == payload


def test_a_full_file_fits_its_envelope_and_one_slot_more_is_refused():
    longest = write_json(slots_payload(SlotFile("P" * 64, 1, 0, (a_slot(branch="B" * 12, form="F" * 32),))))
    assert len(longest) * MOST_SLOTS * 4 // 3 < MOST
    payload = slots_payload(FILE)
    payload["slots"] = [{**payload["slots"][0], "session_id": f"S{number:08}"} for number in range(MOST_SLOTS + 1)]
    with pytest.raises(SlotSpoilt):
        read_slots(payload)
