"""The life of a question in the bank: draft, review, trial or live, retired; released by another than its writer."""

from collections.abc import Sequence
from enum import StrEnum
from unicodedata import normalize

from exams.desk.bank_desk_errors import BankOwnWork, BankStep
from exams.store.bank_items import Act, BankLine


class ItemState(StrEnum):
    """Where a version of a question stands."""

    DRAFT = "draft"
    REVIEW = "review"
    TRIAL = "trial"
    LIVE = "live"
    RETIRED = "retired"


RELEASED = frozenset({ItemState.TRIAL, ItemState.LIVE})
"""The states that go into a pack: another person than the writer puts a question there."""

_STEPS = {
    ItemState.DRAFT: (ItemState.REVIEW, ItemState.RETIRED),
    ItemState.REVIEW: (ItemState.LIVE, ItemState.TRIAL, ItemState.DRAFT),
    ItemState.TRIAL: (ItemState.LIVE, ItemState.RETIRED),
    ItemState.LIVE: (ItemState.RETIRED,),
    ItemState.RETIRED: (ItemState.DRAFT,),
}


def steps_from(state: str) -> tuple[ItemState, ...]:
    """Where a question may go from a state; a change of its words makes it a draft from any."""
    return _STEPS[ItemState(state)]


def require_step(line: BankLine, acts: Sequence[Act], state: ItemState, who: str) -> None:
    """Raise `BankStep` for a step there is not, `BankOwnWork` where the releaser had a hand in this version."""
    if state not in steps_from(line.state):
        raise BankStep(state=line.state, wanted=state.value)
    if state in RELEASED and _same(who) in _hands(line, acts):
        raise BankOwnWork(who=who)


def _hands(line: BankLine, acts: Sequence[Act]) -> set[str]:
    """Who wrote this version or handed it to review."""
    made = {one.who for one in acts if one.version == line.version and one.act in ("write", ItemState.REVIEW)}
    return {_same(name) for name in (line.author, *made) if name}


def _same(name: str) -> str:
    """One spelling of a name, however it was typed."""
    return " ".join(normalize("NFKC", name).casefold().split())
