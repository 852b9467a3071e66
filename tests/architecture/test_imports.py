"""The arrows between the rooms hold, and each contract bites when somebody plants a wrong line."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOMS, ROOT

LINTER = Path(sys.executable).with_name("lint-imports")

PLANTED = [
    ("exams/grading/planted.py", "import PySide6.QtCore", "No Qt in the domain packages"),
    ("certificates/planted.py", "import PySide6.QtGui", "No Qt in the domain packages"),
    ("exams/grading/planted.py", "import sqlite3", "Pure rules know no storage library"),
    ("exams/papers/planted.py", "import sqlite_utils", "Pure rules know no storage library"),
    ("exams/sittings/planted.py", "import exams.store", "Inside exams"),
    ("exams/store/planted.py", "import exams.desk", "Inside exams"),
    ("exams/sittings/planted.py", "import exams.training", "Inside exams"),
    ("exams/packs/planted.py", "import exams.firewall", "Inside exams"),
    ("exams/newcomer/__init__.py", "", "Inside exams"),
    ("exams/items/planted.py", "import certificates", "The arrows point one way"),
    ("certificates/planted.py", "import desktop", "The arrows point one way"),
    ("certificates/planted.py", "import exams.store", "Knock at the front door of exams"),
    ("desktop/planted.py", "import exams.desk.office", "Knock at the front door of exams"),
    ("desktop/planted.py", "import certificates.page", "Knock at the front door of certificates"),
    ("desktop/planted.py", "import sqlite3", "No database and no PDF library in the desktop"),
    ("desktop/planted.py", "import reportlab", "No database and no PDF library in the desktop"),
    ("desktop/screens/planted/presenter.py", "import PySide6.QtCore", "Presenters and states are plain Python"),
    ("desktop/screens/planted/state.py", "import PySide6.QtCore", "Presenters and states are plain Python"),
]


@pytest.fixture(scope="module")
def copied_tree(tmp_path_factory):
    """The rooms' Python files alone, to plant in."""
    tree = tmp_path_factory.mktemp("tree")
    for room in ROOMS:
        shutil.copytree(ROOT / room, tree / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tree)
    return tree


def _lint(folder):
    # The copy must be found before the project itself, which is installed in the same environment.
    command = [sys.executable, "-P", str(LINTER), "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_project_keeps_its_contracts(copied_tree):
    outcome = _lint(copied_tree)
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(("place", "line", "contract"), PLANTED, ids=[f"{place}: {line}" for place, line, _ in PLANTED])
def test_a_wrong_import_breaks_its_contract(copied_tree, place, line, contract):
    planted = copied_tree / place
    made = [parent for parent in planted.parents if not parent.exists()]
    planted.parent.mkdir(parents=True, exist_ok=True)
    if made:
        (planted.parent / "__init__.py").touch()
    planted.write_text(f"{line}\n")
    try:
        outcome = _lint(copied_tree)
    finally:
        planted.unlink()
        for folder in made:
            shutil.rmtree(folder)
    broken = [said for said in outcome.stdout.splitlines() if said.rstrip().endswith("BROKEN")]
    assert outcome.returncode == 1
    assert any(said.startswith(contract) for said in broken), outcome.stdout + outcome.stderr
