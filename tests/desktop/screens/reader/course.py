"""A short course in two languages, and a desk that serves it from memory."""

from dataclasses import replace
from types import SimpleNamespace

from exams import (
    AcademyError,
    BestWorst,
    Callout,
    Chapter,
    ChapterProgress,
    Course,
    Explanation,
    Figure,
    ItemType,
    Mark,
    MarkState,
    Moment,
    NextStep,
    Question,
    ReaderMark,
    Reviewed,
    Section,
    SectionProgress,
    SectionState,
    SectionText,
    SelfCheck,
    Term,
    Text,
    Training,
)
from exams.content.block_words import block_words
from exams.content.course import Objective
from exams.items.errors import BadNumber

SVG = '<svg viewBox="0 0 720 200"><rect x="20" y="20" width="200" height="90" fill="{{c:accent}}"/></svg>'
CHECKS = ("s1", "m1", "t1", "n1", "b1")
KEYS = {"s1": "B", "m1": ("A", "B"), "t1": False, "n1": "78.8", "b1": BestWorst("A", "C")}
LONG = {"zh": "这一段写得很长，读的人要翻页。" * 60, "en": "This paragraph is long and is read over pages. " * 60}
TITLES = {"1.1": {"zh": "第一节", "en": "The first"}, "1.2": {"zh": "第二节", "en": "The second"}}


def _text(section: str, lang: str) -> SectionText:
    fact = '<a href="fact:F-STD-03">[F-STD-03]</a>'
    blocks = (
        Text(f"<h3>{TITLES[section][lang]}</h3><p>{LONG[lang]} {fact}</p>"),
        SelfCheck("s1"),
        Text(f'<p>Second <a href="term:fcr">FCR</a> <a href="section:1.2">1.2</a> {LONG[lang]}</p>'),
        SelfCheck("m1"),
        Callout("say", "Say it", "<table><tr><td>a</td><td>b</td></tr></table>"),
        SelfCheck("t1"),
        Figure("bridge", SVG, "A bridge", "A bridge with two ends"),
        SelfCheck("n1"),
        Text(f"<p>Third {LONG[lang]}</p>"),
        SelfCheck("b1"),
    )
    objectives = (Objective(f"{section}-a", "R", {"zh": "说出定义", "en": "Give the definition"}[lang]),)
    return SectionText(TITLES[section][lang], objectives, blocks)


def _question(item: str) -> Question:
    types = {"s": "single", "m": "multiple", "t": "truefalse", "n": "numerical", "b": "best_worst"}
    kind = ItemType(types[item[0]])
    lettered = kind in (ItemType.SINGLE, ItemType.MULTIPLE, ItemType.BEST_WORST)
    return Question(
        position=1,
        type=kind,
        points=1000,
        stems={"zh": f"问题 {item}", "en": f"Question {item}"},
        options={
            lang: tuple((letter, f"{word} {letter}") for letter in "ABC") if lettered else ()
            for lang, word in (("zh", "选项"), ("en", "option"))
        },
        unit="%" if kind is ItemType.NUMERICAL else "",
    )


class DiskFull(AcademyError):
    code = "E_HOME"


class Marks:
    """Keeps marks in memory, each where it was made; `lost` ones have no place."""

    def __init__(self, desk):
        self.desk, self.kept, self.lost = desk, {}, set()

    def add(self, section, lang, kind, place, note=""):
        if self.desk.broken:
            raise DiskFull
        made = f"m{len(self.kept) + 1}"
        quote = block_words(self.desk.section(section).texts[lang].blocks[place.block])[:60]
        self.kept[made] = ReaderMark(made, section, lang, kind, note, quote, len(self.kept), place)
        return made

    def change(self, mark_id, note):
        self.kept[mark_id] = replace(self.kept[mark_id], note=note)

    def remove(self, mark_id):
        del self.kept[mark_id]

    def of_section(self, section):
        marks = [replace(one, place=None) if one.id in self.lost else one for one in self.kept.values()]
        return tuple(one for one in marks if one.section == section)


class Desk:
    """Remembers what it was told; `places` and `states` are what was known before."""

    def __init__(self, places=None, states=None, notes=()):
        self.places, self.states = places or {}, states or {}
        self.noted, self.right = [], set()
        self.broken, self.notes = False, notes
        self.learning = SimpleNamespace(marks=Marks(self))

    def course(self):
        titles = {"zh": "客服中心", "en": "The centre"}
        return Course("C", "1", titles, 20, (Chapter(1, titles, ("1.1", "1.2")),))

    def section(self, section_id):
        texts = {lang: _text(section_id, lang) for lang in ("zh", "en")}
        return Section(section_id, 1, 6, texts, ("F-STD-03", "F-COM-07"), CHECKS)

    def training(self):
        sections = tuple(
            SectionProgress(name, self.states.get(name, SectionState.UNREAD), 0, 0, len(self.right), len(CHECKS))
            for name in ("1.1", "1.2")
        )
        chapter = ChapterProgress(1, {"zh": "客服中心", "en": "The centre"}, sections, None, False)
        return Training((chapter,), 10, NextStep.READ, "1.1")

    def reading_place(self, section_id):
        return self.places.get(section_id, 0)

    def note_reading(self, section_id, place, seconds, finished):
        if self.broken:
            raise DiskFull
        self.noted.append((section_id, place, seconds, finished))
        self.states[section_id] = SectionState.READ if finished else SectionState.STARTED

    def overlay_notes(self, _section_id):
        return self.notes

    def check_question(self, item_id):
        return _question(item_id)

    def check_answer(self, item_id, value):
        if self.broken:
            raise DiskFull
        if item_id == "n1" and not value.replace(".", "").isdigit():
            raise BadNumber(type="numerical", reason="no_number")
        given = BestWorst(**value) if isinstance(value, dict) else tuple(value) if isinstance(value, list) else value
        right = given == KEYS[item_id]
        self.right = self.right | {item_id} if right else self.right - {item_id}
        state = MarkState.RIGHT if right else MarkState.PARTIAL if given == ("A",) else MarkState.WRONG
        whys = {letter: f"why {letter}" for letter in ("A", "B", "C", "true", "false")}
        explained = Explanation(f"because of {item_id}", whys, {"base": "You took the wrong base."})
        return Reviewed(
            question=_question(item_id),
            response=given,
            mark=Mark(1, item_id, state, 0, 0, 1000),
            correct=KEYS[item_id],
            explanations={"zh": explained, "en": explained},
            section="1.1",
            facts=(),
            mistake="base" if given == "83.47" else None,
        )

    def terms(self):
        names = {"zh": "一次解决率", "en": "first contact resolution"}
        return (Term("fcr", names, {"zh": "一次办好的比例。", "en": "How many need no second call."}),)


class Clock:
    """Stands still until it is moved on."""

    def __init__(self):
        self.ms = 1_000_000

    def forward(self, seconds):
        self.ms += seconds * 1000

    def now(self):
        return Moment("boot", self.ms, self.ms, self.ms)


class Ways:
    """Where the page was left for."""

    def __init__(self):
        self.taken = []

    def __getattr__(self, name):
        return lambda *values: self.taken.append((name, *values))
