"""Every fault an author can make is found, on its line, together with all others, and never as an exception."""

from pathlib import Path

import pytest

from exams.content.faults import Code
from tests.exams.content.sources import TODAY, SourceTree, a_course
from tests.exams.content.spoils import EN, FIGURE, FINAL, PRACTICE, SINGLE, SPOILS, ZH, Spoil


@pytest.fixture
def tree(tmp_path: Path) -> SourceTree:
    return a_course(tmp_path)


def test_the_sample_course_has_no_fault(tree):
    assert tree.read().faults == ()


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: f"{spoil.code.value}-{spoil.name}".replace(" ", "-"))
def test_every_spoilt_line_is_found_where_it_stands(tree, spoil: Spoil):
    expected = spoil.apply(tree)
    assert expected in tree.faults()


def test_all_faults_are_told_at_once(tree):
    spoilt = [spoil for spoil in SPOILS if spoil.name in ("key names no option", "unknown term", "a script")]
    expected = {spoil.apply(tree) for spoil in spoilt}
    assert expected <= set(tree.faults())
    assert len(expected) == 3


def test_one_mistake_is_one_fault(tree):
    tree.replace(SINGLE, 'key = "B"', 'key = "E"')
    assert tree.only_fault().facts == {"letter": "E", "letters": "A, B, C, D"}


def test_a_missing_language_is_said_once(tree):
    before, _, after = tree.text(SINGLE).partition("[item.en]")
    tree.write(SINGLE, before + "[item.fr]" + after.replace("item.en", "item.fr", 2))
    codes = [code for file, _, code in tree.faults() if file == SINGLE]
    assert sorted(codes) == [Code.FIELD_MISSING, Code.FIELD_UNKNOWN]


def test_the_line_of_the_right_item_is_given_among_many(tree):
    text = tree.text(PRACTICE)
    place = text.rindex('key = "B"')
    tree.write(PRACTICE, text[:place] + 'key = "X"' + text[place + 9 :])
    assert tree.only_fault().line == text[:place].count("\n") + 1


def test_a_missing_file_is_a_fault_of_that_file(tree):
    tree.remove(EN)
    assert (EN, 1, Code.FILE_MISSING) in tree.faults()


def test_files_nobody_listed_are_told(tree):
    tree.write("course/zh/1/1.9.md", "+++\n+++\n")
    tree.write("course/en/notes.md", "")
    tree.write("bank/exam/9.9.toml", "")
    tree.write("bank/exam/old.toml", "")
    assert {
        ("course/zh/1/1.9.md", 1, Code.SECTION_UNLISTED),
        ("course/en/notes.md", 1, Code.FILE_NAME),
        ("bank/exam/9.9.toml", 1, Code.SECTION_UNLISTED),
        ("bank/exam/old.toml", 1, Code.FILE_NAME),
    } <= set(tree.faults())


def test_a_section_in_the_folder_of_another_chapter_is_told(tree):
    tree.write("course/zh/2/1.1.md", tree.text(ZH))
    assert ("course/zh/2/1.1.md", 1, Code.SECTION_UNLISTED) in tree.faults()


def test_a_file_that_is_not_utf8_is_told_with_its_line(tree):
    raw = (tree.folder / ZH).read_bytes().replace("首问负责的理由".encode(), "首问".encode("gb18030"))
    (tree.folder / ZH).write_bytes(raw)
    line = raw[: raw.index("首问".encode("gb18030"))].count(b"\n") + 1
    assert (ZH, line, Code.FILE_ENCODING) in tree.faults()


def test_what_notepad_adds_is_no_fault(tree):
    raw = (tree.folder / ZH).read_bytes().replace(b"\n", b"\r\n")
    (tree.folder / ZH).write_bytes(b"\xef\xbb\xbf" + raw)
    assert tree.read().faults == ()


