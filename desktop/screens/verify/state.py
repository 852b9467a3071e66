"""What the page that checks certificates shows."""

from dataclasses import dataclass

from desktop.widgets.values import Fact, NoticeValue, Tone


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One file or code: `status` and `tone` are the verdict, `rank` sorts them, `why` is its reason in a sentence."""

    key: str
    name: str
    status: str
    tone: Tone
    rank: int
    number: str = ""
    person: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """The verdict one is at. `source` says what the facts are worth; `second` is pyHanko's opinion where asked for.

    `can_ask`: another program may be asked about the file; `asking`: it is at it.
    """

    line: ItemLine
    then: str = ""
    facts: tuple[Fact, ...] = ()
    source: str = ""
    can_ask: bool = False
    asking: bool = False
    second: NoticeValue | None = None


@dataclass(frozen=True, slots=True)
class VerifyState:
    """`done` of `of` items are judged while `busy` (`of` is 0 until the folders were looked through).

    `lists` says how old HR's word is; `fault` why nothing can be judged at all; `counts` are words with their tones.
    """

    busy: bool = False
    at_work: str = ""
    done: int = 0
    of: int = 0
    lines: tuple[ItemLine, ...] = ()
    counts: tuple[tuple[str, Tone], ...] = ()
    detail: Detail | None = None
    lists: NoticeValue | None = None
    fault: str = ""
