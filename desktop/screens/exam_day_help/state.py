"""What the help shows."""

from dataclasses import dataclass

from desktop.handout import Handout
from desktop.screens.exam_day_help.pages import Reader


@dataclass(frozen=True, slots=True)
class HelpState:
    """`can_print` is false without a printer and while an exam is sat; `can_check` where the PC may be looked at."""

    reader: Reader
    page: Handout
    can_print: bool = False
    can_check: bool = False
