"""Judges what is dropped, chosen, pasted or scanned, beside the window; tells of each what it is and why."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from certificates import Verdict
from desktop.background.contract import Jobs
from desktop.screens.verify.judging import Judge, Judged, Judging
from desktop.screens.verify.state import VerifyState
from desktop.screens.verify.telling import detail_of, line_of, lists_notice, tone_of
from desktop.words.errors import error_sentence
from desktop.words.verdicts import STATUSES, is_signed, kind_of, status_text
from exams import AcademyError

Chosen = Callable[[tuple[Path, ...]], None]


class VerifyScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: VerifyState) -> None:
        """Show the page."""
        ...


class DatedJudge(Judge, Protocol):
    """A judge that knows how old HR's lists are."""

    @property
    def lists_day(self) -> date | None:
        """Of the oldest of them."""
        ...

    @property
    def lists_days(self) -> int | None:
        """How many days ago that was."""
        ...


@dataclass(frozen=True, slots=True)
class Tools:
    """What the page works with; all but `choose_…` is called on the worker.

    `judge` goes by what the home believes now, `second_look` asks another program about a file. `believes` is False
    while the home knows nobody at headquarters.
    """

    jobs: Jobs
    judge: Callable[[], DatedJudge]
    believes: Callable[[], bool]
    second_look: Callable[[Path, Verdict], Verdict]
    gather: Callable[[Iterable[Path]], Iterator[Path]]
    choose_files: Callable[[Chosen], None]
    choose_folder: Callable[[Chosen], None]


class VerifyPresenter:
    """What was judged stays while the page is left open; each run goes by the newest lists."""

    def __init__(self, tools: Tools, leave: Callable[[], None]) -> None:
        self._tools = tools
        self._leave = leave
        self._screen: VerifyScreen | None = None
        self._judging = Judging(tools.gather)
        self._lists: tuple[bool, date | None, int | None] | None = None
        self._fault: AcademyError | None = None
        self._chosen = ""
        self._busy = False
        self._second: dict[str, Verdict] = {}
        self._asking = ""

    def attach(self, screen: VerifyScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: VerifyScreen) -> None:
        """That view is gone; where no other took its place, what waits is not judged any more."""
        if self._screen is screen:
            self._screen = None
            self._judging.stop()

    def show(self) -> None:
        """Show the page; how old HR's lists are is looked up beside it."""
        if self._lists is None and not self._busy:
            self._run()
        self._draw()

    def choose_files(self) -> None:
        """Ask which files."""
        self._tools.choose_files(self.bring)

    def choose_folder(self) -> None:
        """Ask for a folder or a stick."""
        self._tools.choose_folder(self.bring)

    def bring(self, places: tuple[Path, ...]) -> None:
        """Judge files, and what lies in folders; more may come while it is at it."""
        if places:
            self._judging.bring(places)
            self._go_on()

    def scan(self, text: str) -> None:
        """Judge what a reader of codes typed, or what was pasted."""
        if text.strip():
            self._judging.scan(text.strip())
            self._go_on()

    def stop(self) -> None:
        """Enough; what was judged stays."""
        self._judging.stop()

    def clear(self) -> None:
        """Begin with an empty page."""
        if not self._busy:
            self._judging = Judging(self._tools.gather)
            self._chosen, self._second, self._fault = "", {}, None
            self._draw()

    def choose(self, key: str) -> None:
        """The line one is at."""
        if key != self._chosen:
            self._chosen = key
            self._draw()

    def ask_another(self) -> None:
        """What does another program say of the file one is at?"""
        item = self._at()
        if item is None or item.path is None or self._asking or not self._may_ask(item):
            return
        key, path, verdict = item.key, item.path, item.verdict
        self._asking = key
        self._tools.jobs.run(
            lambda: self._tools.second_look(path, verdict), lambda said: self._answered(key, said), self._not_answered
        )
        self._draw()

    def tick(self) -> None:
        """A moment has gone: show how far it is."""
        if self._busy:
            self._draw()

    def leave(self) -> None:
        """Back to where one came from."""
        self._leave()

    def _go_on(self) -> None:
        self._fault = None
        if not self._busy:
            self._run()
        self._draw()

    def _run(self) -> None:
        self._busy = True
        judging = self._judging

        def work() -> tuple[bool, date | None, int | None]:
            judge = self._tools.judge()
            judging.work(judge)
            return self._tools.believes(), judge.lists_day, judge.lists_days

        self._tools.jobs.run(work, self._done, self._failed)

    def _done(self, lists: tuple[bool, date | None, int | None]) -> None:
        self._busy, self._lists = False, lists
        self._follow_last()
        if self._judging.waits:  # it came when the worker had just looked for the last time
            self._run()
        self._draw()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._judging.forget()
        if isinstance(error, AcademyError):
            self._fault = error
        self._draw()

    def _answered(self, key: str, verdict: Verdict) -> None:
        self._asking = ""
        self._second[key] = verdict
        self._draw()

    def _not_answered(self, error: Exception) -> None:
        self._asking = ""
        if isinstance(error, AcademyError):
            self._fault = error
        self._draw()

    def _follow_last(self) -> None:
        """Whoever scans one paper after the other sees each; whoever brings files sees the first of them."""
        found = self._judging.found
        if found and (found[-1].path is None or not self._chosen):
            self._chosen = found[-1].key if found[-1].path is None else found[0].key

    def _at(self) -> Judged | None:
        return next((one for one in self._items() if one.key == self._chosen), None)

    def _items(self) -> tuple[Judged, ...]:
        return tuple(
            Judged(one.key, one.path, self._second.get(one.key, one.verdict)) for one in tuple(self._judging.found)
        )

    def _may_ask(self, item: Judged) -> bool:
        pdf = item.path is not None and item.path.suffix.lower() == ".pdf"
        return pdf and item.key not in self._second and is_signed(item.verdict)

    def _draw(self) -> None:
        if self._screen is None:
            return
        items, at, judging = self._items(), self._at(), self._judging
        kinds = Counter(kind_of(one.verdict) for one in items)
        asking = bool(self._asking) and self._asking == self._chosen
        self._screen.show_state(
            VerifyState(
                busy=self._busy and (judging.waits or bool(judging.at_work)),
                at_work=judging.at_work,
                done=len(items),
                of=judging.total,
                lines=tuple(line_of(one) for one in items),
                counts=tuple((f"{kinds[one]} {status_text(one)}", tone_of(one)) for one in STATUSES if kinds[one]),
                detail=detail_of(at, can_ask=self._may_ask(at), asking=asking) if at else None,
                lists=lists_notice(*self._lists) if self._lists else None,
                fault=error_sentence(self._fault).text if self._fault else "",
            )
        )
