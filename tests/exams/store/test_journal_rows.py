"""The journal's table: lines are added in one transaction each, and nothing else ever happens to them."""

import sqlite3
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from exams.journal.check import check_chain
from exams.journal.errors import JournalBroken
from exams.journal.line import GENESIS, Event, line_hash
from exams.store.database import open_database
from exams.store.errors import DiskFull, HomeReadOnly
from exams.store.home import prepare_home
from exams.store.journal_rows import JournalStore
from exams.store.migrations import migrations
from exams.timing.clock import Moment
from exams.timing.story_clock import StoryClock


class PowerCut(BaseException):
    """The machine stops here."""


@pytest.fixture
def db(tmp_path):
    prepare_home(tmp_path)
    db = open_database(tmp_path)
    yield db
    db.close()


@pytest.fixture
def journal(db):
    return JournalStore(db, StoryClock(1_000))


def test_an_empty_journal_begins_with_the_agreed_zero(journal):
    assert journal.head() == (0, GENESIS)
    assert list(journal.rows()) == []


def test_each_line_carries_the_hash_of_the_one_before(journal):
    first = journal.append(Event.GENESIS, {"device": "D1"})
    second = journal.append(Event.APP_START, {"version": "1"}, moment=Moment("b", 1, 2, 3))
    assert (first.line.seq, first.line.prev) == (1, GENESIS)
    assert (second.line.seq, second.line.prev) == (2, line_hash(first.raw))
    assert second.line.moment == Moment("b", 1, 2, 3)
    assert journal.head() == (2, line_hash(second.raw))
    assert list(journal.records()) == [first, second]
    assert list(journal.records(2)) == [second]


def test_the_same_fact_twice_gives_two_bodies_that_cannot_be_told_from_their_hashes(journal):
    bodies = {journal.append(Event.ANSWER, {"value": "A"}).line.bh for _ in range(5)}
    assert len(bodies) == 5


def test_a_line_has_been_committed_when_it_is_returned(db, journal):
    journal.append(Event.GENESIS, {})
    assert not db.conn.in_transaction


def test_lines_together_are_all_there_or_none(db, journal):
    with suppress(PowerCut), journal.together():
        journal.append(Event.SUBMIT, {})
        journal.append(Event.GRADED, {})
        raise PowerCut
    assert journal.head() == (0, GENESIS)
    with journal.together():
        journal.append(Event.SUBMIT, {})
        journal.append(Event.GRADED, {})
    assert journal.head()[0] == 2


@pytest.mark.parametrize(("pragma", "refusal"), [("max_page_count = 1", DiskFull), ("query_only = ON", HomeReadOnly)])
def test_a_disk_that_takes_nothing_is_told_and_nothing_is_written(db, journal, pragma, refusal):
    journal.append(Event.GENESIS, {})
    head = journal.head()
    db.execute(f"PRAGMA {pragma}")
    with pytest.raises(refusal):
        journal.append(Event.REPORT, {"text": "x" * 100_000})
    with pytest.raises(refusal), journal.together():
        db.execute("INSERT INTO branch (key, value) VALUES ('a', ?)", ("x" * 100_000,))
    assert journal.head() == head


def test_another_fault_of_the_database_is_not_taken_for_the_disk(db, journal):
    with pytest.raises(sqlite3.OperationalError, match="no such table"), journal.together():
        db.execute("DELETE FROM nowhere")


def test_lines_are_chosen_by_their_type_in_order(journal):
    for event in (Event.LOGIN_OK, Event.ANSWER, Event.LOGIN_FAIL, Event.LOGIN_OK):
        journal.append(event, {"staff": "T1"})
    told = [record.line.type for record in journal.of_type(Event.LOGIN_FAIL, Event.LOGIN_OK)]
    assert told == ["login_ok", "login_fail", "login_ok"]
    assert list(journal.of_type(Event.REPORT)) == list(journal.of_type()) == []


@pytest.mark.parametrize("raw", [b"", b"{}", b'{"type":"login_ok"}', b"\xff\xfe{", b"[[[["])
def test_an_unreadable_line_is_named_by_who_reads_all_and_passed_over_by_who_chooses(db, journal, raw):
    kept = journal.append(Event.LOGIN_OK, {"staff": "T1"})
    journal.append(Event.LOGIN_OK, {"staff": "T1"})
    db.execute("UPDATE journal SET line = ? WHERE seq = 2", (raw,))
    assert list(journal.of_type(Event.LOGIN_OK)) == [kept]
    with pytest.raises(JournalBroken) as refused:
        list(journal.records())
    assert refused.value.facts == {"seq": 2}


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
facts = st.dictionaries(
    texts, st.none() | st.booleans() | st.integers() | texts | st.lists(texts, max_size=3), max_size=4
)


@given(st.lists(st.tuples(st.sampled_from(list(Event)), facts), max_size=8))
def test_whatever_is_written_comes_back_and_the_chain_is_whole(lines):
    db = Database(memory=True)
    migrations.apply(db)
    journal = JournalStore(db, StoryClock(0))
    written = [journal.append(event, told, "0" * 16) for event, told in lines]
    assert list(journal.records()) == written
    assert [record.facts() for record in journal.records()] == [
        {key: value for key, value in told.items() if key != "salt"} for _, told in lines
    ]
    assert list(check_chain(journal.rows())) == []
    db.close()
