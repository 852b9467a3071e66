"""The report of a session: read on the screen, or taken out as text with its digest in the journal."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.screens.session_report.rehearsed import mend_texts, outcome_facts, report_title
from desktop.screens.session_report.state import SessionReportState
from desktop.screens.session_report.telling import (
    facts_of,
    gaps_of,
    incidents_of,
    overrides_of,
    report_text,
    sums_of,
)
from desktop.words.errors import error_sentence
from exams import AcademyError, SessionReport


class SessionReportScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: SessionReportState) -> None:
        """Show the report."""
        ...


class ReportDesk(Protocol):
    """The part of a proctor's desk that reports."""

    def report(self, session: str) -> SessionReport: ...  # noqa: D102
    def record_report(self, session: str, sha256: str) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `copy` puts a text where others can paste it, `save` makes a PDF of report and digest."""

    copy: Callable[[str], None]
    room: Callable[[], None]
    save: Callable[[SessionReport, str], None] = lambda _report, _digest: None


class SessionReportPresenter:
    """One session's facts as they stood when the page was opened or read again."""

    def __init__(self, desk: ReportDesk, session: str, exits: Exits) -> None:
        self._desk = desk
        self._session = session
        self._exits = exits
        self._screen: SessionReportScreen | None = None
        self._report: SessionReport | None = None
        self._copied = False
        self._fault: AcademyError | None = None

    def attach(self, screen: SessionReportScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Show the report; it is read once, so that a copy is what stood on the screen."""
        if self._report is None:
            self.read_again()
        else:
            self._draw()

    def read_again(self) -> None:
        """Read the facts as they stand now."""
        self._fault, self._copied = None, False
        try:
            self._report = self._desk.report(self._session)
        except AcademyError as error:
            self._fault = error
        self._draw()

    def copy(self) -> None:
        """Take the report out as text; first the journal says so, or nothing is taken out."""
        if self._report is not None and self._is_written_down(report_digest(self._report)):
            self._copied = True
            self._exits.copy(report_text(self._report, report_digest(self._report)))
            self._draw()

    def save(self) -> None:
        """The same as a PDF to sign."""
        if self._report is not None and self._is_written_down(report_digest(self._report)):
            self._exits.save(self._report, report_digest(self._report))
            self._draw()

    def _is_written_down(self, digest: str) -> bool:
        self._fault = None
        try:
            self._desk.record_report(self._session, digest)
        except AcademyError as error:
            self._fault = error
            self._draw()
        return self._fault is None

    def leave(self) -> None:
        """Back to the room."""
        self._exits.room()

    def _draw(self) -> None:
        if self._screen is None:
            return
        fault = error_sentence(self._fault).text if self._fault else ""
        report = self._report
        if report is None:
            self._screen.show_state(SessionReportState(fault=fault))
            return
        state = SessionReportState(
            heading=report_title(report),
            title=report.session.title,
            is_open=report.session.open,
            facts=(*facts_of(report), *sums_of(report)),
            sittings=report.sittings,
            gaps=gaps_of(report),
            overrides=overrides_of(report),
            incidents=incidents_of(report),
            outcome=outcome_facts(report),
            mend=mend_texts(report),
            digest=report_digest(report),
        )
        self._screen.show_state(replace(state, copied=self._copied, fault=fault))


def report_digest(report: SessionReport) -> str:
    """SHA-256 of the facts as JSON with sorted keys, the same in every language."""
    facts = json.dumps(report.as_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(facts.encode()).hexdigest()
