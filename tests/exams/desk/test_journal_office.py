"""The journal from outside: every row that was touched is found, and the caches come out of it as they were."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exams.desk.journal_office import check_journal, rebuild_caches
from exams.journal.errors import JournalBroken
from exams.journal.line import Event, line_hash, make_body, make_line, read_line
from exams.sittings.errors import SittingUnreadable
from exams.sittings.sitting import Kind, State
from exams.store.errors import HomeBusy
from exams.store.home import prepare_home
from tests.exams.desk.answering import right, sit
from tests.exams.desk.branch_pc import XIAOYU, ZHIYUAN, BranchPc


@pytest.fixture(scope="module")
def lived(tmp_path_factory, content):
    """The home of a branch where things have happened: two finals, a quiz and an open mock."""
    pc = BranchPc.set_up(tmp_path_factory.mktemp("lived") / "home", content)
    sit(pc, XIAOYU, Kind.FINAL)
    sit(pc, ZHIYUAN, Kind.FINAL, passing=False)
    sit(pc, XIAOYU, Kind.QUIZ, 1)
    mock = pc.desk(ZHIYUAN).begin(Kind.MOCK)
    pc.desk(ZHIYUAN).answer(mock.id, 2, right(pc, mock, 2))
    pc.close()
    return pc.home


@pytest.fixture
def home(lived, tmp_path):
    """A copy of it to spoil."""
    return shutil.copytree(lived, tmp_path / "home")


def change(home, sql, *values):
    with closing(sqlite3.connect(home / "academy.sqlite")) as connection, connection:
        return connection.execute(sql, values).fetchall()


def found(home):
    return [(finding.seq, finding.code) for finding in check_journal(home).findings]


def rows(home):
    return change(home, "SELECT seq, line, body FROM journal ORDER BY seq")


def test_an_honest_journal_is_in_order_and_its_open_sitting_is_told(lived):
    report = check_journal(lived)
    last = rows(lived)[-1][0]
    assert (report.ok, report.records) == (True, last)
    assert [(one.seq, one.code) for one in report.findings] == [(last, "W_OPEN_SITTING")]
    assert [sitting.state for sitting in report.sittings] == [State.GRADED] * 3 + [State.OPEN]


def test_the_report_shows_answers_of_open_sittings_only(lived):
    document = json.loads(json.dumps(check_journal(lived).as_json()))
    assert set(document) == {"ok", "records", "sittings", "findings"}
    assert [sorted(one) for one in document["sittings"]] == [["id", "staff_id", "state"]] * 3 + [
        ["answers", "id", "staff_id", "state"]
    ]
    assert list(document["sittings"][-1]["answers"]) == ["2"]


def test_no_home_is_in_order(tmp_path):
    assert check_journal(tmp_path / "nowhere").as_json() == {"ok": True, "records": 0, "sittings": [], "findings": []}
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.feature("e8")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_byte_changed_in_any_row_is_found_at_its_number(lived, tmp_path_factory, data):
    home = shutil.copytree(lived, tmp_path_factory.mktemp("spoilt") / "home")
    seq, *cells = data.draw(st.sampled_from(rows(lived)))
    column = data.draw(st.sampled_from([0, 1]))
    cell = bytearray(cells[column])
    cell[data.draw(st.integers(0, len(cell) - 1))] ^= data.draw(st.integers(1, 255))
    change(home, f"UPDATE journal SET {('line', 'body')[column]} = ? WHERE seq = ?", bytes(cell), seq)
    report = check_journal(home)
    shutil.rmtree(home)
    faults = [one for one in report.findings if one.code.startswith("E_")]
    if column == 0 and seq == report.records:
        # the head has no successor that vouches for it: a change that keeps it a line shows only in the copy HQ holds
        assert report.ok or faults[0].seq == seq
    else:
        assert not report.ok
        assert faults[0].seq in {seq, seq + 1}


@pytest.mark.feature("e8")
@pytest.mark.parametrize("seq", [1, 2, 5, 12])
def test_a_row_that_was_taken_out_is_found(home, seq):
    change(home, "DELETE FROM journal WHERE seq = ?", seq)
    assert (seq, "E_JOURNAL_GAP") in found(home)


@pytest.mark.feature("e8")
def test_rows_that_changed_places_are_found(home):
    (_, line_3, body_3), (_, line_4, body_4) = rows(home)[2:4]
    change(home, "UPDATE journal SET line = ?, body = ? WHERE seq = 3", line_4, body_4)
    change(home, "UPDATE journal SET line = ?, body = ? WHERE seq = 4", line_3, body_3)
    assert {seq for seq, code in found(home) if code.startswith("E_JOURNAL")} == {3, 4, 5}


@pytest.mark.parametrize("body", [b"", b"\xff", b"[]", b"7", b"{}", b'{"position":99,"value":"A"}', b"[" * 100_000])
def test_a_body_of_any_bytes_is_a_finding_and_never_a_traceback(home, body):
    change(home, "UPDATE journal SET body = ? WHERE seq = 3", body)
    assert (3, "E_JOURNAL_BODY") in found(home)


@pytest.mark.parametrize("facts", [{}, {"position": 99, "value": "A"}, {"position": 1, "value": {"a": 1}}])
def test_a_forged_answer_in_a_chain_made_whole_again_is_still_found(home, facts):
    """Whoever can write the file can hash as well; what cannot be an answer to the paper is found all the same."""
    forge(home, 3, facts)
    assert (3, "E_SITTING_UNREADABLE") in found(home)
    assert not check_journal(home).ok


def test_erased_bodies_are_no_fault(home):
    change(home, "UPDATE journal SET body = NULL")
    report = check_journal(home)
    assert (report.ok, report.sittings) == (True, ())


def test_the_check_changes_nothing(home):
    change(home, "UPDATE journal SET body = x'00' WHERE seq = 3")
    before = rows(home)
    check_journal(home)
    assert rows(home) == before


def test_caches_thrown_away_come_back_as_they_were(home, content):
    before = change(home, "SELECT * FROM sittings ORDER BY id")
    change(home, "DELETE FROM sittings")
    assert rebuild_caches(home, content).sittings == len(before) == 4
    assert change(home, "SELECT * FROM sittings ORDER BY id") == before


@pytest.mark.feature("e8")
def test_a_score_improved_in_the_cache_is_gone_after_a_rebuild(home, content):
    change(home, "UPDATE sittings SET score = max_score, passed = 1")
    rebuild_caches(home, content)
    assert change(home, "SELECT count(*) FROM sittings WHERE kind = 'final' AND passed = 1") == [(1,)]


def test_nothing_is_rebuilt_from_a_journal_that_was_altered(home, content):
    before = change(home, "SELECT * FROM sittings ORDER BY id")
    change(home, "UPDATE journal SET body = x'7b7d' WHERE seq = 3")
    with pytest.raises(JournalBroken) as refused:
        rebuild_caches(home, content)
    assert refused.value.facts["seq"] == 3
    assert change(home, "SELECT * FROM sittings ORDER BY id") == before


def test_nothing_is_rebuilt_from_lines_that_tell_no_story(home, content):
    before = change(home, "SELECT * FROM sittings ORDER BY id")
    forge(home, 3, {})
    with pytest.raises(SittingUnreadable):
        rebuild_caches(home, content)
    assert change(home, "SELECT * FROM sittings ORDER BY id") == before


def test_nothing_is_rebuilt_under_the_hands_of_another_process(pc):
    with pytest.raises(HomeBusy):
        rebuild_caches(pc.home, pc.content)


def test_an_empty_home_rebuilds_to_nothing(tmp_path, content):
    prepare_home(tmp_path / "new")
    assert rebuild_caches(tmp_path / "new", content).sittings == 0


def forge(home, seq, facts):
    """Give a line another body and hash the whole chain anew behind it."""
    prev = None
    for number, raw, body in rows(home):
        line = read_line(raw)
        forged = make_body(facts, bytes(16)) if number == seq else body
        new = make_line(number, prev or line.prev, line.moment, Event(line.type), line.att, forged).encode()
        prev = line_hash(new)
        change(home, "UPDATE journal SET line = ?, body = ? WHERE seq = ?", new, forged, number)
