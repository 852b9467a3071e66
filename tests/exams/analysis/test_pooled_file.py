"""What HR pooled over all branches comes back to the bank whose questions it measured."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.analysis.errors import MarksPooled
from exams.analysis.inlet import analysis_text, figures_text
from exams.analysis.pooled_file import is_pooled, read_pooled
from exams.desk.bank_office import BankOffice
from exams.interop.question import Question
from exams.interop.record_text import record_text
from exams.register.pooled import PooledItem
from exams.store.bank_rows import add_import
from exams.timing.story_clock import StoryClock

ITEM = PooledItem("bank-1", 240, 0.61, 0.34, 28.5, 41.0, 0.31, ("W_ITEM_WEAK",))


def document(*items):
    """As `academy hr items --json` prints it."""
    fields = ITEM.__dataclass_fields__
    return json.dumps(
        {"course": "TELE", "items": [{name: getattr(one, name) for name in fields} for one in items]}
    ).encode()


@pytest.mark.feature("c9")
def test_pooled_figures_find_their_question_by_its_id_in_the_pack(tmp_path):
    asked = Question("truefalse", "甲", "甲。", correct=True)
    add_import(tmp_path / "bank.sqlite", ["a"], [("truefalse", "甲", record_text(asked))])
    (tmp_path / "pooled.json").write_bytes(document(ITEM))
    bank = BankOffice(tmp_path / "bank.sqlite", "Chen", StoryClock(0))
    assert bank.analyse(tmp_path / "pooled.json") == 1
    (one,) = bank.statistics()
    assert (one.sittings, one.facility, one.discrimination, one.p, one.d) == (240, 61.0, 28.5, 0.61, 0.34)
    assert (one.flags, one.options) == (("W_ITEM_WEAK",), ())


@pytest.mark.feature("c8", "c9", "b12")
def test_options_and_remarks_come_with_the_pooled_figures(tmp_path):
    asked = Question("truefalse", "甲", "甲。", correct=True)
    add_import(tmp_path / "bank.sqlite", ["a"], [("truefalse", "甲", record_text(asked))])
    shares = {"chosen": 90, "share": 0.375, "high": 0.2, "low": 0.5, "pull": -0.3, "right": False}
    told = json.loads(document(ITEM))
    told["items"][0] |= {"options": {"false": shares}, "remarks": ["key: 两项都对"]}
    (tmp_path / "pooled.json").write_text(json.dumps(told), "utf-8")
    bank = BankOffice(tmp_path / "bank.sqlite", "Chen", StoryClock(0))
    assert bank.analyse(tmp_path / "pooled.json") == 1
    (one,) = bank.statistics()
    assert one.remarks == ("key: 两项都对",)
    assert one.options == (("false", "", 0.375, 0.2, 0.5, False),)
    assert (
        json.loads(analysis_text((tmp_path / "pooled.json").read_bytes()))["items"]["bank-1"]["options"]["false"]
        == shares
    )


@pytest.mark.parametrize(
    "spoilt", [{"options": {"A" * 99: {}}}, {"options": {"A": {"chosen": 1}}}, {"options": []}, {"remarks": [1]}]
)
def test_options_and_remarks_of_another_shape_are_refused(spoilt):
    told = json.loads(document(ITEM))
    told["items"][0] |= spoilt
    with pytest.raises(MarksPooled):
        read_pooled(json.dumps(told).encode())


def test_a_table_of_marks_is_still_one():
    told = json.loads(figures_text(b"sitting,Q1,Q2\nA,1,0\nB,0,1\n"))
    assert (told["Q1"]["sittings"], told["Q1"]["facility"]) == (2, 50.0)
    assert not is_pooled(b"sitting,Q1")


@pytest.mark.parametrize(
    "raw",
    [
        b"{}",
        b'{"items": []}',
        b'{"items": [1]}',
        b"{\xff}",
        document(ITEM, ITEM),
        document(ITEM).replace(b"0.61", b"NaN"),
        document(ITEM).replace(b"0.61", b"true"),
        document(ITEM).replace(b"240", b"0"),
        document(ITEM).replace(b"W_ITEM_WEAK", b"a b"),
    ],
)
def test_anything_else_is_refused(raw):
    with pytest.raises(MarksPooled):
        read_pooled(raw)


@given(st.binary(max_size=80))
def test_whatever_the_bytes_it_is_read_or_refused(raw):
    with suppress(MarksPooled):
        read_pooled(raw)
