"""A question to try the exam's page out: nothing of it is recorded, and no clock runs."""

from collections.abc import Callable
from dataclasses import replace

from desktop.screens.take_exam.contract import TakeExamScreen
from desktop.screens.take_exam.state import AidState, Panel, TakeExamState
from desktop.widgets.values import Option, Place, PlaceState, SaveState
from desktop.words import language, pick, tr
from exams import Question

CALCULATED = frozenset({"numerical"})


class TrialPresenter:
    """Keeps one answer and all marks in memory; `done` leads back to the page before the exam."""

    def __init__(self, question: Question, done: Callable[[], None]) -> None:
        self._question = question
        self._done = done
        self._screen: TakeExamScreen | None = None
        self._value: object = None
        self._flagged = False
        self._other = ""
        self._aids = AidState()

    def attach(self, screen: TakeExamScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the question."""
        if self._screen is not None:
            self._screen.show_state(self._state())

    def leave(self) -> None:
        """Enough tried."""
        self._done()

    def choose(self, value: object) -> None:
        """Take a response, or what is typed of one; None takes it back."""
        self._value = value
        self.show()

    def flag(self) -> None:
        """Mark the question, or take the mark away."""
        self._flagged = not self._flagged
        self.show()

    def toggle(self, panel: Panel) -> None:
        """Open a panel, or close it where it is open."""
        self._show(panel=Panel.NONE if panel is self._aids.panel else panel)

    def toggle_striking(self) -> None:
        """From now on a press on an option strikes it out, or chooses again."""
        self._show(striking=not self._aids.striking)

    def toggle_language(self) -> None:
        """Show the question in the other language; the answer stays."""
        self._other = "" if self._other else {"zh": "en"}.get(language(), "zh")
        self._show(spans=())

    def strike(self, letter: str) -> None:
        """Strike an option out, or take that back."""
        self._show(strikes=self._aids.strikes ^ {letter})

    def highlight(self, start: int, end: int) -> None:
        """Highlight a piece of the stem."""
        self._show(spans=(*self._aids.spans, (start, end)))

    def unhighlight(self, at: int) -> None:
        """Take the highlight at a character away."""
        self._show(spans=tuple(span for span in self._aids.spans if not span[0] <= at < span[1]))

    def note(self, text: str) -> None:
        """Keep the notes as they stand."""
        self._show(scratch=text)

    def remark(self, kind: str, text: str) -> None:
        """Show how a remark looks once it is kept."""
        self._show(remark=(kind, text))

    def _show(self, **changes: object) -> None:
        self._aids = replace(self._aids, **changes)  # type: ignore[arg-type]  # each method gives what its field holds
        self.show()

    def _state(self) -> TakeExamState:
        question = self._question
        lang = self._other or language()
        answered = PlaceState.SEEN if self._value is None else PlaceState.ANSWERED
        options = question.options.get(lang) or pick(question.options)
        return TakeExamState(
            title=tr("To try out: nothing is recorded, no clock runs"),
            item_type=question.type.value,
            stem=question.stems.get(lang) or pick(question.stems),
            options=tuple(Option(letter, text) for letter, text in options),
            unit=question.unit,
            value=self._value,
            points=question.points,
            flagged=self._flagged,
            places=(Place(1, answered, self._flagged),),
            answered=int(self._value is not None),
            saved=SaveState.IDLE,
            trial=True,
            aids=replace(self._aids, lang=lang, calculates=question.type.value in CALCULATED),
        )
