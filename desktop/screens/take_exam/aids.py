"""What a person marks and notes beside the answers: strike-outs, highlights, notes, remarks, the other language."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar
from weakref import proxy

from desktop.screens.take_exam.contract import AidDesk
from desktop.screens.take_exam.state import AidState, Panel
from desktop.words import language, pick
from exams import Sitting

T = TypeVar("T")


class Host(Protocol):
    """Whose sitting it is."""

    @property
    def sitting(self) -> Sitting:
        """As it stands."""
        ...

    def keep(self, work: Callable[[], Sitting]) -> bool:
        """Take over what the desk gives and show it; False where it refused, and that was said."""
        ...

    def show(self) -> None:
        """Show what has changed."""
        ...


class Aids:
    """Of one running sitting. The host holds these aids, they only look at it: so both go when the screen goes."""

    def __init__(self, desk: AidDesk, host: Host) -> None:
        self._desk = desk
        self._host = proxy(host)
        self._panel = Panel.NONE
        self._striking = False
        self._other = ""  # the language the person has asked this one question in

    def pick(self, texts: Mapping[str, T]) -> T:
        """What stands there in the language in which the question is shown."""
        return texts[self._other] if self._other and texts.get(self._other) else pick(texts)

    def lang(self) -> str:
        """The code of the language in which the question is shown."""
        return self._other or language()

    def state(self, calculates: bool) -> AidState:
        """What the tools show; a calculator only where the question asks for a number."""
        sitting = self._host.sitting
        position = sitting.position
        said = sitting.comments.get(position)
        hidden = self._panel is Panel.CALCULATOR and not calculates
        return AidState(
            lang=self.lang(),
            strikes=sitting.strikes.get(position, frozenset()),
            spans=sitting.highlights.get((position, self.lang()), ()),
            striking=self._striking,
            panel=Panel.NONE if hidden else self._panel,
            calculates=calculates,
            scratch=sitting.scratch,
            remark=("", "") if said is None else (said.kind.value, said.text),
        )

    def turned(self) -> None:
        """Another question is shown: what was about the one before is put away; notes stay open."""
        self._striking, self._other = False, ""
        if self._panel is Panel.REMARK:
            self._panel = Panel.NONE

    def toggle(self, panel: Panel) -> None:
        """Open a panel, or close it where it is open."""
        self._panel = Panel.NONE if panel is self._panel else panel
        self._host.show()

    def toggle_striking(self) -> None:
        """From now on a press on an option strikes it out, or chooses again."""
        self._striking = not self._striking
        self._host.show()

    def toggle_language(self) -> None:
        """Show this question in the other language; the answer stays."""
        self._other = "" if self._other else {"zh": "en"}.get(language(), "zh")
        self._host.show()

    def strike(self, letter: str) -> None:
        """Strike an option out, or take that back."""
        sitting = self._host.sitting
        struck = sitting.strikes.get(sitting.position, frozenset()) ^ {letter}
        self._host.keep(lambda: self._desk.strike(sitting.id, sitting.position, struck))

    def highlight(self, start: int, end: int) -> None:
        """Highlight a piece of the stem."""
        sitting = self._host.sitting
        self._host.keep(lambda: self._desk.highlight(sitting.id, sitting.position, self.lang(), (start, end)))

    def unhighlight(self, at: int) -> None:
        """Take the highlight at a character away."""
        sitting = self._host.sitting
        self._host.keep(lambda: self._desk.unhighlight(sitting.id, sitting.position, self.lang(), at))

    def note(self, text: str) -> None:
        """Keep the scratch sheet as it stands."""
        sitting = self._host.sitting
        if text != sitting.scratch:
            self._host.keep(lambda: self._desk.scratch(sitting.id, text))

    def remark(self, kind: str, text: str) -> None:
        """Keep what the person objects to in this question."""
        sitting = self._host.sitting
        self._host.keep(lambda: self._desk.comment(sitting.id, sitting.position, kind, text))
