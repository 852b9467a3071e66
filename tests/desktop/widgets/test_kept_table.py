"""A table that is read again keeps the place of whoever works in it."""

from dataclasses import dataclass

from desktop.widgets.kept_table import KeptTable
from desktop.widgets.table import Column

COLUMNS = (
    Column("Name", lambda line: line.name),
    Column("Score", lambda line: str(line.score), lambda line: line.score),
)


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    score: int


LINES = tuple(Line(f"n{number:02d}", number * 7 % 40) for number in range(40))


def shown_table(show):
    table = KeptTable("Scores", COLUMNS, lambda line: line.name)
    show(table, height=300)
    return table


def test_rows_stand_as_they_come_until_a_heading_is_pressed(show):
    table = shown_table(show)
    table.show_rows(LINES)
    assert table.shown_rows() == LINES


def test_new_rows_keep_the_line_one_is_at_and_the_place_one_has_scrolled_to(show):
    table = shown_table(show)
    table.show_rows(LINES)
    bar = table.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    table.show_rows((*LINES[:20], Line("n20", 99), *LINES[21:]), chosen="n20")
    assert table.current_row() == Line("n20", 99)
    assert bar.value() == place


def test_the_same_rows_again_change_nothing(show, qtbot):
    table = shown_table(show)
    table.show_rows(LINES, chosen="n03")
    with qtbot.assertNotEmitted(table.row_chosen):
        table.show_rows(LINES, chosen="n03")
    assert table.current_row() == LINES[3]


def test_a_line_that_is_gone_is_nobodys_place(show):
    table = shown_table(show)
    table.show_rows(LINES, chosen="n03")
    table.show_rows(LINES[10:], chosen="n03")
    assert table.current_row() is None


def test_the_order_chosen_by_a_heading_stays(show):
    table = shown_table(show)
    table.show_rows(LINES)
    table.sort(1, descending=True)
    table.show_rows(LINES[:5])
    assert [line.score for line in table.shown_rows()] == [28, 21, 14, 7, 0]


def test_narrowing_counts_what_is_left_and_holds_for_new_rows(show):
    table = shown_table(show)
    table.show_rows(LINES)
    table.narrow("n1")
    assert table.shown == 10
    table.show_rows(LINES[:12])
    assert table.shown == 2
    table.narrow("")
    assert table.shown == 12
