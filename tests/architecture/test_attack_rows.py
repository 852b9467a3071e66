"""Every row of the attack suite's groups C, D, E and F that no Windows is needed for has a test that carries its id."""

import ast
import re

from tests.architecture.tree import ROOT

PLACES = ("tests/attacks", "tests/exams/bundles")
ROWS = {
    *(f"c{number:02}" for number in range(1, 20)),
    *(f"d{number:02}" for number in range(1, 13)),
    *(f"e{number:02}" for number in range(1, 9)),
    *(f"f{number:02}" for number in range(1, 8)),
}


def rows_with_a_test() -> set[str]:
    named = set()
    for place in PLACES:
        for path in (ROOT / place).glob("test_*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                found = isinstance(node, ast.FunctionDef) and re.match(r"test_([cdef]\d\d)_[a-z]", node.name)
                named |= {found[1]} if found else set()
    return named


def test_every_row_has_a_test_of_its_own():
    assert ROWS - rows_with_a_test() == set()


def test_no_test_carries_the_id_of_a_row_that_is_none():
    assert rows_with_a_test() - ROWS == set()
