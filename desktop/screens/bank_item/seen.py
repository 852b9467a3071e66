"""The question as the candidate sees it, with the cards of the exam."""

from desktop.screens.bank_item.state import BankItemState
from desktop.widgets.answers import StemView, answer_input
from desktop.widgets.card import Card
from desktop.widgets.layout import column
from desktop.widgets.naming import label, named
from desktop.widgets.values import Option
from desktop.words import tr
from exams import BOARD

LETTERS = "ABCDEFGH"
OTHER = "other_seen"
"""The name of the card that shows the second language."""


class SeenCard(Card):
    """Follows what is typed; its answers cannot be chosen."""

    def __init__(self, kind: str, *, with_key: bool = False, name: str = "seen") -> None:
        """`kind` names the card, empty for none; `with_key` tells the key below; `name` is that of its parts."""
        super().__init__(tr("In the other language") if name == OTHER else tr("As the candidate sees it"), icon="eye")
        self._stem = named(StemView(), f"{name}_stem")
        self._answer = named(answer_input(kind), f"{name}_answer") if kind else None
        self._key = label("", "muted", name=f"{name}_key")
        self._options: tuple[Option, ...] | None = None
        place = column(self._stem, gap="m")
        if self._answer is not None:
            place.addWidget(self._answer)
        if with_key:
            place.addWidget(self._key)
        self.add(place)

    def show_state(self, state: BankItemState) -> None:
        """Show the draft, or the question as it came."""
        draft = state.draft
        self._stem.show_stem(draft.stem if draft is not None else state.plain)
        self._key.setText(tr("Key: {key}").format(key=state.key))
        options = tuple(Option(letter, text) for letter, text in _options(state))
        if self._answer is not None and options != self._options:
            self._options = options
            self._answer.show_question(options)
            self._answer.set_read_only(True)


def _options(state: BankItemState) -> tuple[tuple[str, str], ...]:
    if state.draft is None:
        return state.card
    board = tuple(
        (letter, f"{state.draft.regions}\npicture\n{text.partition(chr(10) + 'picture' + chr(10))[2]}")
        for letter, text in state.card[:1]
        if letter == BOARD
    )
    return board + tuple(
        (letter, text) for letter, text in zip(LETTERS, state.draft.options, strict=False) if text.strip()
    )
