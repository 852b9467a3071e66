"""The item-writing rules that a program can check, each with a fault planted against it."""

import pytest

from exams.content.faults import Code
from tests.exams.content.sources import SourceTree, a_course
from tests.exams.content.spoils import PRACTICE, SINGLE

STEM_ZH, STEM_EN = "问题 1.1-s1？", "Question 1.1-s1?"


@pytest.fixture
def tree(tmp_path) -> SourceTree:
    return a_course(tmp_path)


def options(tree: SourceTree, zh: list[str], en: list[str]) -> int:
    """Other options of the first exam item; the line of its Chinese ones."""
    for letter, first, second in zip("ABCD", zh, en, strict=True):
        tree.replace(SINGLE, f'{letter} = "选项{letter}"', f'{letter} = "{first}"')
        tree.replace(SINGLE, f'{letter} = "option {letter}"', f'{letter} = "{second}"')
    return tree.line(SINGLE, "[item.zh.options]")


@pytest.mark.parametrize("twin", ["选 项A。", "“选项a”", "选项Ａ！", "选项A；"])
def test_options_that_differ_in_case_width_space_or_punctuation_say_the_same(tree, twin):
    line = tree.replace(SINGLE, 'D = "选项D"', f'D = "{twin}"')
    assert (SINGLE, line, Code.OPTIONS_EQUAL) in tree.faults()


def test_numbers_with_and_without_groups_say_the_same(tree):
    options(tree, ["1,000 元", "2,000 元", "3,000 元", "3000 元"], ["a", "b", "c", "d"])
    assert Code.OPTIONS_EQUAL in {code for _, _, code in tree.faults()}


def test_a_point_or_a_sign_beside_a_digit_makes_another_option(tree):
    options(tree, ["-5 元", "1.5 元", "5 元", "15 元"], ["-5 yuan", "1.5 yuan", "5 yuan", "15 yuan"])
    assert tree.read().faults == ()


def test_options_that_are_only_numbers_stand_in_ascending_order(tree):
    line = options(tree, ["5 元", "50 元", "20 元", "1,000 元"], ["5 or so", "50", "20", "1,000"])
    assert (tree.only_fault().line, tree.only_fault().code) == (line, Code.OPTIONS_ORDER)


@pytest.mark.parametrize("zh", [["亏 5 元", "赚 3 元", "亏 2 元", "平 0 元"], ["②①", "①②", "③①", "①③"]])
def test_options_that_are_more_than_numbers_stand_as_they_please(tree, zh):
    options(tree, zh, [f"{text} there" for text in zh])
    assert tree.read().faults == ()


@pytest.mark.parametrize("stem", ["下面哪一项不得告诉客户？", "下列做法哪些是错误的？", "哪一种情形**明显**不能办理？"])
def test_a_question_for_what_is_forbidden_has_the_word_in_bold(tree, stem):
    line = tree.replace(SINGLE, STEM_ZH, f"1.1-s1：{stem}")
    assert (tree.only_fault().line, tree.only_fault().code) == (line, Code.NEGATIVE_PLAIN)


@pytest.mark.parametrize("stem", ["Which of these must not be told?", "All of these help, except which?"])
def test_the_same_holds_in_english(tree, stem):
    line = tree.replace(SINGLE, STEM_EN, f"1.1-s1: {stem}")
    assert (tree.only_fault().line, tree.only_fault().code) == (line, Code.NEGATIVE_PLAIN)


@pytest.mark.parametrize(
    "stem",
    [
        "下面哪一项**不得**告诉客户？",
        "客户说“哪个都不能用”，您先做什么？",
        "客户不满意，哪一句最好？",
        "哪三类合称不良贷款？",
    ],
)
def test_a_bold_word_a_quotation_and_a_case_with_a_not_in_it_are_no_faults(tree, stem):
    tree.replace(SINGLE, STEM_ZH, f"1.1-s1：{stem}")
    assert tree.read().faults == ()


def test_a_choice_without_a_question_is_told(tree):
    line = tree.replace(SINGLE, STEM_ZH, "1.1-s1：客户来电咨询")
    assert (tree.only_fault().line, tree.only_fault().code) == (line, Code.STEM_NO_QUESTION)


def test_words_that_no_stem_may_hold_come_from_the_list(tree):
    tree.write("bank/forbidden.toml", tree.text("bank/forbidden.toml") + '\nstems = ["下列说法正确的是"]\n')
    line = tree.replace(SINGLE, STEM_ZH, "1.1-s1：下列说法 正确的是哪项？")
    assert (tree.only_fault().line, tree.only_fault().code) == (line, Code.STEM_FORBIDDEN)


def test_a_true_statement_may_not_promise(tree):
    line = tree.replace(SINGLE, "陈述 1.1-t1。", "1.1-t1 这款产品保本。")
    assert (tree.only_fault().line, tree.only_fault().code) == (line, Code.STATEMENT_PROMISE)


def test_a_false_statement_may(tree):
    tree.replace(SINGLE, "陈述 1.1-t1。", "1.1-t1 这款产品保本。")
    tree.replace(SINGLE, "key = true", "key = false")
    assert tree.read().faults == ()


@pytest.mark.parametrize("page", ["https://example.org/a", "www.example.org", "见 pbc.gov.cn"])
def test_an_explanation_names_the_rule_and_no_web_page(tree, page):
    line = tree.replace(SINGLE, 'explanation = "问题 1.1-s1？ 99"', f'explanation = "1.1-s1 {page} 99"')
    assert (tree.only_fault().line, tree.only_fault().code) == (line, Code.EXPLANATION_WEB)


@pytest.mark.parametrize("words", ["以上都对", "以上都不对", "All of the above", "None of the above"])
def test_no_option_speaks_of_the_others(tree, words):
    forbidden = '"以上都对", "以上都不对", "all of the above", "none of the above"'
    text = tree.text("bank/forbidden.toml")
    rest = "\n".join(line for line in text.split("\n") if not line.startswith("options"))
    tree.write("bank/forbidden.toml", f"options = [{forbidden}]\n{rest}")
    line = tree.replace(SINGLE, 'D = "选项D"', f'D = "{words}"')
    assert (tree.only_fault().line, tree.only_fault().code) == (line, Code.OPTION_FORBIDDEN)


def test_practice_items_keep_the_same_rules(tree):
    line = tree.replace(PRACTICE, "问题 1.1-p1？", "1.1-p1：哪一项不得告诉客户？")
    assert (tree.only_fault().file, tree.only_fault().line) == (PRACTICE, line)


def test_enemies_name_each_other_even_where_only_one_side_was_written(tree):
    items = {one.item.id: one.item for one in tree.read().items}
    assert items["1.1-m1"].enemies == ("1.1-s1",)
    assert items["1.1-s1"].enemies == ("1.1-m1",)
    assert all(one.id in items[enemy].enemies for one in items.values() for enemy in one.enemies)
