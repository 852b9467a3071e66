"""A chapter whose quiz asks one question of each type with text, an order, several places or a picture."""

import json

from exams.items.spots import SpotBoard, board_text, shape_of
from exams.store.content_build import build_content
from tests.exams.content.source_texts import QUIZ
from tests.exams.content.sources import head
from tests.exams.desk.course import two_chapters

LISTS = {"1": "问一", "1A": "甲一", "1B": "乙一", "2": "问二", "2A": "甲二", "2B": "乙二"}
CASE = {
    **{"1": "先做什么？", "1A": "核身", "1B": "止付"},
    **{"2": "可问什么？", "2+A": "尾号", "2+B": "密码", "2+C": "网点"},
    "3": "号码",
}
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 240">'
    '<rect x="40" y="60" width="160" height="60" fill="{{c:raised}}" stroke="{{c:ink}}"/>'
    '<rect x="260" y="60" width="160" height="60" fill="{{c:raised}}" stroke="{{c:ink}}"/>'
    '<circle cx="560" cy="90" r="40" fill="{{c:accent_soft}}" stroke="{{c:ink}}"/></svg>'
)
SHAPES = {"A": "rect 40,60,200,120", "B": "rect 260,60,420,120", "C": "circle 560,90,40"}
REGIONS = board_text(SpotBoard(720, 240, DRAWING, {letter: shape_of(one) for letter, one in SHAPES.items()}))
BARE = board_text(SpotBoard(720, 240, DRAWING, most=2, says="two boxes and a circle"))
SPOTS = {"0": REGIONS, "A": "左边的方框", "B": "中间的方框", "C": "圆"}
CARDS = (
    ("shortanswer", '"""口头挂失\n%50%挂失*"""', {}, ""),
    ("fill", '["五\n5", "身份证*"]'.replace("\n", "\\n"), {"1": "（1）", "2": "（2）"}, ""),
    ("dropdown", '["B", "A"]', LISTS, ""),
    ("matching", '["A", "B"]', LISTS, ""),
    ("ordering", '["B", "C", "A"]', {"A": "记录", "B": "核身", "C": "止付"}, 'count = "-1"\n'),
    ("case", '["A", "AC", "=95588"]', CASE, 'count = "3 1 1"\n'),
    ("hotspot", '["A", "C"]', SPOTS, ""),
)
POINTS = ("hotspot", '["rect 40,60,200,120", "circle 560,90,40"]', {"0": BARE}, "")


def card(number, kind, key, options, extra):
    """One item in both languages, as an author writes it."""
    text = head(f"2.1-p{number}", kind, "2.1-a", extra=f"key = {key}\n{extra}")
    for lang, stem in (("zh", f"第 {number} 张题卡问的是什么？"), ("en", f"What does card {number} ask?")):
        text += f'[item.{lang}]\nstem = "{stem}"\nexplanation = "{stem} 99"\n'
        added = "" if lang == "zh" else " in English"
        words = {one: said if one == "0" else f"{said}{added}" for one, said in options.items()}
        text += _table(f"item.{lang}.options", words)
        if kind == "hotspot":
            text += _table(f"item.{lang}.why", {one: f"{said}99" for one, said in words.items() if one != "0"})
    return text


def _table(name, texts):
    lines = [f'"{key}" = {json.dumps(text, ensure_ascii=False)}' for key, text in texts.items()]
    return "\n".join([f"[{name}]", *lines]) + "\n" if lines else ""


def every_card(folder, cards=CARDS):
    """The content of a course with them; the quiz of chapter 2 asks one of each."""
    tree = two_chapters(folder / "assets")
    tree.write("bank/practice/2.1.toml", "".join(card(at, *one) for at, one in enumerate(cards, 1)))
    head_of_quiz, _, _ = QUIZ.replace('"quiz-1"', '"quiz-2"').partition("[points]")
    points = "[points]\n" + "".join(f"{kind} = 2\n" for kind, *_ in cards)
    cells = "".join(f'[[cell]]\nchapter = 2\ntype = "{kind}"\nitems = 1\n' for kind, *_ in cards)
    tree.write("blueprints/quiz-2.toml", head_of_quiz + points + cells)
    sources = tree.read()
    assert sources.faults == (), sources.faults
    return build_content(sources, folder / "content.sqlite", folder).path
