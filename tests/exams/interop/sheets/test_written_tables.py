"""Tables written: the same questions read back, and no cell that a program would calculate (security 7.5)."""

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from exams.interop.codes import Code
from exams.interop.door import read_bank
from exams.interop.question import Answer, Part, Question
from exams.interop.sheets.asked import Asked
from exams.interop.sheets.choices import choice
from exams.interop.sheets.write_files import write_csv, write_xlsx
from exams.interop.texts import name_from

TEXT = (
    st.text(alphabet="ab甲乙，。0一AB.、=+-@'|;； %?", min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda text: text and not text.startswith("'"))
)
STEM = TEXT.map(lambda text: f"题{text}？")
AROUND = {
    "format": st.just("plain"),
    "mark": st.sampled_from([1.0, 2.0, 0.5]),
    "feedback": TEXT | st.just(""),
    "category": st.sampled_from(["", "第一章/第一节"]),
    "tags": st.lists(st.sampled_from(["身份", "电话", "隐私"]), unique=True, max_size=2).map(tuple),
}


def made(kind, **said):
    return st.builds(
        lambda **all_: Question(**{"name": name_from(all_["stem"]), **all_}),
        type=st.just(kind),
        stem=said.pop("stem", STEM),
        **AROUND,
        **said,
    )


def chosen(kind):
    options = st.lists(TEXT, min_size=2, max_size=6, unique=True)

    def build(texts, right, around):
        key = "".join(sorted({"ABCDEF"[at % len(texts)] for at in (right[:1] if kind == "single" else right)}))
        said = choice(Asked(texts={"answer": key}), kind, texts, [])
        return Question(name=name_from(around["stem"]), **around, **said)

    around = st.fixed_dictionaries({"stem": STEM, **AROUND})
    return st.builds(build, options, st.lists(st.integers(0, 5), min_size=2, max_size=4), around)


SHORT = made(
    "shortanswer", answers=st.lists(TEXT.map(lambda text: Answer(text, 1.0)), min_size=1, max_size=3).map(tuple)
)
CLOZE = st.lists(
    st.lists(TEXT.map(lambda text: Answer(text, 1.0)), min_size=1, max_size=2), min_size=2, max_size=3
).flatmap(
    lambda blanks: st.builds(
        lambda stem: Question(
            "cloze",
            name_from(stem.replace("#", "（ ）")),
            "".join(f"{stem.split('#')[0]}{{#{at}}}" for at in range(1, len(blanks) + 1)),
            parts=tuple(Part("shortanswer", tuple(one)) for one in blanks),
            format="plain",
            mark=2.0,
        ),
        st.just("空#"),
    )
)
ANY = st.one_of(
    chosen("single"),
    chosen("multiple"),
    made("truefalse", correct=st.booleans(), penalty=st.just(1.0)),
    SHORT,
    CLOZE,
    made("essay", options=st.fixed_dictionaries({}, optional={"reference": TEXT, "difficulty": st.just("难")})),
    made("ordering", items=st.lists(TEXT, min_size=2, max_size=5, unique=True).map(tuple)),
    made(
        "numerical",
        answers=st.builds(
            lambda text, within: (Answer(text, 1.0, within),),
            st.sampled_from(["3", "-2.5", "1000000"]),
            st.sampled_from([0.0, 0.01]),
        ),
    ),
    made(
        "matching",
        pairs=st.lists(
            st.tuples(st.sampled_from(["甲", "乙|丙"]), st.sampled_from(["一", "二;三"])), min_size=2, max_size=3
        ).map(tuple),
    ),
)


def as_said(question):
    said = question.to_json()
    for place in ("row", "line"):
        said.pop(place, None)
    return said


def as_csv(questions, warnings=None):
    return "".join(write_csv(questions, warnings if warnings is not None else [])).encode()


@settings(deadline=None, max_examples=150)
@given(st.lists(ANY, min_size=1, max_size=4))
def test_a_csv_file_reads_back_as_the_same_questions(questions):
    warnings = []
    result = read_bank(as_csv(questions, warnings), "", "csv")
    assert (warnings, result.rejected) == ([], ())
    assert [as_said(one) for one in result.questions] == [as_said(one) for one in questions]


@settings(deadline=None, max_examples=40)
@given(st.lists(ANY, min_size=1, max_size=3))
def test_a_workbook_reads_back_as_the_same_questions(questions):
    result = read_bank(write_xlsx(questions, []))
    assert result.rejected == ()
    assert [as_said(one) for one in result.questions] == [as_said(one) for one in questions]


DANGER = ["=1+1", "+1", "-1", "@SUM(A1)", "|calc", "%x", "＝1", "＋1", "－1", "＠x", "'=1", "\u200b=1"]


def dangerous(text):
    return Question("single", name_from(text), text, answers=(Answer(text, 1.0), Answer("乙")), format="plain")


@pytest.mark.parametrize("text", DANGER)
def test_no_cell_of_a_csv_file_begins_like_a_formula(text):
    for row in csv.reader(StringIO(as_csv([dangerous(text)]).decode("utf-8-sig"))):
        assert all(cell[:1] not in tuple("=+-@|%＝＋－＠\t\r") or not cell for cell in row)


@pytest.mark.parametrize("text", DANGER)
def test_every_cell_of_a_workbook_is_a_text(text):
    sheet = load_workbook(BytesIO(write_xlsx([dangerous(text)], []))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert cells[len(list(sheet[1]))].value == "单选题"


def test_a_csv_file_begins_with_a_mark_and_quotes_every_cell():
    raw = as_csv([dangerous("甲？")])
    assert raw.startswith(b'\xef\xbb\xbf"')
    assert all(line.startswith('"') and line.endswith('"') for line in raw.decode("utf-8-sig").splitlines())


@pytest.mark.parametrize(
    "question",
    [
        Question("calculated", "n", "s"),
        Question("single", "n", "s", answers=(Answer("a", 1.0), Answer("b", 1.0)), format="plain"),
        Question("shortanswer", "n", "s", answers=(Answer("a", 0.5),)),
        Question("matching", "n", "s", pairs=(("a->b", "c"), ("d", "e"))),
        Question("single", "n", "", answers=(Answer("a", 1.0), Answer("b"))),
        Question("essay", "n", "s" * 40_000, format="plain"),
    ],
)
def test_what_a_table_cannot_say_is_left_out_and_told(question):
    warnings = []
    rows = "".join(write_csv([question], warnings)).splitlines()
    assert len(rows) == 1
    assert [one.code for one in warnings] == [Code.NOT_WRITTEN]


def test_what_a_table_loses_is_told():
    warnings = []
    answers = (Answer("<b>a</b>", 1.0, feedback="why"), Answer("b", -0.25))
    list(write_csv([Question("single", "n", "s", answers=answers, idnumber="7")], warnings))
    assert [one.facts["what"] for one in warnings] == ["idnumber, fractions, answer feedback", "markup"]


def test_a_name_of_its_own_gets_a_column():
    question = Question("essay", "第 7 题", "题？", format="plain")
    assert "题目名称" in as_csv([question]).decode("utf-8-sig")
    assert read_bank(as_csv([question])).questions[0].name == "第 7 题"
