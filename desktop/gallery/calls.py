"""A simulated call: moods, lines, replies, the note, and what lies beside it in every state."""

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import line, page, part, stack
from desktop.screens.call.bubbles import BubbleView, ReplyButton
from desktop.screens.call.side import FoundCard, NoteCard, PhraseCard
from desktop.screens.call.state import Bubble, CallState, NoteField, Phrase, Reply
from desktop.widgets.layout import CardGrid
from desktop.widgets.mood import MoodSign
from desktop.words import tr
from desktop.words.calls import MOODS


def calls() -> QWidget:
    """Everything a call is made of."""
    bubbles = (
        Bubble(True, tr("The caller"), tr("I only want to know one thing: when do I hear from you?"), 3),
        Bubble(False, tr("You"), tr("By six o'clock on Friday, from me, by telephone."), 3),
        Bubble(True, tr("The caller"), tr("Good."), 1),
    )
    replies = (tr("By six o'clock on Friday, from me, by telephone."), tr("As soon as we can."))
    return page(
        tr("Simulated calls"),
        tr("A mood is a face and a word; what was said is ticked; what is hidden comes out by asking."),
        part(tr("How the caller feels"), line(*(_sign(mood) for mood in range(len(MOODS))))),
        part(tr("Conversation"), stack(*(BubbleView(one) for one in bubbles))),
        part(
            tr("What do you say?"),
            stack(*(ReplyButton(Reply(f"r{key}", key, text)) for key, text in enumerate(replies, 1))),
        ),
        _beside(),
    )


def _sign(mood: int) -> MoodSign:
    sign = MoodSign()
    sign.show_caller(tr("The caller"), mood)
    return sign


def _beside() -> QWidget:
    note, phrases, found, nothing = NoteCard(), PhraseCard(), FoundCard(), FoundCard()
    options = (("call", tr("We call back")), ("none", tr("None needed")))
    note.show_note((NoteField("next", tr("Next contact"), options, "call"),))
    told = tr("Who answers, and by when")
    phrases.show_phrases((Phrase(told, True), Phrase(told, False), Phrase(told, False, late=True, hint="60 s")))
    found.show_found(CallState(found=(tr("The daughter asks, not the customer."),), hidden=3))
    nothing.show_found(CallState(hidden=2, over=True))
    grid = CardGrid(300)
    for card in (note, phrases, found, nothing):
        grid.add(card)
    return grid
