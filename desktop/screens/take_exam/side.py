"""The card beside a question: how far the paper is, every question of it, the keys."""

from PySide6.QtWidgets import QWidget

from desktop.screens.take_exam.keys import KEYS, KEYS_ALWAYS
from desktop.screens.take_exam.state import TakeExamState
from desktop.widgets.badge import KeyHint
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.layout import boxed, column
from desktop.widgets.naming import named, show_if
from desktop.widgets.navigator import QuestionNavigator
from desktop.widgets.progress import ProgressBar
from desktop.words import tr


class ExamSide(Card):
    """`navigator` and `summary` tell what was asked of them."""

    def __init__(self) -> None:
        super().__init__(tr("All questions"))
        self.navigator = named(QuestionNavigator(), "navigator", tr("All questions"))
        self.summary = secondary(tr("Check and hand in"), name="summary")
        self._done = ProgressBar(tr("Answered questions"))
        self._keys = column(gap="xs")
        self._lists: dict[str, QWidget] = {}
        for part in (self._done, self.navigator, self.summary, boxed(self._keys)):
            self.add(part)

    def show_paper(self, state: TakeExamState) -> None:
        """Show how far it is."""
        self.navigator.show_places(state.places, state.position)
        done = tr("{answered} of {total} answered").format(answered=state.answered, total=state.total)
        self._done.set_value(state.answered * 100 // max(1, state.total), done)
        self.navigator.setEnabled(state.open)
        self.summary.setEnabled(state.open)
        show_if(self.summary, not state.trial)

    def show_keys(self, item_type: str) -> None:
        """Show the keys of a type of question."""
        if item_type not in self._lists:
            hints = [KeyHint(keys, tr(words)) for keys, words in (*KEYS[item_type], *KEYS_ALWAYS)]
            self._lists[item_type] = boxed(column(*hints, gap="xs"))
            self._keys.addWidget(self._lists[item_type])
        for kind, listed in self._lists.items():
            show_if(listed, kind == item_type)
