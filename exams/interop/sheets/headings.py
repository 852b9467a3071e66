"""Which column holds what, by the words that stand above it (interop 3.5)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import normalize

FIELDS: Mapping[str, tuple[str, ...]] = {
    "type": ("题型", "类型", "试题类型", "题目类型", "试题题型", "题目题型", "TYPE", "QUESTIONTYPE"),
    "stem": (
        "题干", "题目", "试题", "问题", "问题内容", "试题内容", "题目内容", "题干内容", "试题题干", "题目描述",
        "题目题干", "题面", "题文", "标题", "内容",
        "QUESTION", "STEM", "QUESTIONTEXT", "CONTENT",
    ),
    "option": (
        "选项", "选项内容", "备选项", "备选答案", "候选答案", "选项列表", "试题选项", "题目选项", "答案选项",
        "OPTIONS", "CHOICES",
    ),
    "answer": (
        "答案", "正确答案", "正确答案H", "标准答案", "参考答案", "正确选项", "试题答案", "题目答案", "ANSWER",
        "CORRECTANSWER", "CORRECTOPTION", "CORRECTCHOICE", "RIGHTANSWER", "CORRECT", "KEY",
        "ANSWERS", "CORRECTANSWERS",
    ),
    "feedback": (
        "解析", "答案解析", "试题解析", "分析", "题目解析", "答案分析", "答案详解", "详解", "解析内容", "答案说明",
        "解题思路", "EXPLANATION", "ANALYSIS",
        "FEEDBACK",
    ),
    "difficulty": ("难度", "难易度", "难度系数", "难易程度", "难度等级", "难度级别", "DIFFICULTY"),
    "tags": ("知识点", "考点", "标签", "知识标签", "TAGS"),
    "category": (
        "章节", "分类", "题库分类", "所属分类", "试题分类", "题目分类", "所属章节", "章节名称", "CATEGORY", "CHAPTER",
    ),
    "mark": ("分值", "分数", "得分", "题目分值", "试题分值", "默认分值", "POINTS", "SCORE", "MARK"),
    "tolerance": ("误差", "允许误差", "TOLERANCE"),
    "name": ("题目名称", "QUESTIONNAME"),
}  # fmt: skip
_TRANSLATED = ("stem", "feedback")
_PLACES = {word: (field, rank) for field, words in FIELDS.items() for rank, word in enumerate(words)}
_REMARK = re.compile(r"[(\[【<《{][^()\[\]【】<>《》{}]{2,}[)\]】>》}]")
_SIGNS = re.compile(r"[\s()\[\]【】<>《》{}*:#.。、_\u200b-\u200f\ufeff-]")
_BEFORE = r"(?:选项|备选|备选项|备选答案|答案选项|OPTION|CHOICE|ANSWER)"
_LETTER = re.compile(rf"(?:{_BEFORE}|答案)?([A-Z])|([A-Z])(?:选项|项|OPTION)")
_NUMBER = re.compile(rf"{_BEFORE}([0-9]{{1,2}}|[一二三四五六七八九十])")
_WRONG = re.compile(
    r"(?:错误选项|错误答案|干扰项|干扰选项|WRONGANSWER|INCORRECTANSWER|WRONGOPTION|INCORRECTOPTION|DISTRACTOR)"
    r"([0-9]{1,2}|[一二三四五六七八九十])"
)
_CHINESE = "一二三四五六七八九十"
_IN_ENGLISH = re.compile(r"英文|英语|ENGLISH|(?<![A-Z])ENG?(?![A-Z])")
_IN_CHINESE = re.compile(r"中文|汉语|CHINESE|(?<![A-Z])(?:ZH|CN)(?![A-Z])")
_IN_BRACKETS = re.compile(r"[(\[【<《{]\s*(英文|英语|ENGLISH|ENG?|中文|汉语|CHINESE|ZH|CN)版?\s*[)\]】>》}]")
_HAN = re.compile(r"[一-鿿]")
_MOST_OPTIONS = 26
_VAGUE = "内容"
"""Stands over the questions only beside answers or options, for any list may have a type and a content."""


class _Heading(NamedTuple):
    """How good a heading is, its column, and the language it is in, `?` for English words that do not say so."""

    rank: int
    place: int
    language: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of each field, the best heading first; `options` by the place of the option they hold.

    `english` and `english_options` are those of the same texts in English beside the Chinese ones.
    """

    fields: Mapping[str, tuple[int, ...]]
    options: tuple[int, ...]
    english: Mapping[str, tuple[int, ...]]
    english_options: tuple[int, ...]

    def texts(self, cells: Sequence[str]) -> dict[str, str]:
        """What a row says, by field: the first text in the columns of each; no field without one."""
        width = len(cells)
        said: dict[str, str] = {}
        for field, places in self.fields.items():
            for at in places:
                if at < width and cells[at]:
                    said[field] = cells[at]
                    break
        return said

    def column(self, field: str) -> int:
        """Where a finding about the field points to; the options' first column for `option`."""
        if field == "option" and self.options:
            return next(place for place in self.options if place >= 0)
        return next(iter(self.fields.get(field, ())), -1)


