"""Steps through a sitting as it was: one number says where, everything on the screen follows from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_replay.state import Disturbance, HrReplayState, ShownItem, StepRow
from desktop.screens.hr_replay.telling import disturbances_of, facts_of, left_text, lines_of, questions_of, stop_text
from desktop.widgets.values import Option
from desktop.words import language, pick, tr
from desktop.words.disputes import remark_text
from desktop.words.errors import error_sentence
from desktop.words.findings import finding_sentence
from desktop.words.replay import json_value
from exams import AcademyError


class HrReplayScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrReplayState) -> None:
        """Show where the replay stands."""
        ...


class ReplayDesk(Protocol):
    """Where sittings are kept; `is_open` once HR's keys are."""

    @property
    def is_open(self) -> bool: ...  # noqa: D102
    def open(self, secret: str) -> None: ...  # noqa: D102
    def replay(self, sitting: str) -> Any: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads: back, and to an appeal against the question on the screen."""

    leave: Callable[[], None]
    appeal: Callable[[str, str, int], None]


class HrReplayPresenter:
    """One sitting; the same step comes back when the language or the look changes."""

    def __init__(self, desk: ReplayDesk, jobs: Jobs, sitting: str, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._sitting = sitting
        self._exits = exits
        self._screen: HrReplayScreen | None = None
        self._told: Any = None
        self._step = 1
        self._other = False
        self._busy = False
        self._fault: AcademyError | None = None
        self._lines: tuple[tuple[StepRow, ...], tuple[int, ...], tuple[Disturbance, ...]] = ((), (), ())
        self._spoken = ""

    def attach(self, screen: HrReplayScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrReplayScreen) -> None:
        """That view is gone; work that is still under way has nothing to draw on."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Show where it stands; with open keys the sitting is read at once."""
        if self._told is None and self._desk.is_open and not self._busy and self._fault is None:
            self._read(lambda: None)
        else:
            self._draw()

    def open(self, secret: str) -> None:
        """Open the keys, then read the sitting."""
        if not self._busy:
            self._read(lambda: self._desk.open(secret))

    def go_to(self, step: int) -> None:
        """To a step, from 1; beyond the ends nothing happens."""
        if self._told is not None and 1 <= step <= len(self._told.retold.steps) and step != self._step:
            self._step = step
            self._draw()

    def go_on(self) -> None:
        """One step further."""
        self.go_to(self._step + 1)

    def go_back(self) -> None:
        """One step back."""
        self.go_to(self._step - 1)

    def go_to_question(self, position: int) -> None:
        """To where the question's answer stood for good."""
        if self._told is not None:
            self.go_to(self._told.retold.last_of(position))

    def next_disturbance(self, way: int) -> None:
        """To the next pause, gap or incident (1), or the one before (-1)."""
        steps = sorted({one.step for one in self._lines[2]})
        further = [one for one in steps if (one - self._step) * way > 0]
        if further:
            self.go_to(min(further) if way > 0 else max(further))

    def toggle_language(self) -> None:
        """Show the question in its other language."""
        self._other = not self._other
        self._draw()

    def appeal(self) -> None:
        """Enter an appeal against the question on the screen."""
        if self._told is not None:
            self._exits.appeal(self._sitting, self._told.row.staff_id, self._moved().position)

    def leave(self) -> None:
        """Back to the person."""
        if not self._busy:
            self._exits.leave()

    def _read(self, first: Callable[[], None]) -> None:
        self._busy, self._fault = True, None
        self._draw()

        def work() -> Any:
            first()
            return self._desk.replay(self._sitting)

        self._jobs.run(work, self._done, self._failed)

    def _done(self, told: Any) -> None:
        self._busy, self._told = False, told
        self._step = min(2, len(told.retold.steps))
        self._draw()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._fault = error if isinstance(error, AcademyError) else None
        self._draw()

    def _moved(self) -> Any:
        return self._told.retold.steps[self._step - 1]

    def _draw(self) -> None:
        if self._screen is None:
            return
        title = tr("Replay of {sitting}").format(sitting=self._sitting)
        if self._told is None:
            fault = error_sentence(self._fault).text if self._fault else ""
            self._screen.show_state(HrReplayState(title, busy=self._busy, fault=fault))
            return
        self._screen.show_state(self._state(title))

    def _state(self, title: str) -> HrReplayState:
        told, moved = self._told, self._moved()
        if self._spoken != language() or not self._lines[0]:
            self._spoken, self._lines = language(), lines_of(told.retold, disturbances_of(told))
        rows, places, disturbances = self._lines
        sitting = moved.sitting
        wrong = [finding_sentence(str(one.code), one.facts).text for one in told.findings]
        return HrReplayState(
            title=title,
            facts=facts_of(told),
            opened=True,
            disagrees="\n".join(wrong),
            rows=rows,
            places=places,
            disturbances=disturbances,
            step=self._step,
            told=tr("Step {step} of {steps}: {what}").format(
                step=self._step, steps=len(rows), what=rows[self._step - 1].text
            ),
            stopped=stop_text(sitting),
            clock=left_text(sitting),
            position=moved.position,
            total=len(sitting.paper.items),
            item=self._item(sitting, moved.position),
            questions=questions_of(sitting),
            scratch=sitting.scratch,
            lang=self._lang(),
            lang_told=_lang_text(moved.lang),
        )

    def _lang(self) -> str:
        """As it stood, unless the other one was asked for; the language in use where nothing tells it."""
        shown = self._moved().lang or language()
        return {"zh": "en"}.get(shown, "zh") if self._other else shown

    def _item(self, sitting: Any, position: int) -> ShownItem:
        question, place = self._told.questions.get(position), sitting.paper.at(position)
        if question is None:
            return ShownItem(item_type=place.type.value, known=False)
        given = sitting.answers.get(position)
        lang = self._lang()
        value = json_value(given) if given is not None else sitting.drafts.get(position)
        return ShownItem(
            item_type=question.type.value,
            stem=_in(lang, question.stems),
            options=tuple(Option(letter, text) for letter, text in _in(lang, question.options)),
            unit=question.unit,
            value=value,
            struck=frozenset(sitting.strikes.get(position, ())),
            spans=tuple(sitting.highlights.get((position, lang), ())),
            flagged=position in sitting.flags,
            remark=remark_text(sitting.comments.get(position)),
        )


def _lang_text(lang: str) -> str:
    if not lang:
        return tr("Nothing tells in which language it stood there.")
    return tr("It stood there in Chinese.") if lang == "zh" else tr("It stood there in English.")


def _in(lang: str, texts: Mapping[str, Any]) -> Any:
    return texts.get(lang) or pick(texts)
