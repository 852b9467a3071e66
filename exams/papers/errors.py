"""What papers refuse."""

from exams.errors import AcademyError
from exams.papers.shortage import Shortage


class Infeasible(AcademyError):
    """No paper meets the blueprint; facts: `blueprint` and `cells`, one `Shortage` per gap."""

    code = "E_INFEASIBLE"

    def __init__(self, blueprint: str, cells: tuple[Shortage, ...]) -> None:
        super().__init__(blueprint=blueprint, cells=cells)
        self.cells = cells

    def document(self) -> dict[str, object]:
        """What a program is told beside code and message: every gap with its counts; null stands for all."""
        return {"blueprint": self.facts["blueprint"], "cells": [cell.as_json() for cell in self.cells]}


class PaperUnreadable(AcademyError):
    """The text is no paper as we write them; facts: `where`."""

    code = "E_PAPER"
