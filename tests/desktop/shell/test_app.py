"""Preferences outlive the program, a bug is told and survived, the app starts with little."""

import os
import subprocess
import sys

import pytest

from desktop.__main__ import app_options
from desktop.app import build_app
from desktop.shell.crash_report import CrashReport
from desktop.shell.preferences import Preferences, load_preferences, save_preferences
from desktop.shell.qt_words import QtWords
from desktop.words.catalogue import FIRST
from tests.architecture.tree import ROOT
from tests.demonstration import a_demonstration

MOST_ENUMERATIONS = 40
LATE = ("sqlite_utils", "reportlab", "pypdfium2", "click", "lxml", "openpyxl", "cryptography", "PIL", "markdown_it")


def test_preferences_are_as_they_were_left(tmp_path):
    home = tmp_path / "home"
    liked = Preferences("en", "dark", 150)
    save_preferences(home, liked)
    assert load_preferences(home) == liked


@pytest.mark.parametrize("written", ["", "[]", "{", '{"language": "fr", "theme": 7, "zoom": "big"}', '{"zoom": 33}'])
def test_preferences_that_make_no_sense_are_as_on_the_first_day(tmp_path, monkeypatch, written):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    (tmp_path / "preferences.json").write_text(written)
    assert load_preferences(tmp_path) == Preferences("zh", "light", 100)


def test_a_home_that_cannot_be_written_disturbs_nobody(tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    save_preferences(tmp_path / "home", Preferences("en"))


def test_a_bug_is_logged_shown_with_a_report_and_the_app_goes_on(window, driver, place, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    window.show_screen(place())
    stick = tmp_path / "report.txt"
    reports = CrashReport(tmp_path, window.show_sheet, lambda _name, then: then(stick))
    reports.install()
    try:
        raise KeyError("王小雨")
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert driver.question == "Something went wrong inside the program."
    assert driver.part("crash_text").toPlainText().endswith("\nKeyError")
    driver.press("crash_save")
    assert stick.read_text("utf-8").rstrip() == driver.part("crash_text").toPlainText()
    assert str(stick) in driver.part("crash_saved").text()
    driver.press("crash_copy")
    from PySide6.QtGui import QGuiApplication

    assert "KeyError" in QGuiApplication.clipboard().text()
    log = (tmp_path / "logs" / "crash.log").read_text("utf-8")
    assert "\nKeyError\n" in log
    assert "王小雨" not in log
    driver.press("sheet_close")
    assert driver.part("line").isEnabled()


def test_the_log_of_bugs_does_not_grow_without_end(window, tmp_path):
    log = tmp_path / "logs" / "crash.log"
    log.parent.mkdir()
    log.write_text("x" * 1_100_000)
    CrashReport(tmp_path, lambda *_: None).caught(ValueError, ValueError("again"), None)
    assert log.stat().st_size < 2_000
    assert log.with_suffix(".old.log").exists()


def test_qt_speaks_the_language_too(qapp):
    words = QtWords(qapp)
    words.speak("zh")
    assert qapp.translate("QLineEdit", "&Copy") == "复制(&C)"
    words.speak("en")
    assert qapp.translate("QLineEdit", "&Copy") == "&Copy"


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ([], {}),
        (["--home", "/tmp/x"], {"--home": "/tmp/x"}),
        (["--language", "en", "--home", "x"], {"--language": "en", "--home": "x"}),
        (["tour"], None),
        (["--version"], None),
        (["--language", "fr"], None),
        (["--home", "a", "--home", "b"], None),
        (["tour", "--out"], None),
    ],
)
def test_only_a_call_that_opens_the_app_goes_past_the_command_line(words, options):
    assert app_options(words) == options


