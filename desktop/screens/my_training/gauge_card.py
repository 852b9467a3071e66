"""How ready the person is, by chapter and as a whole, with what that rests on."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.my_training.state import GaugeLine, GaugePart
from desktop.widgets.card import Card
from desktop.widgets.layout import boxed, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.progress import ProgressBar
from desktop.words import tr


class GaugeCard(Card):
    """A sentence, its basis, a line for each chapter."""

    def __init__(self) -> None:
        super().__init__(tr("Ready for the final?"), icon="chart")
        self._shown: GaugePart | None = None
        self._headline = label("", "heading", name="gauge_headline")
        self._basis = label("", "small", name="gauge_basis")
        self._advice = label("", "body", name="gauge_advice")
        self._lines = QVBoxLayout()
        self.add(column(self._headline, self._basis, self._advice, gap="xs"))
        self.add(self._lines)

    def show_gauge(self, part: GaugePart | None) -> None:
        """Make the card agree with what is known; hidden without a gauge."""
        show_if(self, part is not None)
        if part is None or part == self._shown:
            return
        self._shown = part
        self._headline.setText(part.headline)
        self._basis.setText(part.basis)
        self._advice.setText(part.advice)
        clear_layout(self._lines)
        for place, line in enumerate(part.lines):
            self._lines.addWidget(_line(line, place))


def _line(line: GaugeLine, place: int) -> QWidget:
    bar = ProgressBar(line.title, thin=True)
    bar.set_value(line.percent, line.chance)
    lines = column(label(line.title, "strong"), bar, label(line.basis, "small"), gap="xxs")
    return named(boxed(lines), f"gauge_{place}", f"{line.title}: {line.chance}, {line.basis}")
