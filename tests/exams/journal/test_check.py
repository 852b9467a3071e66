"""The chain's check names what is wrong by sequence number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.journal.check import Fault, check_chain
from exams.journal.line import GENESIS, Event, line_hash, make_body, make_line, read_line
from exams.timing.clock import Moment


def a_chain(length):
    rows, prev = [], GENESIS
    for seq in range(1, length + 1):
        body = make_body({"position": seq}, bytes(16))
        line = make_line(seq, prev, Moment("boot", seq, seq, seq), Event.ANSWER, "0123456789abcdef", body)
        raw = line.encode()
        rows.append((seq, raw, body))
        prev = line_hash(raw)
    return rows


def codes(rows):
    return [(finding.seq, finding.code) for finding in check_chain(rows)]


def test_an_honest_chain_has_no_findings():
    assert codes(a_chain(20)) == []


def test_an_empty_journal_is_whole():
    assert codes([]) == []


def test_an_erased_body_leaves_the_chain_whole():
    rows = a_chain(5)
    rows[2] = (rows[2][0], rows[2][1], None)
    assert codes(rows) == []


def test_a_changed_answer_is_named_where_it_stands():
    rows = a_chain(5)
    rows[2] = (3, rows[2][1], rows[2][2].replace(b'"position":3', b'"position":9'))
    assert codes(rows) == [(3, Fault.BODY)]


def test_a_changed_line_breaks_the_link_of_the_next():
    rows = a_chain(5)
    rows[2] = (3, rows[2][1].replace(b'"wt":3', b'"wt":4'), rows[2][2])
    assert codes(rows) == [(4, Fault.CHAIN)]


def test_a_dropped_line_is_a_gap_at_its_number():
    rows = a_chain(5)
    del rows[2]
    assert codes(rows) == [(3, Fault.GAP)]


def test_lines_that_changed_places_are_named():
    rows = a_chain(5)
    rows[1], rows[2] = (2, *rows[2][1:]), (3, *rows[1][1:])
    assert {seq for seq, _ in codes(rows)} == {2, 3, 4}


def test_a_doubled_line_is_named():
    rows = a_chain(3)
    rows.append((4, *rows[2][1:]))
    assert (4, Fault.NUMBER) in codes(rows)


@given(st.integers(0, 9), st.integers(0, 2000), st.integers(1, 255))
def test_any_flipped_byte_of_a_line_is_found(row, offset, flip):
    rows = a_chain(11)
    seq, raw, body = rows[row]
    spot = offset % len(raw)
    rows[row] = (seq, raw[:spot] + bytes([raw[spot] ^ flip]) + raw[spot + 1 :], body)
    found = codes(rows)
    assert found
    assert found[0][0] in {seq, seq + 1}


@pytest.mark.parametrize(
    "raw",
    [b"", b"{}", b"[]", b"nonsense", b'{"seq":1}', b"\xff\xfe", b'{"seq":1,"seq":2}', b"[" * 2000],
)
def test_what_is_not_exactly_one_line_reads_as_none(raw):
    assert read_line(raw) is None
