"""What the page about this PC shows."""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from desktop.widgets.values import Fact


class Standing(Enum):
    """Whose this PC is."""

    NOBODYS = auto()
    WAITING = auto()
    ENROLLED = auto()
    DUE = auto()
    OVER = auto()
    WITHDRAWN = auto()


class Field(StrEnum):
    """The fields, named as the parts of a `Draft`."""

    BRANCH = "branch"
    LABEL = "label"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields."""

    branch: str = ""
    label: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What headquarters is asked: eight characters for the telephone, one line of text, and the same as a symbol.

    `symbol` is row by row, True where black; empty where the text is too long for one.
    """

    fingerprint: str
    text: str
    symbol: tuple[tuple[bool, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ThisPcState:
    """`facts` tell of the record, `request` waits for its answer; `may_ask` where a request makes sense now.

    `fixed`: the branch is known and is not typed again. `keys_missing`: no list of headquarters' keys is here.
    """

    standing: Standing = Standing.NOBODYS
    facts: tuple[Fact, ...] = ()
    request: Request | None = None
    draft: Draft = Draft()
    fixed: bool = False
    may_ask: bool = True
    keys_missing: bool = False
    busy: bool = False
    fault: str = ""
