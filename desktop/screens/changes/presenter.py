"""The difference of each updated section in the language in use, and its signature."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.screens.changes.state import ChangedPart, ChangesState, Difference
from desktop.widgets.values import Face, FaceKind, Tone
from desktop.words import language, mark, pick, tr, trn
from desktop.words.errors import error_sentence
from desktop.words.languages import other_language
from exams import AcademyError, Change, Changed, ChangeKind, PieceKind, Section

_LOOKS = {
    ChangeKind.ADDED: (mark("New"), Tone.GOOD),
    ChangeKind.REMOVED: (mark("No longer there"), Tone.WARN),
    ChangeKind.REWRITTEN: (mark("Rewritten"), Tone.INFO),
}

_AROUND = 40
"""Characters shown on either side of a difference."""


class ChangesScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: ChangesState) -> None:
        """Show the differences."""
        ...


class ChangesDesk(Protocol):
    """The part of a trainee's desk that knows what was read."""

    def changed(self) -> tuple[Changed, ...]: ...  # noqa: D102
    def sign(self, section_id: str) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the screen leads; `signed` tells in passing that a signature is on the disk."""

    section: Callable[[str], None]
    home: Callable[[], None]
    signed: Callable[[str], None]
    failed: Callable[[AcademyError], None]


class ChangesPresenter:
    """One person's sections to be read again. `section` gives a section with its titles."""

    def __init__(self, desk: ChangesDesk, section: Callable[[str], Section], exits: Exits) -> None:
        self._desk = desk
        self._section = section
        self._exits = exits
        self._screen: ChangesScreen | None = None

    def attach(self, screen: ChangesScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Compare anew and show it."""
        try:
            state = self._state()
        except AcademyError as error:
            words = error_sentence(error)
            state = ChangesState(face=Face(FaceKind.ERROR, words.what, words.next))
        if self._screen is not None:
            self._screen.show_state(state)

    def sign(self, section_id: str) -> None:
        """Write down that the person has read the difference."""
        try:
            self._desk.sign(section_id)
        except AcademyError as error:
            self._exits.failed(error)
        else:
            self._exits.signed(tr("Section {section}: your signature is saved.").format(section=section_id))
        self.show()

    def open(self, section_id: str) -> None:
        """On to the whole section."""
        self._exits.section(section_id)

    def go_home(self) -> None:
        """Back to the training page."""
        self._exits.home()

    def _state(self) -> ChangesState:
        changed = self._desk.changed()
        if not changed:
            title = tr("Nothing has changed")
            text = tr("Every section you have read still reads as it did then.")
            return ChangesState(face=Face(FaceKind.EMPTY, title, text, tr("To my training")))
        summary = trn("{n} section you have read was updated", "{n} sections you have read were updated", len(changed))
        return ChangesState(summary, tuple(self._part(one) for one in changed))

    def _part(self, changed: Changed) -> ChangedPart:
        section = self._section(changed.section)
        title = pick({lang: text.title for lang, text in section.texts.items()})
        here = changed.differences.get(language(), ())
        other = other_language(language())
        shown = here or changed.differences.get(other.code, ())
        note = tr("Only the other language ({name}) was changed.").format(name=other.name) if shown and not here else ""
        chapter = tr("Chapter {n}").format(n=changed.chapter)
        count = trn("{n} paragraph differs", "{n} paragraphs differ", len(shown))
        return ChangedPart(
            key=changed.section,
            title=f"{changed.section}  {title}",
            subtitle=f"{chapter} · {count}",
            differences=tuple(_difference(one) for one in shown),
            note=note,
        )


def _difference(change: Change) -> Difference:
    word, tone = _LOOKS[change.what]
    before = "" if change.what is ChangeKind.ADDED else _side(change, PieceKind.GONE)
    now = "" if change.what is ChangeKind.REMOVED else _side(change, PieceKind.NEW)
    return Difference(tr(word), tone, before, now)


def _side(change: Change, kind: PieceKind) -> str:
    """The words of one side; marked what only that side has, where it has anything else too."""
    pieces = [(piece, text) for piece, text in change.pieces if piece in {PieceKind.SAME, kind}]
    if change.what is not ChangeKind.REWRITTEN:
        return "".join(text for _, text in pieces)
    last = len(pieces) - 1
    return "".join(
        f"\x02{text}\x03" if piece is kind else _shortened(text, first=place == 0, last=place == last)
        for place, (piece, text) in enumerate(pieces)
    )


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """Of a long run that stayed, what stands next to the differences."""
    if len(text) <= 3 * _AROUND:
        return text
    before = "" if first else _whole(text[:_AROUND], text[:_AROUND].rpartition(" ")[0])
    after = "" if last else _whole(text[-_AROUND:], text[-_AROUND:].partition(" ")[2])
    return f"{before} … {after}"


def _whole(cut: str, words: str) -> str:
    """Without the part of a word at its end, where words have blanks between them."""
    return words if len(words) > _AROUND // 2 else cut
