"""What is imported early and needed late runs late, and answers then as if it had run at once."""

import importlib
import os
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import shiboken6

from desktop.late_modules import run_late

BODY = "import sys\nsys.ran.append(__name__)\nANSWER = 42\n"
SOURCES = {
    "__init__": BODY,
    "late": BODY,
    "early": BODY,
    "asking": "from late_trial.late import ANSWER\n",
    "slow": "import sys\nsys.entered.set()\nsys.go.wait(10)\n" + BODY,
    "broken": BODY + "if len(sys.ran) < 3: raise OSError('not yet')\n",
}
WRONG_CALLS = """
from PySide6.QtCore import QObject, QRect
import sys
print("shibokensupport.signature.parser" in sys.modules, "argparse" in sys.modules)
for call in (lambda: QRect("a"), lambda: QObject(parent=5), lambda: QObject().setObjectName([])):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(error)
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package with one late module and one common one; `ran` tells which of them ran."""
    folder = tmp_path / "late_trial"
    folder.mkdir()
    for name, source in SOURCES.items():
        (folder / f"{name}.py").write_text(source, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    ran = []
    monkeypatch.setattr(sys, "ran", ran, raising=False)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    run_late({"late_trial.late", "late_trial.slow", "late_trial.broken"})
    yield ran
    for name in [name for name in sys.modules if name.partition(".")[0] == "late_trial"]:
        del sys.modules[name]


def test_a_late_module_does_not_run_when_it_is_imported(package):
    importlib.import_module("late_trial.late")
    importlib.import_module("late_trial.early")
    assert package == ["late_trial", "late_trial.early"]


def test_it_runs_once_at_the_first_question_for_a_name(package):
    late = importlib.import_module("late_trial.late")
    assert (late.ANSWER, late.ANSWER) == (42, 42)
    assert package.count("late_trial.late") == 1


def test_importing_a_name_out_of_it_runs_it(package):
    assert importlib.import_module("late_trial.asking").ANSWER == 42
    assert "late_trial.late" in package


def test_what_python_itself_asks_a_module_does_not_run_it(package):
    late = importlib.import_module("late_trial.late")
    assert late.__spec__.name == "late_trial.late"
    assert not hasattr(late, "__path__")
    assert "late_trial.late" not in package


def test_a_name_that_it_lacks_is_an_attribute_error(package):
    late = importlib.import_module("late_trial.late")
    with pytest.raises(AttributeError, match="QUESTION"):
        _ = late.QUESTION
    assert late.ANSWER == 42


def test_a_second_thread_waits_until_the_module_stands(package, monkeypatch):
    monkeypatch.setattr(sys, "entered", threading.Event(), raising=False)
    monkeypatch.setattr(sys, "go", threading.Event(), raising=False)
    slow, asking = importlib.import_module("late_trial.slow"), threading.Event()

    def second():
        asking.set()
        return slow.ANSWER

    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(lambda: slow.ANSWER)]
        assert sys.entered.wait(10)
        answers.append(pool.submit(second))
        assert asking.wait(10)
        sys.go.set()
        assert [one.result(10) for one in answers] == [42, 42]
    assert package.count("late_trial.slow") == 1


def test_a_module_that_failed_is_run_again_by_the_next_question(package):
    broken = importlib.import_module("late_trial.broken")
    with pytest.raises(OSError, match="not yet"):
        _ = broken.ANSWER_TO_COME
    with pytest.raises(AttributeError):
        _ = broken.ANSWER_TO_COME
    assert broken.ANSWER == 42


@pytest.fixture
def unpacked(tmp_path):
    """Shiboken with its modules unpacked beside it, as the bundle carries it."""
    shutil.copytree(Path(shiboken6.__file__).parent, tmp_path / "shiboken6")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "SBK_EMBED": "0"}
    subprocess.run([sys.executable, "-c", "import shiboken6"], env=environment, check=True)
    assert (tmp_path / "shiboken6" / "files.dir").is_dir()
    return {**os.environ, "PYTHONPATH": str(tmp_path)}


def said(environment, program):
    ended = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    loaded, _, messages = ended.stdout.partition("\n")
    return loaded.split(), messages


def test_qt_tells_wrong_arguments_as_it_does_with_all_its_modules_loaded(unpacked):
    late = (
        "from desktop.late_modules import LIBRARY, SIGNATURES, run_late\nrun_late(SIGNATURES | LIBRARY)\n" + WRONG_CALLS
    )
    loaded, messages = said(unpacked, late)
    everything, told = said(unpacked, WRONG_CALLS)
    assert messages == told
    assert "Supported signatures" in told
    assert (everything, loaded) == (["True", "True"], ["True", "False"])
