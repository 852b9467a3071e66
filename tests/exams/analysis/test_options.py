"""Which options draw whom: counted a second time by plain means, on real and made data."""

import random

import pytest

from exams.analysis.analyse import analyse
from exams.analysis.errors import MarksHeading, MarksTable
from exams.analysis.table import read_marks
from tests.exams.analysis.data_sets import lsat


def made(seed, people, keys):
    """People who know, and people who guess among four options; two letters where the key has two."""
    chance = random.Random(seed)
    rows = []
    for number in range(people):
        skill = chance.random()
        answers = [key if chance.random() < skill else chance.choice("ABCD") for key in keys]
        rows.append((f"P{number}", [(int(given == key), given) for given, key in zip(answers, keys, strict=True)]))
    return rows


def of_lsat():
    """The published patterns; right is A, wrong is B or C by turns, one in ten is left open."""
    rows = []
    for number, pattern in enumerate(lsat()[0]):
        cells = [
            (int(mark), "A" if mark == "1" else ("" if number % 10 == 0 else "BC"[at % 2]))
            for at, mark in enumerate(pattern)
        ]
        rows.append((f"L{number}", cells))
    return rows


SETS = {
    "lsat": of_lsat(),
    "singles": made(1, 61, "ABCDA"),
    "several": made(2, 120, ["AC", "B", "BD", "D"]),
    "few": made(3, 9, "AB"),
}


def document(rows):
    count = len(rows[0][1])
    heading = ",".join(["sitting", *(f"Q{n},Q{n}:answer" for n in range(count))])
    lines = [",".join([name, *(f"{mark},{given}" for mark, given in cells)]) for name, cells in rows]
    return analyse(read_marks("\n".join([heading, *lines]).encode()))


def second(rows, place):
    """Shares of an option, a person at a time, in floats; nothing of `exams.analysis`."""
    order = sorted(rows, key=lambda row: -sum(mark for mark, _ in row[1]))
    size = int(len(rows) * 0.27 + 1e-9)
    best, weakest = order[:size], order[len(order) - size :] if size else []
    told = {}
    for option in sorted({letter for _, cells in rows for letter in cells[place][1]}):

        def share(people, option=option):
            return sum(option in cells[place][1] for _, cells in people) / len(people) if people else None

        high, low = share(best), share(weakest)
        full = [cells[place][1] for _, cells in rows if cells[place][0] == 1]
        told[option] = {
            "chosen": sum(option in cells[place][1] for _, cells in rows),
            "share": share(rows),
            "high": high,
            "low": low,
            "pull": None if high is None else high - low,
            "right": bool(full) and all(option in one for one in full),
        }
    return told


@pytest.mark.feature("c8")
@pytest.mark.parametrize("name", sorted(SETS))
def test_a_second_count_finds_the_same_pull_of_every_option(name):
    rows = SETS[name]
    items = document(rows)["items"]
    for place, told in enumerate(items.values()):
        expected = second(rows, place)
        assert set(told["options"]) == set(expected)
        for option, figures in expected.items():
            assert told["options"][option] == pytest.approx(figures, rel=1e-6, abs=1e-6), (place, option)


def test_the_answers_change_no_other_figure():
    rows = SETS["singles"]
    plain = "\n".join(["sitting,Q0,Q1,Q2,Q3,Q4", *(",".join([n, *(str(m) for m, _ in c)]) for n, c in rows)])
    without = analyse(read_marks(plain.encode()))
    told = document(rows)
    assert told["exam"] == without["exam"]
    for name, one in without["items"].items():
        assert {key: told["items"][name][key] for key in one if key != "flags"} == {
            k: v for k, v in one.items() if k != "flags"
        }


@pytest.mark.feature("c8")
def test_a_wrong_option_that_draws_the_best_and_one_that_nobody_takes_are_flagged_from_30_sittings_on():
    def flags(people):
        rows = [(f"P{n}", [(int(n >= people / 2), "B" if n < people / 2 else "A"), (1, "A")]) for n in range(people)]
        upside = [
            (name, [(first, given), (1 - first, "C" if n == 0 else "AB"[first])])
            for n, (name, [(first, given), _]) in enumerate(rows)
        ]
        return document(upside)["items"]["Q1"]["flags"]

    assert "W_OPTION_IDLE" in flags(60)
    assert flags(20) == []


def test_a_wrong_option_that_the_best_choose_more_than_the_weakest_is_flagged():
    rows = [(f"P{n}", [(int(n < 30), "A")] * 3 + [(int(n >= 15), "B" if n < 15 else "A")]) for n in range(60)]
    assert "W_OPTION_PULLS_BEST" in document(rows)["items"]["Q3"]["flags"]
    assert "W_OPTION_PULLS_BEST" not in document(rows)["items"]["Q0"]["flags"]


def test_remarks_are_told_beside_their_item_and_open_answers_have_no_options():
    table = "sitting,甲,甲:remark,乙,乙:answer\n" + "\n".join(
        f"S{n},1,{'没有正确答案' if n == 3 else ''},0,文字{n}" for n in range(20)
    )
    items = analyse(read_marks(table.encode()))["items"]
    assert items["甲"]["remarks"] == ["没有正确答案"]
    assert "options" not in items["乙"]


def test_two_columns_of_answers_for_one_item_and_a_row_too_short_are_refused():
    with pytest.raises(MarksHeading):
        read_marks(b"sitting,A,A:answer,A:answer\nS1,1,A,B\n")
    with pytest.raises(MarksTable):
        read_marks(b"sitting,A,A:answer\nS1,1\n")
