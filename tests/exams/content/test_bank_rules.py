"""Rules that only a whole bank can break: twins, keys that give themselves away, thin sections."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from exams.content.bank_rules import FEWEST_IN_SECTION, MOST_LONGEST, WHOLE_BANK, check_bank
from exams.content.faults import Code, Fault, Faults
from exams.content.fields import Place
from exams.content.likeness import Marks, marks_of
from exams.content.written_item import WrittenItem
from exams.items.item import (
    AnswerKey,
    BestWorst,
    Difficulty,
    Explanation,
    Item,
    ItemType,
    Level,
    Response,
    Use,
    Wording,
)

SINGLE, MULTIPLE = ItemType.SINGLE, ItemType.MULTIPLE
CASE = "陈女士来电说昨晚在超市刷了两次卡只买了一次东西坐席应当先核对哪一笔？"
CASE_EN = "Ms Chen paid twice in a shop last night but bought only once: which entry does the agent look at first?"
SHORT, LONG = "不超过十个字的选项", "这一个选项比其余的都长出一大截"


def an_item(number: int, correct: Response = "A", kind: ItemType = SINGLE, **facts: object) -> WrittenItem:
    """An item of section 1.1 whose stem is like no other's and whose options are equally long."""
    letters = "" if kind is ItemType.TRUEFALSE else "ABCD"
    longest = str(facts.pop("longest", ""))
    texts = tuple((letter, LONG if letter in longest else SHORT) for letter in letters)
    stem = str(facts.pop("stem", "".join(chr(0x4E00 + number * 40 + step) for step in range(30))))
    stem_en = str(facts.pop("stem_en", " ".join(f"w{number}x{step}" for step in range(20))))
    use = Use(str(facts.pop("use", "exam")))
    section = str(facts.pop("section", "1.1"))
    level = Level(str(facts.pop("level", "apply")))
    name = f"{section}-{number}"
    words = {"zh": Wording(stem, texts), "en": Wording(stem_en, texts)}
    item = Item(name, 1, use, kind, 1, section, "1.1-a", (), level, Difficulty.EASY, words, **facts)  # type: ignore[arg-type]
    key = AnswerKey(name, 1, correct, {language: Explanation("") for language in words})
    return WrittenItem(item, key, Place(f"bank/{use.value}/{section}.toml", {}))


def faults_of(items: Sequence[WrittenItem], sections: Iterable[str] = ("1.1",)) -> list[Fault]:
    faults = Faults()
    check_bank(items, sections, faults)
    return list(faults)


def a_bank(count: int = WHOLE_BANK) -> list[WrittenItem]:
    """Single choices with keys spread over A to D; nothing in it is a fault."""
    return [an_item(number, "ABCD"[number % 4]) for number in range(count)]


def test_a_sound_bank_has_no_fault():
    assert faults_of(a_bank()) == []


def test_the_key_may_be_the_longest_option_in_just_so_many_items():
    bank = a_bank()
    for number in range(MOST_LONGEST):
        bank[number] = an_item(number, "ABCD"[number % 4], longest="ABCD"[number % 4])
    assert faults_of(bank) == []
    bank[MOST_LONGEST] = an_item(MOST_LONGEST, "D", longest="D")
    found = faults_of(bank)
    assert {fault.code for fault in found} == {Code.KEY_LONGEST}
    assert {fault.facts["language"] for fault in found} == {"zh", "en"}
    assert {(fault.facts["count"], fault.facts["most"]) for fault in found} == {(MOST_LONGEST + 1, MOST_LONGEST)}


def test_a_wrong_option_as_long_as_the_right_one_hides_it():
    bank = [an_item(number, "ABCD"[number % 4], longest="AB") for number in range(WHOLE_BANK)]
    assert faults_of(bank) == []