def test_the_app_starts_with_little(tmp_path):
    script = (
        "import sys\nfrom pathlib import Path\nfrom desktop.app import build_app\n"
        "from desktop.shell.preferences import Preferences\n"
        f"app = build_app(Path({str(tmp_path)!r}), Preferences('en'))\napp.window.show()\n"
        "print(*sys.modules, sep='\\n')\n"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(said.stdout.split())
    assert not {name for name in LATE if name in loaded}
    assert not {name for name in loaded if name.startswith(("exams.", "certificates."))}


def test_the_sign_in_page_of_a_demonstration_starts_with_little_too(tmp_path):
    a_demonstration(tmp_path)
    script = (
        "import sys\nfrom pathlib import Path\nfrom desktop.app import build_app, start\n"
        "from desktop.shell.preferences import Preferences\n"
        f"home = Path({str(tmp_path)!r})\napp = build_app(home, Preferences('en'))\n"
        "root = start(app.window, home)\napp.window.show()\n"
        "assert app.window.current().title == 'Sign in'\nprint(*sys.modules, sep='\\n')\nroot.close()\n"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(said.stdout.split())
    assert "desktop.screens.sign_in.view" in loaded
    assert not {name for name in (*LATE, "json", "argon2", "dataclasses") if name in loaded}  # 1 ms for each class
    beyond = ("exams.desk", "exams.content", "certificates", "desktop.screens.welcome", "desktop.words.error_table")
    assert not {name for name in loaded if name.startswith(beyond)}


def test_the_first_picture_asks_for_little_and_an_empty_room_for_no_office(tmp_path):
    home = a_demonstration(tmp_path)
    script = (
        "import enum, sys\nfrom pathlib import Path\nmade, read = [], []\nmaking = enum.EnumType.__new__\n"
        "def counted(meta, name, *args, **more):\n    made.append(name)\n    return making(meta, name, *args, **more)\n"
        "enum.EnumType.__new__ = counted\n"
        "sys.addaudithook(lambda event, args: read.append(str(args[0])) if event == 'open' else None)\n"
        "from PySide6 import QtCore, QtWidgets\nbefore = len(made)\n"
        "from desktop.app import build_app, start\nfrom desktop.shell.preferences import Preferences\n"
        "from desktop.style.first_paint import await_first_paint\n"
        f"await_first_paint()\nhome = Path({str(home)!r})\napp = build_app(home, Preferences('zh'))\n"
        "root = start(app.window, home)\napp.window.show()\napp.window.grab()\n"
        "print('Qt' in vars(QtCore), len(made) - before, *{Path(one).stem for one in read if one.endswith('.mo')})\n"
        "from desktop.shell.first_sign import FirstSign\n"
        "while app.window.findChild(FirstSign) is None:\n    app.qt.processEvents()\n"
        "print(*[name for name in sys.modules if name.startswith(('exams.desk', 'certificates', 'cryptography'))])\n"
        "root.close()\n"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    first, office = said.stdout.splitlines()
    assert office == ""  # which waits until somebody is there: it is three times as heavy as the page
    whole_namespace, made, *catalogues = first.split()
    assert whole_namespace == "False"  # ninety enumerations: a fifth of a bare window's start
    assert int(made) <= MOST_ENUMERATIONS
    assert set(catalogues) == set(FIRST)


def test_input_methods_are_chosen_before_qt_starts(tmp_path):
    script = "import os\nfrom desktop.app import make_qt\nmake_qt()\nprint(os.environ['QT_IM_MODULES'])"
    for given, used in ((None, "fcitx;ibus"), ("wayland", "wayland")):
        environment = {key: value for key, value in os.environ.items() if key != "QT_IM_MODULES"}
        environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={tmp_path}/bus"
        if given:
            environment["QT_IM_MODULES"] = given
        said = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        assert said.stdout.strip() == used


def test_the_window_stands_in_the_language_and_size_asked_for(qapp, tmp_path):
    app = build_app(tmp_path, Preferences("en", "light", 100))
    assert app.window.size().toTuple() == (1440, 900)
    app.window.close()
