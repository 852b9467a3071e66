"""Notices, panels, tables, pictures."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import page, part, stack
from desktop.style.look import look
from desktop.widgets.layout import CardGrid
from desktop.widgets.notice import NoticeBar
from desktop.widgets.panel import StatePanel
from desktop.widgets.picture import PictureView
from desktop.widgets.table import Column, RowsModel, TableView
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr


@dataclass(frozen=True, slots=True)
class _Line:
    staff_id: str
    name: str
    percent: int


def telling() -> QWidget:
    """What the app says, and lists of many rows."""
    return page(
        tr("Notices, panels, tables"),
        tr("Every tone has a shape of its own."),
        part(tr("Notices"), stack(*_notices())),
        _panels(),
        part(tr("Table"), _table(), _empty_table()),
        part(tr("Picture"), _picture()),
    )


def _notices() -> list[QWidget]:
    values = (
        NoticeValue(Tone.INFO, tr("The exam session opens at 14:00."), closable=True),
        NoticeValue(Tone.GOOD, tr("Everything is saved."), detail=tr("20 of 20 answers are on the disk.")),
        NoticeValue(
            Tone.WARN, tr("Five minutes are left."), tr("See what is open"), tr("3 questions without an answer")
        ),
        NoticeValue(Tone.BAD, tr("The disk is full: the last change is not saved."), tr("Try again")),
    )
    return [NoticeBar(value) for value in values]


def _panels() -> QWidget:
    grid = CardGrid(320)
    faces = (
        Face(FaceKind.EMPTY, tr("No exams yet"), tr("They appear here once a session is open."), tr("To the course")),
        Face(FaceKind.LOADING, tr("Reading the course")),
        Face(FaceKind.ERROR, tr("The certificate could not be drawn"), tr("The result is kept."), tr("Try again")),
        Face(FaceKind.DONE, tr("All sections are read"), tr("The final exam is open to you.")),
    )
    for face in faces:
        grid.add(StatePanel(face))
    return grid


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Staff ID"), lambda row: row.staff_id),
        Column(tr("Name"), lambda row: row.name, stretch=True),
        Column(tr("Score"), lambda row: f"{row.percent}%", sort=lambda row: row.percent, align_right=True),
    )


def _table() -> QWidget:
    view = TableView(tr("Results"))
    model = RowsModel(_columns())
    model.setParent(view)
    model.show_rows((_Line("R00001", "王小明", 92), _Line("R00002", "欧阳娜娜", 78), _Line("R00003", "Ana López", 100)))
    view.show_model(model)
    view.sort(2, descending=True)
    view.table.selectRow(1)
    view.setFixedHeight(look().px(220))
    return view


def _empty_table() -> QWidget:
    view = TableView(tr("Results"))
    model = RowsModel(_columns())
    model.setParent(view)
    view.show_model(model)
    return view


def _picture() -> QWidget:
    view = PictureView(tr("Picture"))
    width, height = 280, 200
    rows = (bytes((250, 246, 236, 255)) * width if y % 24 else bytes((154, 69, 41, 255)) * width for y in range(height))
    view.show_picture(width, height, b"".join(rows))
    view.setFixedHeight(look().px(320))
    return view