@pytest.mark.parametrize("kind", [MULTIPLE, ItemType.BEST_WORST])
def test_several_right_options_and_the_best_move_are_keys_too(kind):
    key = ("A", "B") if kind is MULTIPLE else BestWorst("A", "D")
    bank = [an_item(number, key, kind, longest="A") for number in range(WHOLE_BANK)]
    assert Code.KEY_LONGEST in {fault.code for fault in faults_of(bank)}


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        (SINGLE, "A" * 40 + "BCD" * 20),
        (SINGLE, "A" * 10 + "BCD" * 30),
        (ItemType.BEST_WORST, "A" * 41 + "BCD" * 20),
    ],
)
def test_keys_stand_at_every_place_about_as_often(kind, keys):
    made = [BestWorst(letter, "D" if letter != "D" else "A") if kind is not SINGLE else letter for letter in keys]
    found = faults_of([an_item(number, key, kind) for number, key in enumerate(made)])
    assert {fault.code for fault in found} == {Code.KEY_SPREAD}
    assert "A" in {fault.facts["letter"] for fault in found}


def test_about_half_of_the_statements_are_true():
    for true, sound in ((50, True), (40, True), (39, False), (61, False)):
        bank = [an_item(number, number < true, ItemType.TRUEFALSE) for number in range(WHOLE_BANK)]
        assert (faults_of(bank) == []) is sound, true


def test_of_a_few_items_shares_say_nothing():
    assert faults_of([an_item(number, "A", longest="A") for number in range(WHOLE_BANK - 1)]) == []


@pytest.mark.parametrize("use", ["exam", "practice"])
def test_a_near_twin_of_an_exam_item_is_told_in_both_languages(use):
    twin = an_item(1, use=use, stem=CASE.replace("昨晚", "今早"), stem_en=CASE_EN.replace("last night", "this morning"))
    found = faults_of([an_item(0, stem=CASE, stem_en=CASE_EN), twin])
    assert [fault.code for fault in found] == [Code.STEMS_ALIKE] * len(found)
    assert {fault.facts["other"] for fault in found} == {"1.1-1"}
    assert found


def test_practice_items_may_be_alike():
    assert faults_of([an_item(number, use="practice", stem=CASE, stem_en=CASE_EN) for number in (0, 1)]) == []


def test_another_case_of_the_same_rule_is_no_twin():
    other = "李先生在网上买了一台电脑付了一笔钱却收到两条扣款短信坐席应当怎样向他说明？"
    other_en = "Mr Li bought a computer online and got two messages about one payment: what does the agent tell him?"
    assert faults_of([an_item(0, stem=CASE, stem_en=CASE_EN), an_item(1, stem=other, stem_en=other_en)]) == []


def test_likeness_is_the_share_of_pairs_in_common():
    marks = Marks()
    first, second = (marks.of(marks_of(text, "zh")) for text in ("零一二三四五六七八九", "零一二三四五六七八十"))
    assert first.percent_shared(second) == 80  # 8 pairs in both, 10 in either
    assert first.percent_shared(first) == 100


def test_numbers_drawn_case_width_and_punctuation_do_not_count_for_likeness():
    assert marks_of("本金 {principal} 元，存一年。", "zh") == marks_of("本金元存一年", "zh")
    assert marks_of("One YEAR, at {rate} %", "en") == marks_of("one year at", "en")


def test_a_section_has_enough_exam_items_and_one_above_understanding():
    bank = a_bank()
    few = [an_item(500 + number, "ABCD"[number % 4], section="1.2") for number in range(FEWEST_IN_SECTION - 1)]
    found = faults_of(bank + few, ["1.1", "1.2"])
    assert [(fault.code, fault.facts["section"], fault.facts["count"]) for fault in found] == [
        (Code.EXAM_FEW, "1.2", 3)
    ]
    enough = [*few, an_item(510, "D", section="1.2")]
    assert faults_of(bank + enough, ["1.1", "1.2"]) == []
    low = [replace(one, item=replace(one.item, level=Level.UNDERSTAND)) for one in enough]
    assert [fault.code for fault in faults_of(bank + low, ["1.1", "1.2"])] == [Code.EXAM_FEW]
