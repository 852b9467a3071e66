"""The page before an exam, seen from a test."""

from desktop.screens.exam_offer.view import ExamOfferView
from tests.drivers.base import Driver


class ExamOfferDriver(Driver):
    """The terms, the code, the promise, the start."""

    view: ExamOfferView

    @property
    def obstacle(self) -> str:
        """Why it may not begin, or that it has begun; empty where there is nothing to say."""
        return self.text("notice_text") if self.has("obstacle") else ""

    @property
    def code(self) -> str:
        """What stands in the field of the code."""
        return self.text("code")

    def try_again(self) -> None:
        """See whether the obstacle is gone."""
        self.press("notice_action")

    def type_code(self, code: str) -> None:
        """Type the session's code."""
        self.type("code", code)

    def promise(self) -> None:
        """Tick the promise."""
        if self.has("pledge") and not self.part("pledge").isChecked():
            self.press("pledge")

    def begin(self, code: str = "") -> None:
        """Do all that is needed, and begin."""
        if code:
            self.type_code(code)
        self.promise()
        self.press("begin")
