"""Results for HR in the demonstration: opened from HR's menu, sealed by the office that has the home open."""

import pytest
from PySide6.QtGui import QGuiApplication

from exams.bundles.bundle import read_header
from exams.bundles.mail_text import bundles_in_text
from tests.drivers.base import Driver
from tests.drivers.sign_in import secret_of


@pytest.mark.feature("h5")
def test_hr_of_a_branch_sends_its_results_as_a_text_for_a_mail(start, home):
    app = start(home)
    app.door.enter("H3001", secret_of("H3001"))
    app.go("Results for HR")
    page = Driver(app.qtbot, app.window.current().view)
    page.press("to_mail")
    app.window.jobs.finish_all()
    (raw,) = bundles_in_text(QGuiApplication.clipboard().text())
    assert read_header(raw).serial == "DDEM00001"
    assert page.sees("Copied: paste it into a mail to HR.")
    page.press("leave")
    assert app.place == "Exam results"
