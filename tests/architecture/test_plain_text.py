"""No way to run data as code, and one maker each of what could show data as markup (row J07 of the security design)."""

import ast
import re

import pytest

from tests.architecture.tree import ROOMS, python_files, text

CALLS = {"eval", "exec", "compile", "__import__", "QLabel", "Paragraph"}
MODULES = {"pickle", "marshal", "shelve", "dill", "yaml", "tkinter"}
METHODS = {"extractall", "system", "popen", "setHtml", "setMarkdown", "insertHtml", "appendHtml", "setTextFormat"}
METHODS |= {"setToolTip", "setWhatsThis", "setStatusTip", "showMessage", "setOpenExternalLinks", "setOpenLinks"}
PROPERTIES = {"textFormat", "html", "markdown", "toolTip", "whatsThis", "statusTip", "openLinks", "openExternalLinks"}
SETTERS = {"setProperty", "set_by_name"}
"""The same by the name of the property."""
NAMES = {"QTextBrowser", "QTextEdit", "QMessageBox", "QErrorMessage", "QInputDialog", "QProgressDialog"}
NAMES |= {"QSvgRenderer", "QSvgWidget", "QWebEngineView", "QLabel", "QToolTip", "QWhatsThis", "QStaticText"}
MAKERS = {
    "desktop/widgets/naming.py": {"QLabel", "textFormat", "setToolTip"},
    "desktop/widgets/safe_view.py": {"QTextBrowser", "setHtml", "setOpenLinks", "setOpenExternalLinks"},
    "desktop/widgets/figure.py": {"QSvgRenderer"},
    "desktop/style/icons.py": {"QSvgRenderer"},  # draws the icons of the project, nothing else
}
TYPES_ONLY = {"QLabel"}  # others may say that a part of theirs is one; the call is what makes it


def of_call(node: ast.Call) -> set[str]:
    """What a call uses that is watched."""
    found = {node.func.id} & (CALLS | NAMES) if isinstance(node.func, ast.Name) else set()
    found |= {node.func.attr} & (METHODS | NAMES) if isinstance(node.func, ast.Attribute) else set()
    if _called(node) in SETTERS:
        found |= {one.value for one in node.args if isinstance(one, ast.Constant)} & PROPERTIES
    shell = [one.value for one in node.keywords if one.arg == "shell"]
    return found | ({"shell="} if any(not isinstance(one, ast.Constant) or one.value for one in shell) else set())


def _called(node: ast.Call) -> str:
    by = node.func
    return by.id if isinstance(by, ast.Name) else by.attr if isinstance(by, ast.Attribute) else ""


def of_import(node: ast.Import | ast.ImportFrom) -> set[str]:
    """What an import brings in that is watched."""
    names = {alias.name for alias in node.names}
    roots = {name.partition(".")[0] for name in names} if isinstance(node, ast.Import) else {(node.module or "")}
    return (roots & MODULES) | (names & NAMES - TYPES_ONLY if isinstance(node, ast.ImportFrom) else set())


def used(source: str) -> set[str]:
    """Everything watched that a file uses."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            found |= of_call(node)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= of_import(node)
        elif isinstance(node, ast.ClassDef):
            found |= {base.id for base in node.bases if isinstance(base, ast.Name)} & NAMES
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_j07_nothing_runs_data_and_markup_has_one_maker(room):
    found = {str(path): used(text(path)) - MAKERS.get(str(path), set()) for path in python_files(room)}
    assert {path: words for path, words in found.items() if words} == {}


def test_every_maker_still_makes_what_it_is_listed_for():
    assert {path: used(text(path)) for path in map(str, python_files("desktop")) if path in MAKERS} == MAKERS


PLANTED = [
    "eval(x)",
    "import pickle",
    "from pickle import loads",
    "archive.extractall()",
    "run(x, shell=True)",
    "run(x, shell=wanted)",
    "QLabel(name)",
    "Paragraph(name)",
    "widget.setToolTip(name)",
    "from PySide6.QtWidgets import QTextEdit",
    "from PySide6.QtWidgets import QMessageBox",
    "class View(QTextBrowser): pass",
    "QtWidgets.QLabel(name)",
    "view.setHtml(text)",
    'view.setProperty("html", text)',
    'set_by_name(part, "textFormat", "RichText")',
    "class Title(QLabel): pass",
]


@pytest.mark.parametrize("line", PLANTED)
def test_a_planted_line_is_found(line):
    assert used(line)


def test_what_is_sent_between_processes_is_bytes():
    sources = {str(path): text(path) for path in python_files(*ROOMS)}
    talking = {path for path, source in sources.items() if re.search(r"\bmultiprocessing\b", source)}
    assert {path.rpartition("/")[0] for path in talking} == {"desktop", "exams/firewall"}
    pickled = re.compile(r"\.(?:recv|send)\(|\bQueue\(|\bManager\(|\bPool\(")
    assert [path for path in talking if pickled.search(sources[path])] == []
