"""A bundle's lines, read one after the other: what does not follow, or does not fit its body, stops the reading."""

import pytest

from exams.bundles.bundle import Bundle
from exams.bundles.chain_checks import read_chain
from exams.bundles.hr_trust import Known
from exams.bundles.verdict import Code
from exams.journal.line import GENESIS, Event, line_hash, make_body, make_line
from exams.timing.clock import Moment


def stored(count=3):
    rows, prev = [], GENESIS
    for seq in range(1, count + 1):
        body = make_body({"number": seq}, b"\1" * 16)
        line = make_line(seq, prev, Moment("boot", seq, seq, seq), Event.HEARTBEAT, "", body)
        rows.append((line.encode(), body))
        prev = line_hash(rows[-1][0])
    return rows


def fault(rows, first=1, known=None):
    chain = read_chain(Bundle("D00000001", b"", first, tuple(rows)), known or Known())
    return chain.broken and (chain.broken.code, chain.broken.seq, chain.broken.facts.get("reason"))


def test_lines_that_follow_and_fit_are_read_to_the_end():
    assert fault(stored()) is None


def test_a_body_that_is_another_or_missing_is_told_of_its_line():
    rows = stored()
    assert fault([rows[0], (rows[1][0], rows[0][1]), rows[2]]) == (Code.CHAIN, 2, "body")
    assert fault([rows[0], (rows[1][0], None), rows[2]]) == (Code.CHAIN, 2, "body")


def test_a_body_may_be_missing_only_where_hr_has_the_line_already():
    rows = [(raw, None) for raw, _ in stored(2)]
    assert fault(rows, known=Known(size=2)) is None
    assert fault(rows, known=Known(size=1)) == (Code.CHAIN, 2, "body")


@pytest.mark.parametrize("told", ["", "None", "0"])
def test_a_line_that_names_no_hash_does_not_fit_a_body_that_is_missing(told):
    line = make_line(1, GENESIS, Moment("boot", 1, 1, 1), Event.START, "att", b"{}")._replace(bh=told)
    assert fault([(line.encode(), None)]) == (Code.CHAIN, 1, "body")


def test_a_line_that_does_not_follow_is_told():
    rows = stored()
    assert fault([rows[0], rows[2]]) == (Code.SEQUENCE, 2, None)
    assert fault(rows[1:], first=1) == (Code.SEQUENCE, 1, None)
    other = make_line(2, "f" * 64, Moment("boot", 2, 2, 2), Event.HEARTBEAT, "", rows[1][1])
    assert fault([rows[0], (other.encode(), rows[1][1])]) == (Code.CHAIN, 2, "prev")
    assert fault([rows[0], (b"{}", None)]) == (Code.CHAIN, 2, "line")


def test_what_came_before_the_first_line_of_a_later_bundle_is_not_asked_of_it():
    assert fault(stored()[1:], first=2, known=Known(size=1)) is None