def heading(text: str) -> str:
    """A heading in its one spelling: no remarks in brackets, spaces, signs, full-width forms."""
    plain = normalize("NFKC", text).upper()
    return _SIGNS.sub("", _REMARK.sub("", plain))


def is_remark(cells: Sequence[str]) -> bool:
    """True for a row that speaks of the table, as programs write it above the headings: `# version: 1`."""
    return bool(cells) and cells[0][:1] == "#" and len(cells[0]) > 1


def find_columns(cells: Sequence[str]) -> Columns | None:
    """The columns where this row is one of headings: a question's text, and answers, options or types beside it."""
    if sum(1 for cell in cells if cell) < 2:
        return None
    ranked: dict[str, list[_Heading]] = {}
    options: dict[int, list[_Heading]] = {}
    for place, cell in enumerate(cells):
        if not cell or len(cell) > 80:
            continue
        word, language = _in_a_language(cell)
        if word in _PLACES:
            field, rank = _PLACES[word]
            ranked.setdefault(field, []).append(_Heading(rank, place, language))
        elif (at := _option_at(word)) is not None:
            options.setdefault(at, []).append(_Heading(0, place, language))
    if not _are_of_questions(cells, ranked, options):
        return None
    _add_wrong_options(cells, ranked, options)
    split = {field: _languages(found) for field, found in ranked.items()}
    choices = [_languages(options.get(at, [])) for at in range(max(options, default=-1) + 1)]
    return Columns(
        fields={field: own for field, (own, _) in split.items()},
        options=tuple(own[0] if own else -1 for own, _ in choices),
        english={field: other for field, (_, other) in split.items() if other and field in _TRANSLATED},
        english_options=tuple(other[0] if other else -1 for _, other in choices) if any(o for _, o in choices) else (),
    )


def _add_wrong_options(
    cells: Sequence[str], ranked: Mapping[str, list[_Heading]], options: dict[int, list[_Heading]]
) -> None:
    """Where only the wrong options have columns, the right one's text stands in the answer's and is the first."""
    words = [_in_a_language(cell) if cell else ("", "") for cell in cells]
    wrong = [_Heading(0, place, language) for place, (word, language) in enumerate(words) if _WRONG.fullmatch(word)]
    if wrong and not options and "answer" in ranked:
        options.update(enumerate([[min(ranked["answer"])], *([one] for one in wrong)]))


def _are_of_questions(
    cells: Sequence[str], ranked: Mapping[str, list[_Heading]], options: Mapping[int, list[_Heading]]
) -> bool:
    if "stem" not in ranked:
        return False
    is_vague = all(heading(cells[one.place]) == _VAGUE for one in ranked["stem"])
    beside = ("answer", "option") if is_vague else ("answer", "option", "type")
    return len(options) >= 2 or any(field in ranked for field in beside)


def _in_a_language(cell: str) -> tuple[str, str]:
    """A heading without the name of its language, and that language: `en`, `zh`, `?`; empty for a letter alone."""
    # A remark may speak of a language too: 答案（用英文逗号分隔）.
    plain = _REMARK.sub("", _IN_BRACKETS.sub(r" \1 ", normalize("NFKC", cell).upper()))
    if _IN_ENGLISH.search(plain):
        return heading(_IN_ENGLISH.sub("", plain)), "en"
    if _IN_CHINESE.search(plain):
        return heading(_IN_CHINESE.sub("", plain)), "zh"
    word = heading(cell)
    return word, "zh" if _HAN.search(word) else "" if len(word) == 1 else "?"


def _languages(found: Sequence[_Heading]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The columns of a field and, where Chinese ones are among them, those in English beside them."""
    own = [one for one in sorted(found) if one.language != "en"]
    if any(one.language == "zh" for one in own):
        own = [one for one in own if one.language != "?"]
    own = own or sorted(found)
    kept = set(own)
    return tuple(one.place for one in own), tuple(one.place for one in sorted(found) if one not in kept)


def _option_at(word: str) -> int | None:
    """Which option a heading stands over, counted from 0."""
    if found := _LETTER.fullmatch(word):
        return ord(found[1] or found[2]) - 65
    if found := _NUMBER.fullmatch(word):
        number = _CHINESE.index(found[1]) + 1 if found[1] in _CHINESE else int(found[1])
        return number - 1 if 1 <= number <= _MOST_OPTIONS else None
    return None
