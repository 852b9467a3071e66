"""The result, seen from a test."""

from desktop.screens.exam_result.view import ExamResultView
from tests.drivers.base import Driver


class ExamResultDriver(Driver):
    """The verdict, the ways on."""

    view: ExamResultView

    @property
    def verdict(self) -> str:
        """Passed or not, in words."""
        return self.text("verdict")

    @property
    def meaning(self) -> str:
        """The sentence below the verdict."""
        return self.text("meaning")

    @property
    def notice(self) -> str:
        """What is said about the certificate; empty where nothing is."""
        return self.text("notice_text") if self.has("result_notice") else ""

    def study(self, section: str) -> None:
        """Press a weak section."""
        self.press(f"row_{section}")