def test_a_huge_file_is_not_read(tree):
    tree.write(FIGURE, "x" * 2_000_001)
    assert (FIGURE, 1, Code.FILE_TOO_LARGE) in tree.faults()


def test_a_stem_of_more_than_64_kilobytes_is_too_long(tree):
    line = tree.replace(SINGLE, "Question 1.1-s1?", "Q" * 65_537)
    assert (SINGLE, line, Code.TOO_LONG) in tree.faults()


def test_a_block_inside_another_is_told(tree):
    line = tree.replace(EN, "She asks:", "::: note\nShe asks:\n:::\n")
    assert (EN, line, Code.CONTAINER_NESTED) in tree.faults()


def test_a_self_check_must_be_a_practice_item_of_its_own_section(tree):
    for number, item in enumerate(("1.2-p1", "1.1-s1", "1.1-p99", "1.1-p1")):
        for name in (ZH, EN):
            tree.write(name, tree.text(name) + f"\n::: check {item}\n:::\n")
        line = tree.text(ZH).count("\n") - 1
        code = Code.CHECK_TWICE if number == 3 else Code.CHECK_UNKNOWN
        assert (ZH, line, code) in tree.faults()


def test_a_generator_wants_exactly_its_variables(tree):
    line = tree.line("bank/exam/1.2.toml", "[item.ranges]")
    tree.replace("bank/exam/1.2.toml", "abandoned = [", "waiting = [")
    assert ("bank/exam/1.2.toml", line, Code.GENERATOR_VARIABLES) in tree.faults()


def test_an_item_whose_clause_has_ended_no_longer_fills_the_blueprint(tree):
    tree.replace(SINGLE, "clause_date = 2030-01-01\n", f"clause_date = {TODAY.isoformat()}\n")
    assert tree.read().faults == ()
    tree.replace(SINGLE, '"1.1-m2"\nversion = 1', f'"1.1-m2"\nclause_date = {TODAY.isoformat()}\nversion = 1')
    assert [code for _, _, code in tree.faults()] == [Code.BLUEPRINT_SHORT]


@pytest.mark.parametrize("text", ["这款产品不保本", "告诉客户“保本稳赚”不能说", "明确说明：产品不是 risk-free 的"])
def test_a_promise_that_is_denied_or_quoted_may_be_right(tree, text):
    tree.replace(SINGLE, 'B = "选项B"', f"B = '{text}'")
    assert tree.read().faults == ()


def test_a_promise_in_a_wrong_option_is_a_good_trap(tree):
    tree.replace(SINGLE, 'A = "选项A"', 'A = "这款产品保本"')
    assert tree.read().faults == ()


def test_a_denial_in_another_part_of_the_sentence_does_not_help(tree):
    tree.replace(SINGLE, 'B = "选项B"', 'B = "您不用担心，这款产品保本"')
    assert tree.only_fault().code is Code.OPTION_PROMISE


def test_an_empty_folder_gives_faults_and_no_exception(tmp_path):
    codes = {fault.code for fault in SourceTree(tmp_path).read().faults}
    assert codes == {Code.FILE_MISSING}


def test_a_paper_of_no_items_is_no_blueprint(tree):
    head, _, rest = tree.text(FINAL).partition("[[cell]]")
    tail = rest[rest.index("[red_line]") :] if "[red_line]" in rest else ""
    tree.write(FINAL, "cell = []\n" + head + tail)
    assert (FINAL, 1, Code.BLUEPRINT_CELLS) in tree.faults()


def test_an_item_without_a_key_and_a_key_without_an_item_are_told(tree):
    tree.write(SINGLE, tree.text(SINGLE).replace('key = "B"\n', "", 1) + '[[key]]\nitem = "1.1-s9"\ncorrect = "A"\n')
    found = [(file, code) for file, _, code in tree.faults()]
    assert (SINGLE, Code.FIELD_MISSING) in found
    assert (SINGLE, Code.FIELD_UNKNOWN) in found
