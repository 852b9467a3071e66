"""A report about a bug says where in the program it was, and nothing about people, answers or the PC's user."""

import pytest

from desktop.shell.bug_text import report_text
from exams.accounts.names import check_name
from exams.desk.errors import NoPack
from tests.architecture.tree import ROOT

NAME, ANSWER = "王小雨", "answer 1234.50"


def report_of(error):
    try:
        raise error
    except type(error) as caught:
        return report_text(type(caught), caught, caught.__traceback__)


def test_it_says_when_which_version_and_where():
    report = report_of(ValueError("bad"))
    assert "UTC · 0." in report
    assert "Python 3" in report
    assert "test_bug_text.py:" in report
    assert "in report_of" in report


OF_DATA = (
    *(kind(NAME) for kind in (KeyError, TypeError, RuntimeError, IndexError)),
    ValueError(f"{NAME}: {ANSWER}"),
    FileNotFoundError(2, "No such file", f"/home/{NAME}/x"),
    UnicodeDecodeError("utf-8", NAME.encode(), 0, 1, NAME),
    ImportError(NAME, path=f"/home/{NAME}"),
)


@pytest.mark.parametrize("error", OF_DATA, ids=lambda error: type(error).__name__)
def test_what_an_exception_says_about_data_is_left_out(error):
    report = report_of(error)
    assert NAME not in report
    assert ANSWER not in report
    assert type(error).__name__ in report.splitlines()[-1]


def test_what_it_says_about_the_program_is_kept():
    assert report_of(AttributeError("no attribute 'x'")).endswith("AttributeError: no attribute 'x'")
    assert report_of(NoPack()).endswith("NoPack: E_NO_PACK")
    assert report_of(PermissionError(13, "Permission denied", "x")).endswith("PermissionError: 13 Permission denied")


def test_the_earlier_exception_is_told_as_carefully():
    def both():
        try:
            raise KeyError(NAME)
        except KeyError as error:
            raise ValueError(ANSWER) from error

    with pytest.raises(ValueError, match="answer") as raised:
        both()
    report = report_text(ValueError, raised.value, raised.tb)
    assert (NAME in report, ANSWER in report) == (False, False)
    assert report.index("KeyError") < report.index("then") < report.index("ValueError")


def test_paths_begin_in_the_program():
    with pytest.raises(AttributeError) as raised:
        check_name(3)
    report = report_text(AttributeError, raised.value, raised.tb)
    assert "  exams/accounts/names.py:" in report
    assert str(ROOT) not in report
