"""One verdict in full: what it is, why, what to do, and the facts it was read from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.verify.state import Detail
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card, FactList
from desktop.widgets.layout import FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.values import Tone
from desktop.words import tr

ICONS = {Tone.GOOD: "good", Tone.WARN: "warn", Tone.BAD: "error"}
"""A verdict has a shape too: colour never speaks alone."""


class VerdictCard(QWidget):
    """Shows a `Detail`.

    Signals:
        second_asked: what does another program say of the file?
    """

    second_asked = Signal()

    def __init__(self, detail: Detail | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = named(Badge(), "verdict_status")
        self._name = label("", "muted", name="verdict_file")
        self._why = label("", "subheading", name="verdict_why")
        self._then = label("", name="verdict_then")
        self._facts = named(FactList(), "verdict_facts")
        self._source = label("", "small", name="verdict_source")
        self._ask = secondary(tr("Ask a second program"), "search", name="ask_second")
        self._second = named(NoticeBar(), "second_opinion")
        self._ask.clicked.connect(self.second_asked)
        card = Card(tr("Verdict"))
        head = column(FlowRow(self._status, self._name, gap="m"), self._why, self._then, gap="s")
        self._asking = FlowRow(self._ask)
        for part in (head, self._facts, self._source, self._asking, self._second):
            card.add(part)
        self.setLayout(column(card))
        if detail is not None:
            self.show_detail(detail)

    def show_detail(self, detail: Detail) -> None:
        """Show this verdict."""
        line = detail.line
        self._status.show_badge(line.status, line.tone, ICONS.get(line.tone, "question"))
        self._name.setText(line.name)
        self._why.setText(line.why)
        self._then.setText(detail.then)
        self._facts.show_facts(detail.facts)
        show_if(self._facts, bool(detail.facts))
        self._source.setText(detail.source)
        show_if(self._source, bool(detail.source))
        self._ask.set_busy(detail.asking)
        show_if(self._asking, detail.can_ask or detail.asking)
        self._second.show_notice(detail.second)
