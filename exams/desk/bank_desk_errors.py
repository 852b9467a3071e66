"""What the desk of the question bank refuses."""

from collections.abc import Sequence

from exams.errors import AcademyError
from exams.papers.shortage import Shortage


class BankStep(AcademyError):
    """No such step in the life of a question; facts: `state`, `wanted`."""

    code = "E_BANK_STEP"


class BankOwnWork(AcademyError):
    """Whoever wrote a version or handed it to review cannot release it; facts: `who`."""

    code = "E_BANK_OWN"


class BankNoName(AcademyError):
    """Somebody who works in the bank has to give a name."""

    code = "E_BANK_NAME"


class BlueprintUnfilled(AcademyError):
    """A form cannot fill a blueprint; facts: `blueprint`, `form`, `missing` items in all."""

    code = "E_BLUEPRINT_UNFILLED"

    def __init__(self, blueprint: str, form: str, cells: Sequence[Shortage]) -> None:
        super().__init__(blueprint=blueprint, form=form, missing=sum(cell.missing for cell in cells))
        self.cells = tuple(cells)

    def document(self) -> dict[str, object]:
        """What a program is told beside code and message: every cell that lacks items; null stands for all."""
        return {
            "blueprint": self.facts["blueprint"],
            "form": self.facts["form"],
            "cells": [cell.as_json() for cell in self.cells],
        }


class BlueprintRule(AcademyError):
    """A blueprint's own numbers disagree; facts: `field`."""

    code = "E_BLUEPRINT_RULE"


class BlueprintUnknown(AcademyError):
    """There is no exam of that name; facts: `blueprint`."""

    code = "E_BLUEPRINT_NONE"


class OverlayRule(AcademyError):
    """A box of the overlay lacks something; facts: `place` from 1, `field` (place, zh, en, source, day)."""

    code = "E_OVERLAY_RULE"
