"""What the page of one answer shows its marker."""

from dataclasses import dataclass

from desktop.widgets.values import Fact, Option


@dataclass(frozen=True, slots=True)
class HrMarkingCaseState:
    """`opened`: the answer is here. `marks` are those that this person may see; nothing says whose answer it is."""

    title: str = ""
    opened: bool = False
    busy: bool = False
    fault: str = ""
    turn: str = ""
    item_type: str = "single"
    stem: str = ""
    options: tuple[Option, ...] = ()
    unit: str = ""
    value: object = None
    known: bool = True
    correct: str = ""
    remark: str = ""
    marks: tuple[Fact, ...] = ()
    mine: bool = False
    most: str = ""
    points: str = ""
    words: str = ""
