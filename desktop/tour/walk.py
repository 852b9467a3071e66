"""Walks the story step by step; a step that fails is told with its picture, and the walk ends there."""

import logging
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from desktop.app import App, build_app
from desktop.shell.preferences import Preferences
from desktop.shell.window import SIZE
from desktop.tour.exam import CERTIFICATE, EXAM
from desktop.tour.front import DOOR, FIRST_RUN
from desktop.tour.hands import Hands, NotAsExpected
from desktop.tour.report import StepReport, TourReport
from desktop.tour.staff import STAFF
from desktop.tour.stage import NAMES, Stage, Step
from desktop.tour.study import STUDY
from desktop.wiring.root import Root
from exams import AcademyError, HomeState, glance

Told = Callable[[StepReport], None]


@dataclass(frozen=True, slots=True)
class Look:
    """How the app looks on the walk."""

    language: str = "zh"
    theme: str = "light"
    zoom: int = 100


def walk(home: Path, out: Path, look: Look, name: str, told: Told) -> TourReport:
    """Walk through the app on a home; pictures, certificate and report go straight into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("[0-9][0-9]-*.png"), out / CERTIFICATE):
        old.unlink(missing_ok=True)
    report = TourReport(str(home))
    fresh = glance(home).state is HomeState.EMPTY
    qInstallMessageHandler(_qt_says)
    app = build_app(home, Preferences(look.language, look.theme, look.zoom))
    saved = out / CERTIFICATE
    root = Root(app.window, home, lambda _name, chosen: chosen(saved))
    try:
        stage = _stage(app, root, out, name, fresh=fresh)
        for step in _steps(fresh=fresh):
            report.steps.append(_take(stage, step, report, home))
            told(report.steps[-1])
            if not report.steps[-1].ok:
                break
        if report.ok and stage.number:
            report.certificate = {"name": stage.name, "number": stage.number}
    finally:
        root.close()
        app.window.guard_close(None)
        app.window.close()
    report.write(out)
    return report


def _steps(*, fresh: bool) -> tuple[Step, ...]:
    return (*(FIRST_RUN if fresh else ()), *DOOR, *STUDY, *EXAM, *STAFF)


def _stage(app: App, root: Root, out: Path, name: str, *, fresh: bool) -> Stage:
    app.window.resize(*SIZE)
    root.start()
    app.window.show()
    app.window.activateWindow()
    hands = Hands(app.window)
    hands.settle()
    latin = "" if name else "Li Jingyi"
    return Stage(app.window, root, hands, out, name or NAMES["zh"], latin, fresh)


def _take(stage: Stage, step: Step, report: TourReport, home: Path) -> StepReport:
    begun, found = time.monotonic(), ""
    if not stage.cards:
        seen = glance(home)
        stage.cards = seen.cards
        stage.code = seen.session_code
        stage.unlock_codes = seen.unlock_codes
    try:
        step.act(stage)
    except (NotAsExpected, AcademyError) as error:
        found = str(error)
    stage.hands.settle()
    picture = ""
    if step.picture or found:
        taken = sum(bool(one.picture) for one in report.steps)
        picture = f"{taken + 1:02d}-{step.name}.png"
        stage.window.grab().save(str(stage.out / picture), "PNG", 60)
    return StepReport(step.name, not found, round(time.monotonic() - begun, 2), picture, found)


def _qt_says(kind: QtMsgType, where: QMessageLogContext, text: str) -> None:  # noqa: ARG001
    """Pass on what Qt warns of, but for what the offscreen platform says of itself."""
    if not text.startswith("This plugin does not support"):
        logging.getLogger("qt").warning(text)


def own_home(out: Path) -> Path:
    """A home of the walk's own under its folder, empty at the start."""
    home = out / "home"
    shutil.rmtree(home, ignore_errors=True)
    return home
