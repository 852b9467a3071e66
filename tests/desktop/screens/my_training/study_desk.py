"""A desk made of real values, for the screens around studying: the real plan over what a test says was done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.style.look import Look
from desktop.style.sheet import apply_look
from desktop.words import language, use_language
from exams import (
    AcademyError,
    Changed,
    Chapter,
    ChapterProgress,
    Course,
    ExamOffer,
    Find,
    FindKind,
    Gauge,
    Kind,
    Mistake,
    Obstacle,
    Person,
    Readiness,
    Role,
    Section,
    SectionProgress,
    SectionState,
    SectionText,
    SittingLine,
    Term,
    Training,
)
from exams.training.plan import Standing, plan, with_gates
from tests.drivers.looks import cut_off, nameless, settle, unreachable
from tests.translations import compiled

XIAOYU = Person("T1001", "王小雨", "Wang Xiaoyu", "B1", "", Role.TRAINEE)
NOON = 1_795_500_000_000
TITLES = {"1.1": ("什么是客服中心", "What a centre is"), "1.2": ("服务渠道", "Channels"), "2.1": ("账户", "Accounts")}
TERMS = (
    Term("agent", {"zh": "坐席", "en": "agent"}, {"zh": "接听来电的人。", "en": "Who answers calls."}),
    Term("ivr", {"zh": "IVR（自助语音菜单）", "en": "IVR (voice menu)"}, {"zh": "语音菜单。", "en": "A spoken menu."}),
    Term("abandon", {"zh": "放弃率", "en": "abandonment rate"}, {"zh": "挂断的比例。", "en": "Those who hang up."}),
)
TEXTS = {
    "zh": {"1.1": "客服中心的坐席接听来电。", "1.2": "渠道有电话和在线。IVR 在最前。"},
    "en": {"1.1": "An agent in the centre answers.", "1.2": "Channels are phone and chat. The IVR comes first."},
}

SOUNDS = (
    ("zx", Find(FindKind.SECTION, "1.1", 0, "zh", "什么是客服中心", "客服中心的\x02坐席\x03接听来电。")),
    ("dhs", Find(FindKind.SECTION, "1.2", 2, "zh", "服务渠道", "渠道有\x02电话和\x03在线。")),
    ("dhs", Find(FindKind.CALL, "s01", 4, "zh", "只晚了一天", "\x02电话是\x03本人打的吗？")),
    ("fql", Find(FindKind.TERM, "abandon", 0, "zh", "放弃率", "\x02放弃率\x03 挂断的比例。")),
)


def a_line(sitting: str = "s1", kind: str = "quiz", **other: object) -> SittingLine:
    """A graded sitting, passed with 80 %, unless the test says otherwise."""
    facts: dict[str, object] = {
        "staff_id": "T1001",
        "name": "王小雨",
        "session": "",
        "attempt": 1,
        "state": "graded",
        "answered": 10,
        "items": 10,
        "started_wt": NOON,
        "ended_wt": NOON,
        "percent": 80,
        "passed": True,
        "certificate": None,
    }
    return SittingLine(sitting=sitting, kind=kind, **{**facts, **other})  # type: ignore[arg-type]


@dataclass(frozen=True)
class PaperName:
    """All a list of results needs of a paper."""

    blueprint: str


@dataclass(frozen=True)
class SittingOfQuiz:
    """All a list of results needs of a sitting."""

    paper: PaperName


class Unpractised:
    """A person who has missed and read nothing yet."""

    def mistakes(self) -> tuple[Mistake, ...]:
        return ()

    def due(self) -> tuple[Mistake, ...]:
        return ()

    def changed(self) -> tuple[Changed, ...]:
        return ()

    def readiness(self) -> Gauge:
        return Gauge({1: Readiness(None, 0, 0)}, Readiness(None, 0, 0))


@dataclass
class StudyDesk:
    """A trainee's desk over one or two chapters."""

    chapters: int = 1
    states: dict[str, SectionState] = field(default_factory=dict)
    seconds: dict[str, int] = field(default_factory=dict)
    right: dict[str, int] = field(default_factory=dict)
    passed_quizzes: tuple[int, ...] = ()
    lines: tuple[SittingLine, ...] = ()
    obstacle: Obstacle = Obstacle.NO_SESSION
    next_try_wt: int | None = None
    certificate: str | None = None
    open_sitting: str | None = None
    gating: bool = False
    glossary: tuple[Term, ...] = TERMS
    fault: AcademyError | None = None
    person: Person = XIAOYU
    learning: Any = field(default_factory=Unpractised)

    def course(self) -> Course:
        names = {1: ("客服中心", "The centre"), 2: ("账户业务", "Accounts and cards")}
        chapters = tuple(
            Chapter(number, _both(names[number]), tuple(s for s in TITLES if s.startswith(str(number))))
            for number in range(1, self.chapters + 1)
        )
        return Course("CS", "1", _both(("客服培训", "Service training")), 20, chapters)

    def training(self) -> Training:
        if self.fault:
            raise self.fault
        chapters = tuple(
            ChapterProgress(
                chapter=one.number,
                titles=one.titles,
                sections=tuple(self._progress(section) for section in one.sections),
                quiz_best=80 if one.number in self.passed_quizzes else None,
                quiz_passed=one.number in self.passed_quizzes,
            )
            for one in self.course().chapters
        )
        standing = Standing(
            minutes={section: 7 for one in self.course().chapters for section in one.sections},
            mock_taken=any(line.kind == "mock" for line in self.lines),
            open_sitting=self.open_sitting,
            certificate=self.certificate,
            may_sit=self.obstacle is Obstacle.NONE,
        )
        return plan(with_gates(chapters, self.gating), standing)

    def section(self, section_id: str) -> Section:
        texts = {lang: SectionText(title, (), ()) for lang, title in _both(TITLES[section_id]).items()}
        return Section(section_id, int(section_id[0]), 7, texts, (), ("q1", "q2"))

    def offer(self, kind: Kind, chapter: int | None = None) -> ExamOffer:
        names = {
            Kind.QUIZ: _both((f"第{chapter}章测验", f"Chapter {chapter} quiz")),
            Kind.MOCK: _both(("模拟考试", "Mock examination")),
            Kind.FINAL: _both(("结业考试", "Final examination")),
        }
        final = kind is Kind.FINAL
        return ExamOffer(
            blueprint=kind.value,
            titles=names[kind],
            items=10 if kind is Kind.QUIZ else 20,
            minutes=0 if kind is Kind.QUIZ else 20,
            points=20_000,
            pass_percent=70 if kind is Kind.QUIZ else 80,
            red_line_items=0,
            red_line_needed=0,
            attempt=1,
            tries=3,
            obstacle=self.obstacle if final else Obstacle.NONE,
            next_try_wt=self.next_try_wt if final else None,
        )

    def history(self) -> tuple[SittingLine, ...]:
        if self.fault:
            raise self.fault
        return self.lines

    def sitting(self, sitting_id: str) -> SittingOfQuiz:
        return SittingOfQuiz(PaperName("quiz-1"))

    def terms(self) -> tuple[Term, ...]:
        if self.fault:
            raise self.fault
        return self.glossary

    def find(self, text: str, lang: str) -> tuple[Find, ...]:
        found = {section: words for section, words in TEXTS[lang].items() if text.casefold() in words.casefold()}
        place = ("zh", "en").index(lang)
        return tuple(
            Find(FindKind.SECTION, section, 3, lang, TITLES[section][place], words.replace(text, f"\x02{text}\x03"))
            for section, words in found.items()
        )

    def find_initials(self, text: str) -> tuple[Find, ...]:
        return tuple(one for letters, one in SOUNDS if letters == text.casefold())

    def read(self, *sections: str) -> "StudyDesk":
        """Say that these were read to the end, for seven minutes each."""
        for section in sections:
            self.states[section], self.seconds[section] = SectionState.READ, 420
        return self

    def _progress(self, section: str) -> SectionProgress:
        state = self.states.get(section, SectionState.UNREAD)
        return SectionProgress(section, state, 0, self.seconds.get(section, 0), self.right.get(section, 0), 2)


@contextmanager
def chinese() -> Iterator[None]:
    """Speak Chinese for a while."""
    use_language("zh", compiled() / "zh")
    try:
        yield
    finally:
        use_language("en")


def _both(pair: tuple[str, str]) -> dict[str, str]:
    return {"zh": pair[0], "en": pair[1]}


def faults_of(qtbot: Any, qapp: Any, made: Callable[[], QWidget]) -> list[str]:
    """What is cut off, nameless or out of reach in a view, in both languages, at 100 % and 200 %, wide and narrow."""
    found = []
    for speaking in (chinese, nullcontext):
        for zoom, size in ((100, (1440, 900)), (200, (1024, 700))):
            with speaking():
                apply_look(qapp, Look(zoom=zoom))
                view = made()
                opened(qtbot, view, *size)
                faults = cut_off(view) + nameless(view) + unreachable(view)
                found += [f"{language()} {zoom} %: {fault}" for fault in faults]
    apply_look(qapp, Look())
    return found


def opened(qtbot: Any, view: QWidget, width: int = 1440, height: int = 900) -> None:
    """Show a view in a window of its own, the active one."""
    qtbot.addWidget(view)
    view.resize(width, height)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    settle()
