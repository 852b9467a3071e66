"""Keeps the boxes as they are written, names the exam items to be looked at, and saves the next version."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from desktop.screens.overlay.state import DAY, EN, PLACE, SOURCE, ZH, BoxRow, OverlayState
from desktop.words import pick, tr
from desktop.words.clock import datetime_text
from desktop.words.errors import error_sentence
from exams import AcademyError, Citing, Outline, Overlay, OverlayNote, note_fault

_MOST_CITING = 40
_EMPTY = OverlayNote("", "", {"zh": ""}, "", "")


class OverlayScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: OverlayState) -> None:
        """Show the boxes."""
        ...


class OverlayDesk(Protocol):
    """The part of headquarters that keeps the overlay."""

    def outline(self) -> Outline: ...  # noqa: D102
    def current(self) -> Overlay: ...  # noqa: D102
    def history(self) -> tuple[Any, ...]: ...  # noqa: D102
    def save(self, before: Overlay, notes: Sequence[OverlayNote]) -> Overlay: ...  # noqa: D102
    def citing(self, notes: Sequence[OverlayNote]) -> tuple[Citing, ...]: ...  # noqa: D102


class OverlayPresenter:
    """What was written and not saved stays until the room is left."""

    def __init__(self, desk: OverlayDesk, leave: Callable[[], None]) -> None:
        self._desk = desk
        self._leave = leave
        self._screen: OverlayScreen | None = None
        self._saved = Overlay()
        self._notes: list[OverlayNote] = []
        self._outline = Outline()
        self._at = 0
        self._begun = False
        self._told = self._fault = ""

    def attach(self, screen: OverlayScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: OverlayScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    @property
    def is_changed(self) -> bool:
        """True while something written is not saved."""
        return tuple(self._notes) != self._saved.notes

    def show(self) -> None:
        """Read what is kept, once; what was written since stays."""
        try:
            self._outline = self._desk.outline()
            if not self._begun:
                self._saved, self._begun = self._desk.current(), True
                self._notes = [*self._saved.notes]
        except AcademyError as error:
            self._fault = error_sentence(error).text
        self._draw()

    def choose_row(self, row: object) -> None:
        """One box is the one that is written."""
        if isinstance(row, BoxRow) and row.number != self._at:
            self._at = row.number
            self._draw()

    def add(self) -> None:
        """An empty box at the end, which is the one that is written."""
        self._notes.append(_EMPTY)
        self._at = len(self._notes) - 1
        self._told = ""
        self._draw()

    def remove(self) -> None:
        """The box one is at goes; the next pack will not bring it."""
        if self._notes:
            del self._notes[self._at]
            self._at = max(0, min(self._at, len(self._notes) - 1))
            self._told = ""
            self._draw()

    def type(self, name: str, text: str) -> None:
        """A field of the box and what stands in it now."""
        if not self._notes:
            return
        changed = _with(self._notes[self._at], name, text)
        if changed != self._notes[self._at]:
            self._notes[self._at] = changed
            self._told = self._fault = ""
            self._draw()

    def save(self) -> None:
        """All boxes as the next version."""
        if not self.is_changed or any(map(note_fault, self._notes)):
            return
        try:
            self._saved = self._desk.save(self._saved, self._notes)
            self._fault = ""
            told = tr("Version {version} is saved. The next pack brings it; one without boxes takes them away.")
            self._told = told.format(version=self._saved.version)
        except AcademyError as error:
            self._told, self._fault = "", error_sentence(error).text
        self._draw()

    def leave(self) -> None:
        """Back to the list of questions."""
        self._leave()

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state())

    def _state(self) -> OverlayState:
        here = self._notes[self._at] if self._notes else None
        sound = not any(map(note_fault, self._notes))
        return OverlayState(
            rows=tuple(_row(number, note) for number, note in enumerate(self._notes)),
            chosen=str(self._at) if here else "",
            places=_places(self._outline),
            fields=() if here is None else _fields(here),
            wrong="" if here is None else note_fault(here),
            citing=self._citing(),
            versions=tuple(map(_version, self._desk.history())) if self._begun else (),
            changed=self.is_changed,
            can_save=self.is_changed and sound,
            told=self._told,
            fault=self._fault,
        )

    def _citing(self) -> tuple[str, ...]:
        try:
            found = self._desk.citing(self._notes)
        except AcademyError:
            return ()
        told = tr("{item} (chapter {chapter}) cites {fact}")
        lines = [told.format(item=one.item, chapter=one.chapter, fact=one.fact) for one in found[:_MOST_CITING]]
        rest = len(found) - len(lines)
        return (*lines, tr("and {count} more").format(count=rest)) if rest else tuple(lines)


def _with(note: OverlayNote, name: str, text: str) -> OverlayNote:
    if name == PLACE:
        fact = text if text.startswith("F-") else ""
        return replace(note, fact=fact, section="" if fact else text)
    if name in (ZH, EN):
        texts = {**note.texts, name: text}
        return replace(note, texts={one: words for one, words in texts.items() if words or one == ZH})
    return replace(note, **{name: text.strip() if name == DAY else text})  # type: ignore[arg-type]


def _fields(note: OverlayNote) -> tuple[tuple[str, str], ...]:
    return (
        (PLACE, note.fact or note.section),
        (ZH, note.texts.get(ZH, "")),
        (EN, note.texts.get(EN, "")),
        (SOURCE, note.source),
        (DAY, note.day),
    )


def _row(number: int, note: OverlayNote) -> BoxRow:
    place = note.fact or (tr("Section {id}").format(id=note.section) if note.section else "–")
    return BoxRow(number, place, pick(note.texts) or "–", note.source or "–", note.day or "–", bool(note_fault(note)))


def _places(outline: Outline) -> tuple[tuple[str, str], ...]:
    """Sections in the order of the course, then facts with the sections that cite them."""
    sections = [(name, tr("Section {id}").format(id=name)) for one in outline.chapters for name in one.sections]
    told = tr("{fact} · cited in {sections}")
    facts = [(fact, told.format(fact=fact, sections=", ".join(cited[:4]))) for fact, cited in outline.cited.items()]
    return (*facts, *sections)


def _version(row: Any) -> str:
    told = tr("Version {version}, {who}, {when}")
    return told.format(version=row.version, who=row.who, when=datetime_text(row.wt))
