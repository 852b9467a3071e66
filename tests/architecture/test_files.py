"""Files stay small, say what they are for, and lie in a room."""

import ast

import pytest

from tests.architecture.tree import ROOMS, project_files, python_files, text

LONGEST = 300
CODE = {".py", ".sh", ".spec", ".in", ""}
TOP_FOLDERS = {*ROOMS, "assets", "tests", "docs", "requirements", ".ci", ".github"}
TOP_FILES = {
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "GLOSSARY.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "build.spec",
    "pyproject.toml",
}


def test_the_scan_sees_the_project():
    assert len(python_files(*ROOMS)) > 50


def test_no_code_file_is_longer_than_300_lines():
    long = {
        str(path): lines
        for path in project_files()
        if path.suffix in CODE and path.name != "LICENSE"
        if (lines := text(path).count("\n")) > LONGEST
    }
    assert long == {}


def test_every_module_says_in_a_docstring_what_it_is_for():
    silent = [
        str(path)
        for path in python_files()
        if not (path.parts[0] == "tests" and path.name == "__init__.py")
        if not ast.get_docstring(ast.parse(text(path)))
    ]
    assert silent == []


def test_nothing_lies_at_the_top_but_the_rooms_and_the_usual_files():
    folders = {path.parts[0] for path in project_files() if len(path.parts) > 1}
    files = {path.parts[0] for path in project_files() if len(path.parts) == 1}
    assert folders <= TOP_FOLDERS
    assert files <= TOP_FILES


@pytest.mark.parametrize("name", sorted(TOP_FILES))
def test_the_usual_files_are_there(name):
    assert name in {str(path) for path in project_files()}
