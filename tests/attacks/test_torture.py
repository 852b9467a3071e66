"""The table of what was tried, on the screen and in docs/reliability.md."""

import pytest

from tests.attacks.torture import BEGIN, END, PAGE, parts, table, write_down
from tests.attacks.trial import Trial, keep_trials, kept_trials

GOOD = Trial("Power cut", 110, "cuts", 1_234, details="97 in the middle of a paper", seconds=600)
CONTROL = Trial("Power cut, control", 8, "cuts", 90, broken=7, control=True)
SKIPPED = Trial("Replay", 0, "", skipped="no strace here")


def test_each_trial_is_a_row_with_its_outcome():
    head, _, *rows = table([GOOD, CONTROL, SKIPPED]).splitlines()
    assert head.startswith("| What was tried")
    assert rows == [
        "| Power cut | 110 cuts | 1,234 | 0 broken | 600 |",
        "| Power cut, control | 8 cuts | 90 | caught in 7 of 8 |  |",
        "| Replay |  |  | skipped: no strace here |  |",
    ]


@pytest.mark.parametrize(
    ("trial", "said"),
    [
        (Trial("a", 9, "cuts", broken=2), "2 BROKEN"),
        (Trial("a", 9, "cuts", control=True), "NOT CAUGHT"),
    ],
)
def test_what_failed_stands_out(trial, said):
    assert (trial.passed, trial.verdict) == (False, said)


def test_the_table_takes_the_old_ones_place_and_leaves_the_page_around_it(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"# Head\n{BEGIN}\nold\n{END}\n## Tail\n", "utf-8")
    write_down(page, [GOOD])
    write_down(page, [GOOD])
    text = page.read_text("utf-8")
    assert text.startswith(f"# Head\n{BEGIN}\n20")
    assert text.endswith(f"- Power cut: 97 in the middle of a paper.\n{END}\n## Tail\n")
    assert text.count(table([GOOD])) == 1
    assert "old" not in text


def test_the_page_has_a_place_for_the_table():
    text = PAGE.read_text("utf-8")
    assert (text.count(BEGIN), text.count(END)) == (1, 1)


def test_rows_of_a_part_are_kept_for_the_page(tmp_path):
    path = tmp_path / "torture" / "power.json"
    assert kept_trials(path) == []
    keep_trials(path, [GOOD, CONTROL])
    assert kept_trials(path) == [GOOD, CONTROL]


def test_the_short_form_has_every_part_of_the_long_one():
    assert set(parts(short=True)) == set(parts(short=False))
