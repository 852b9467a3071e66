"""Checks a question while it is written, saves it as the next version, and moves it through its life."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from desktop.screens.bank_item.state import BankItemState, Finding
from desktop.words import mark, tr
from desktop.words.bank_words import key_words, state_of_item, type_word
from desktop.words.clock import datetime_text
from desktop.words.errors import error_sentence, sentence
from desktop.words.faults import fault_text
from exams import (
    AcademyError,
    BankItem,
    BankLine,
    Draft,
    ItemState,
    LeftOut,
    card_of,
    draft_of,
    key_of,
    other_draft,
    plain_text,
    question_of,
    steps_from,
)

_STEPS = {
    ItemState.DRAFT: mark("Back to draft"),
    ItemState.REVIEW: mark("Hand to review"),
    ItemState.TRIAL: mark("Put on trial"),
    ItemState.LIVE: mark("Release"),
    ItemState.RETIRED: mark("Retire"),
}
_WRITTEN = "write"


class BankItemScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: BankItemState) -> None:
        """Show the question."""
        ...


class ItemDesk(Protocol):
    """The part of the bank that writes."""

    def item(self, number: int) -> BankItem: ...  # noqa: D102
    def save(self, line: BankLine, question: Any) -> int: ...  # noqa: D102
    def move(self, line: BankLine, state: ItemState) -> None: ...  # noqa: D102
    def set_review(self, line: BankLine, day: str) -> None: ...  # noqa: D102
    def why_not(self, question: Any) -> LeftOut | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Tools:
    """`check` gives codes with facts and whether they refuse; `leave` goes back to the list."""

    check: Callable[[Draft], Any]
    leave: Callable[[], None]


class BankItemPresenter:
    """What was typed and not saved stays until another question is opened."""

    def __init__(self, desk: ItemDesk, number: int, tools: Tools) -> None:
        self._desk = desk
        self._number = number
        self._tools = tools
        self._screen: BankItemScreen | None = None
        self._item = desk.item(number)
        self._draft = draft_of(self._item.question)
        self._review = self._item.line.review
        self._told = self._fault = ""

    def attach(self, screen: BankItemScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: BankItemScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    @property
    def title(self) -> str:
        """The name of the question."""
        return self._item.line.name or plain_text(self._item.question)[:40]

    @property
    def draft(self) -> Draft | None:
        """What stands in the form."""
        return self._draft

    @property
    def card(self) -> str:
        """The exam's card that it is shown on; empty where there is none."""
        return str(card_of(self._item.question)[0])

    @property
    def is_changed(self) -> bool:
        """True while something typed is not saved."""
        return bool(self._draft != draft_of(self._item.question))

    def show(self) -> None:
        """Show where it stands."""
        if self._screen is not None:
            self._screen.show_state(self._state())

    def type(self, name: str, text: str) -> None:
        """A field of the form and what stands in it now."""
        if self._draft is not None and getattr(self._draft, name) != text:
            self._put(replace(self._draft, **{name: text}))  # type: ignore[arg-type]

    def type_option(self, place: int, text: str) -> None:
        """An option, counted from 0."""
        if self._draft is None:
            return
        options = [*self._draft.options, *[""] * (place + 1 - len(self._draft.options))]
        options[place] = text
        while len(options) > len(draft_options(self._item)) and not options[-1]:
            options.pop()
        if tuple(options) != self._draft.options:
            self._put(replace(self._draft, options=tuple(options)))

    def type_review(self, text: str) -> None:
        """The day of the next review, as it is typed."""
        self._review = text.strip()

    def save(self) -> None:
        """The draft as the next version."""
        draft = self._draft
        if draft is None or not self._state().can_save:
            return
        told = tr("Version {version} is saved, as a draft of yours.")
        self._do(lambda: told.format(version=self._desk.save(self._item.line, question_of(self._item.question, draft))))

    def move(self, state: str) -> None:
        """On to another state."""
        wanted = ItemState(state)
        if self.is_changed:
            return

        def moved() -> str:
            self._desk.move(self._item.line, wanted)
            return tr("It is now: {state}").format(state=state_of_item(state))

        self._do(moved)

    def keep_review(self) -> None:
        """Write down the day of the next review."""
        day = self._review
        if day and not _is_day(day):
            self._told, self._fault = "", tr("Write the day like 2027-06-30.")
            self.show()
            return

        def kept() -> str:
            self._desk.set_review(self._item.line, day)
            return tr("The day of the next review is kept.")

        self._do(kept)

    def leave(self) -> None:
        """Back to the list."""
        self._tools.leave()

    def _put(self, draft: Draft) -> None:
        self._draft, self._told, self._fault = draft, "", ""
        self.show()

    def _do(self, work: Callable[[], str]) -> None:
        self._told = self._fault = ""
        try:
            changed = self.is_changed
            told = work()
            self._item = self._desk.item(self._number)
            if changed:
                self._draft = draft_of(self._item.question)
            self._told = told
        except AcademyError as error:
            self._fault = error_sentence(error).text
        self.show()

    def _state(self) -> BankItemState:
        item, draft = self._item, self._draft
        return BankItemState(
            title=self.title,
            facts=_facts(item.line),
            draft=draft,
            other=None if draft is None else other_draft(draft),
            plain=plain_text(item.question),
            card=card_of(item.question)[1],
            key=key_words(key_of(item.question)),
            findings=() if draft is None else tuple(map(_finding, self._tools.check(draft))),
            steps=tuple((one.value, tr(_STEPS[one])) for one in steps_from(item.line.state)),
            acts=tuple(_act(one) for one in reversed(item.acts)),
            review=self._review,
            changed=self.is_changed,
            not_asked=self._not_asked(),
            told=self._told,
            fault=self._fault,
        )

    def _not_asked(self) -> str:
        """Why no exam can ask it as it is saved."""
        try:
            reason = self._desk.why_not(self._item.question)
        except AcademyError:
            return ""
        return sentence(reason.code, reason.facts).text if reason else ""


def draft_options(item: BankItem) -> tuple[str, ...]:
    """The options as they are saved."""
    draft = draft_of(item.question)
    return () if draft is None else draft.options


def _facts(line: BankLine) -> str:
    told = [type_word(line.type), tr("version {version}").format(version=line.version), state_of_item(line.state)]
    if line.author:
        told.append(tr("written by {who}").format(who=line.author))
    return " · ".join(told)


def _finding(one: Any) -> Finding:
    told = fault_text(one.code, one.facts)
    return Finding(sentence(one.code, one.facts).text if told == one.code else told, one.refuses)


def _act(act: Any) -> str:
    what = tr("written") if act.act == _WRITTEN else state_of_item(act.act)
    told = tr("{when}: version {version}, {what}, {who}")
    return told.format(when=datetime_text(act.wt), version=act.version, what=what, who=act.who)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
