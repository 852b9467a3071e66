"""Nothing in the project tells of the place where it was made, and nothing in it waits to be finished."""

import re

import pytest

from tests.architecture.tree import project_files, text

# Written so that this file does not find itself.
INDEX_HOSTS = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in (
            ("pypi", "org"),
            ("files", "pythonhosted", "org"),
            ("deb", "debian", "org"),
            ("security", "debian", "org"),
            ("registry", "npmjs", "org"),
            ("registry", "yarnpkg", "com"),
            ("index", "crates", "io"),
            ("proxy", "golang", "org"),
            ("conda", "anaconda", "org"),
        )
    )
)
ONES_OWN_PATHS = re.compile(r"(?<![\w.~])(?:/(?:root|work|Users|home)/\w|[A-Z]:\\Users\\)")
UNFINISHED = re.compile(
    r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|TB" r"D)\b|lorem" r" ipsum|待" r"补充|待" r"完善", re.IGNORECASE
)


@pytest.mark.parametrize(
    "pattern", [INDEX_HOSTS, ONES_OWN_PATHS, UNFINISHED], ids=["package index", "path of one machine", "unfinished"]
)
def test_no_file_names_a(pattern):
    found = [
        f"{path}:{number}: {line.strip()[:80]}"
        for path in project_files()
        for number, line in enumerate(text(path).splitlines(), start=1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (INDEX_HOSTS, "--index-url https://" + "pypi" + ".org/simple"),
        (ONES_OWN_PATHS, "open('/" + "home/wang/x')"),
        (UNFINISHED, "# to" + "do: later"),
    ],
)
def test_the_patterns_bite(pattern, line):
    assert pattern.search(line)
