"""Marks to count on, as `rows` (a dict of floats a person) with the maximum of each item, and as a table."""

import random

from exams.analysis.table import read_marks

LSAT6 = {
    "00000": 3, "00001": 6, "00010": 2, "00011": 11, "00100": 1, "00101": 1, "00110": 3, "00111": 4, "01000": 1,
    "01001": 8, "01011": 16, "01101": 3, "01110": 2, "01111": 15, "10000": 10, "10001": 29, "10010": 14, "10011": 81,
    "10100": 3, "10101": 28, "10110": 15, "10111": 80, "11000": 16, "11001": 56, "11010": 21, "11011": 173,
    "11100": 11, "11101": 61, "11110": 28, "11111": 298,
}  # fmt: skip
"""Section 6 of the Law School Admission Test: 1000 people, five items (Bock and Lieberman 1970)."""


def table(cells, most):
    """The bytes of a table of marks: `cells` are the texts of each row."""
    heading = ",".join(["sitting", *(f"{item}:{maximum}" for item, maximum in most.items())])
    return "\n".join([heading, *(f"S{number},{','.join(row)}" for number, row in enumerate(cells))]).encode()


def marks(cells, most):
    return read_marks(table(cells, most))


def rows(cells, most):
    return [dict(zip(most, (float(cell or 0) for cell in row), strict=True)) for row in cells]


def lsat():
    return [list(pattern) for pattern, count in LSAT6.items() for _ in range(count)], dict.fromkeys("ABCDE", 1)


def mixed():
    """Parts of marks, blanks, marks below nothing, maxima of their own; ability drives most items, one backwards."""
    chance = random.Random(27)
    most = {"单选1": 1, "多选2": 2, "计算3": 2.5, "判断4": 0.5, "相反": 3}
    cells = []
    for _ in range(53):
        ability = chance.gauss(0, 1)
        pulls = [ability, ability + chance.gauss(0, 1), 2 * ability, chance.gauss(0, 1), -ability]
        cells.append([cell(chance, pull, maximum) for pull, maximum in zip(pulls, most.values(), strict=True)])
    return cells, most


def cell(chance, pull, maximum):
    if chance.random() < 0.07:
        return ""
    share = chance.choice((-0.25, 0, 0, 0.3333333, 0.5)) if pull < 0 else chance.choice((0.5, 0.6666667, 1, 1))
    return f"{share * maximum:.7f}"


def small():
    """Six people, four items, of which one tells nobody apart."""
    return [list(row) for row in ("1101", "1111", "0101", "1100", "0110", "0100")], dict.fromkeys("wxyz", 1)


SETS = {"lsat6": lsat(), "mixed": mixed(), "small": small()}
