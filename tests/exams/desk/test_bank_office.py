"""The bank behind the pack key: files taken in and back, a life with four eyes."""

import pytest

from exams.desk.bank_desk_errors import BankNoName, BankOwnWork, BankStep
from exams.desk.bank_life import ItemState, steps_from
from exams.desk.bank_office import BankOffice, open_bank
from exams.desk.bank_preview import card_of, key_of, plain_text, preview_of
from exams.interop.question import Answer, Part, Question
from exams.interop.record_text import record_text
from exams.store.bank_items import Sought
from exams.store.bank_rows import add_import
from exams.timing.story_clock import StoryClock
from exams.trust.errors import WrongPassphrase
from tests.exams.desk.head_office import told

SHEET = "题型,题干,选项A,选项B,答案,章节\n单选题,甲？,对的,错的,A,第一章\n单选题,乙？,对的,错的,C,第一章\n"
ASKED = Question("single", "甲", "甲？", (Answer("对的", 1.0), Answer("错的")), format="plain")


def office(folder, who="Chen"):
    return BankOffice(folder / "bank.sqlite", who, StoryClock(1_795_579_200_000))


@pytest.fixture
def bank(tmp_path):
    add_import(tmp_path / "bank.sqlite", ["a"], [("single", "甲", record_text(ASKED))], "Chen")
    return lambda who: office(tmp_path, who)


def line_of(bank):
    return bank("x").item(1).line


def test_only_the_pack_key_opens_the_bank_and_who_came_is_in_the_log(hq):
    with pytest.raises(WrongPassphrase):
        open_bank(hq.home, "Chen", "another few words", hq.clock)
    with pytest.raises(BankNoName):
        open_bank(hq.home, "  ", told("pack", False), hq.clock)
    assert open_bank(hq.home, " Chen ", told("pack", False), hq.clock).who == "Chen"
    with hq.desk() as desk:
        assert [line.who for line in desk.log("bank")] == ["Chen"]


@pytest.mark.feature("c3")
def test_a_file_is_read_without_writing_then_taken_in_and_taken_back(tmp_path):
    bank = office(tmp_path)
    (tmp_path / "题.csv").write_text(SHEET, "utf-8")
    read = bank.read([tmp_path / "题.csv"])
    assert bank.is_empty
    assert [(one["row"], one["column"], one["code"]) for one in read[0].rejected] == [(3, "E", "E_SHEET_KEY")]
    bank.take_in(read)
    assert [line.chapter for line in bank.lines(Sought(), 9)[0]] == ["第一章"]
    bank.undo()
    assert (bank.last(), bank.lines(Sought(), 9)[1]) == (None, 0)


def test_a_bank_nobody_has_made_is_empty(tmp_path):
    bank = office(tmp_path)
    assert (bank.is_empty, bank.last(), bank.lines(Sought(), 9), bank.values()) == (True, None, ((), 0), {})


@pytest.mark.feature("c7")
def test_a_question_lives_from_draft_to_retired_and_is_released_by_a_second_person(bank):
    bank("Chen").save(line_of(bank), ASKED)
    bank("Chen").move(line_of(bank), ItemState.REVIEW)
    bank("Li").move(line_of(bank), ItemState.LIVE)
    bank("Chen").move(line_of(bank), ItemState.RETIRED)
    assert [(act.version, act.act, act.who) for act in bank("x").item(1).acts] == [
        (2, "write", "Chen"),
        (2, "review", "Chen"),
        (2, "live", "Li"),
        (2, "retired", "Chen"),
    ]


@pytest.mark.parametrize("who", ["Chen", " chen ", "ＣＨＥＮ", "Wang"])
def test_neither_the_author_nor_who_handed_it_to_review_releases_it_however_the_name_is_typed(bank, who):
    bank("Wang").save(line_of(bank), ASKED)
    bank("Chen").move(line_of(bank), ItemState.REVIEW)
    with pytest.raises(BankOwnWork):
        bank(who).move(line_of(bank), ItemState.LIVE)
    assert line_of(bank).state == "review"


def test_whoever_wrote_an_older_version_may_release_a_newer_one(bank):
    bank("Chen").save(line_of(bank), ASKED)
    bank("Li").save(line_of(bank), ASKED)
    bank("Li").move(line_of(bank), ItemState.REVIEW)
    bank("Chen").move(line_of(bank), ItemState.LIVE)
    assert line_of(bank).state == "live"


@pytest.mark.parametrize("state", list(ItemState))
def test_no_step_but_those_there_are(bank, state):
    allowed = steps_from("draft")
    if state in allowed:
        bank("Chen").move(line_of(bank), state)
        assert line_of(bank).state == state.value
    else:
        with pytest.raises(BankStep):
            bank("Chen").move(line_of(bank), state)


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        (ASKED, "A"),
        (Question("multiple", "", "", (Answer("a", 0.5), Answer("b", -1.0), Answer("c", 0.5))), "AC"),
        (Question("truefalse", "", "", correct=True), "true"),
        (Question("shortanswer", "", "", (Answer("甲", 1.0), Answer("乙", 0.5), Answer("*"))), "甲 / 乙"),
        (Question("matching", "", "", pairs=(("一", "甲"), ("", "乙"))), "一 → 甲"),
        (Question("ordering", "", "", items=("一", "二")), "一 → 二"),
        (Question("cloze", "", "", parts=(Part("shortanswer", (Answer("x"), Answer("甲", 1.0))),)), "甲"),
        (Question("essay", "", ""), ""),
    ],
)
def test_the_key_of_each_type_in_short(asked, key):
    assert key_of(asked) == key


@pytest.mark.parametrize(
    ("asked", "card"),
    [
        (ASKED, ("single", (("A", "对的"), ("B", "错的")))),
        (Question("truefalse", "", "", correct=True), ("truefalse", ())),
        (
            Question("ordering", "", "", items=("乙", "<b>丙</b>", "甲")),
            ("ordering", (("A", "丙"), ("B", "乙"), ("C", "甲"))),
        ),
        (
            Question("matching", "", "", pairs=(("一", "丁"), ("", "丙"))),
            ("matching", (("1", "一"), ("1A", "丁"), ("1B", "丙"))),
        ),
        (Question("ordering", "", "", items=tuple("一二三四五六七八九")), ("", ())),
        (Question("essay", "", ""), ("", ())),
    ],
)
def test_each_type_has_the_card_of_the_exam_and_its_order_is_not_the_key(asked, card):
    assert card_of(asked) == card


def test_a_preview_is_plain_text_with_its_place():
    asked = Question("single", "", "<p>甲<br>&lt;乙&gt;</p>", row=7, category="章")
    assert plain_text(asked) == "甲 <乙>"
    seen = preview_of(record_text(asked))
    assert (seen.chapter, seen.row, seen.line) == ("章", 7, 0)
