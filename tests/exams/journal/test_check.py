"""The chain's check names what is wrong by sequence number."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.journal.check import Fault, check_chain
from exams.journal.line import GENESIS, Event, Line, line_hash, make_body, make_line, read_line, read_links
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


GOOD = (
    b'{"att":"","bh":"b","boot":"o","bt":1,"mt":2,"prev":"p","seq":3,"type":"answer","wt":4}',
    b'{"att":"\xe5\x88\x86","bh":"b","boot":"o","bt":1,"mt":2,"prev":"p","seq":3,"type":"answer","wt":4}',
    b'{"att":"a\\"b","bh":"\x7f","boot":"\\\\","bt":-1,"mt":0,"prev":"\\n","seq":3,"type":"","wt":4}',
    b'{"att":"","bh":"","boot":"","bt":' + b"9" * 40 + b',"mt":0,"prev":"","seq":3,"type":"","wt":-' + b"9" * 18 + b"}",
)


@pytest.mark.parametrize("raw", GOOD)
def test_a_line_of_any_characters_and_any_size_of_number_reads_as_it_was_written(raw):
    line, links = read_line(raw), read_links(raw)
    assert line.encode() == raw
    assert (line.seq, line.prev, line.bh) == links == (3, line.prev, line.bh)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}",
        b"[]",
        b"nonsense",
        b'{"seq":1}',
        b"\xff\xfe",
        b'{"seq":1,"seq":2}',
        b"[" * 2000,
        GOOD[0] + b"\n",
        b" " + GOOD[0],
        GOOD[0].replace(b'"bt":1', b'"bt":01'),
        GOOD[0].replace(b'"bt":1', b'"bt":-0'),
        GOOD[0].replace(b'"bt":1', b'"bt":1.0'),
        GOOD[0].replace(b'"bt":1', b'"bt":true'),
        GOOD[0].replace(b'"bt":1', b'"bt":' + b"9" * 5000),
        GOOD[0].replace(b'"bt":1', b'"bt": 1'),
        GOOD[0].replace(b'"bt":1', b'"bt":1,"bt":1'),
        GOOD[0].replace(b'"bt":1', b'"mt":2').replace(b'"mt":2,"prev"', b'"bt":1,"prev"'),
        GOOD[0].replace(b'"prev":"p"', b'"prev":"\\u0070"'),
        GOOD[0].replace(b'"prev":"p"', b'"prev":"\\ud800"'),
        GOOD[0].replace(b'"prev":"p"', b'"prev":"\xed\xa0\x80"'),
        GOOD[0].replace(b'"prev":"p"', b'"prev":"\t"'),
        GOOD[0].replace(b'"prev":"p"', b'"prev":null'),
    ],
)
def test_what_is_not_exactly_one_line_reads_as_none(raw):
    assert read_line(raw) is None
    assert read_links(raw) is None


spelt = st.text(max_size=6) | st.text(alphabet='ab"\\/ \x7f\x1f分', max_size=6)
whole = st.integers(-(10**25), 10**25) | st.integers(-5, 5)
lines = st.builds(Line, whole, spelt, spelt, whole, whole, whole, spelt, spelt, spelt)


@given(lines)
def test_every_line_comes_back_from_its_bytes(line):
    raw = line.encode()
    assert json.loads(raw)["seq"] == line.seq
    assert read_line(raw) == line
    assert read_links(raw) == (line.seq, line.prev, line.bh)


@given(lines, st.integers(0, 400), st.binary(max_size=3), st.integers(0, 3))
def test_no_second_spelling_of_a_line_is_read(line, at, put_in, taken_out):
    raw = line.encode()
    other = raw[: at % len(raw)] + put_in + raw[at % len(raw) + taken_out :]
    read = read_line(other)
    assert read is None or read.encode() == other
    assert read_links(other) == (None if read is None else (read.seq, read.prev, read.bh))
