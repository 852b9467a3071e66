"""A chapter whose quiz asks one question of each type with text, an order or several places."""

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
CARDS = (
    ("shortanswer", '"""口头挂失\n%50%挂失*"""', {}, ""),
    ("fill", '["五\n5", "身份证*"]'.replace("\n", "\\n"), {"1": "（1）", "2": "（2）"}, ""),
    ("dropdown", '["B", "A"]', LISTS, ""),
    ("matching", '["A", "B"]', LISTS, ""),
    ("ordering", '["B", "C", "A"]', {"A": "记录", "B": "核身", "C": "止付"}, 'count = "-1"\n'),
    ("case", '["A", "AC", "=95588"]', CASE, 'count = "3 1 1"\n'),
)


def card(number, kind, key, options, extra):
    """One item in both languages, as an author writes it."""
    text = head(f"2.1-p{number}", kind, "2.1-a", extra=f"key = {key}\n{extra}")
    for lang, stem in (("zh", f"第 {number} 张题卡问的是什么？"), ("en", f"What does card {number} ask?")):
        text += f'[item.{lang}]\nstem = "{stem}"\nexplanation = "{stem} 99"\n'
        lines = [f'"{letter}" = "{word}{"" if lang == "zh" else " in English"}"' for letter, word in options.items()]
        text += "\n".join([f"[item.{lang}.options]", *lines]) + "\n" if lines else ""
    return text


def six_cards(folder):
    """The content of a course with them; the quiz of chapter 2 asks all six."""
    tree = two_chapters(folder / "assets")
    tree.write("bank/practice/2.1.toml", "".join(card(at, *one) for at, one in enumerate(CARDS, 1)))
    head_of_quiz, _, _ = QUIZ.replace('"quiz-1"', '"quiz-2"').partition("[points]")
    points = "[points]\n" + "".join(f"{kind} = 2\n" for kind, *_ in CARDS)
    cells = "".join(f'[[cell]]\nchapter = 2\ntype = "{kind}"\nitems = 1\n' for kind, *_ in CARDS)
    tree.write("blueprints/quiz-2.toml", head_of_quiz + points + cells)
    sources = tree.read()
    assert sources.faults == (), sources.faults
    return build_content(sources, folder / "content.sqlite", folder).path
