"""HR's page of item statistics: options and remarks pooled from collected sittings, written out for headquarters."""

import json

import pytest

from desktop.wiring.item_statistics import FigureHouse, pooled_screen
from exams import open_register, register_path
from exams.analysis.inlet import figures_text
from exams.register.answered import Answered
from exams.register.outcome import SittingRow
from exams.store.answered_rows import save_answered
from exams.store.register_dialect import RegisterDb
from exams.store.register_rows import save_sittings
from tests.desktop.screens.register_fixtures import shown
from tests.drivers.hr_register import MatrixDriver
from tests.drivers.item_statistics import ItemStatisticsDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable

NOON = 1_795_579_200_000


def row(number, right):
    marks = [[1, "1.1-loss", "right" if right else "wrong", 10**7 * right, 1000 * right, 1000]]
    marks.append([2, "1.2-pin", "right", 10**7, 1000, 1000])
    told = {"score": 1000 + 1000 * right, "max_score": 2000, "marks": marks}
    return SittingRow(
        f"s{number:03d}", "D00000001", number, f"T{number:04d}", "BJ-WJ01", "TELE", "c", "final", "A", "S1", 1, NOON,
        NOON + number, "graded", 50, passed=right, accepted=True, settled=True, codes="", result=json.dumps(told),
        tried="",
    )  # fmt: skip


@pytest.fixture
def home(tmp_path):
    """Forty sittings of the register, of which thirty were looked through."""
    path = register_path(tmp_path)
    with open_register(path, "H3001"):
        pass
    db = RegisterDb(path)
    save_sittings(db, [row(number, number % 2 == 0) for number in range(40)])
    for number in range(30):
        said = "key: 两项都对" if number == 3 else ""
        save_answered(db, f"s{number:03d}", {"1.1-loss": Answered("B" if number % 2 == 0 else "C", said)})
    db.close()
    return tmp_path


@pytest.fixture
def opened(window, qtbot):
    def page(home):
        screen = pooled_screen(window, FigureHouse(home, "H3001"), lambda: None, lambda: ())
        window.show_screen(screen)
        settle()
        return shown(window, qtbot, ItemStatisticsDriver)

    return page


@pytest.mark.feature("c8", "c9", "b12")
def test_options_remarks_and_exposure_of_all_branches_stand_beside_the_item(opened, home):
    page = opened(home)
    assert any(line.startswith("1.1-loss") for line in page.lines)
    page.enter_at(next(at for at, line in enumerate(page.lines) if line.startswith("1.1-loss")))
    assert page.plots["Facility (difficulty P)"] == "50 %"
    assert page.sees("Shown in 40 sittings, 100 % of all · answers known of 30")
    assert page.sees("B — key")
    assert page.sees("No answer, or several, are right · 两项都对")
    assert not page.has("open_item")


def test_with_nothing_collected_it_says_what_to_do(opened, tmp_path):
    with open_register(register_path(tmp_path), "H3001"):
        pass
    assert opened(tmp_path).sees("Take in files of branches: each graded final counts.")


@pytest.mark.feature("c9")
def test_what_is_written_for_headquarters_is_what_its_bank_reads(home):
    out = home / "items.json"
    assert FigureHouse(home, "H3001").analyse(out) == 2
    told = json.loads(figures_text(out.read_bytes()))
    assert told["1.1-loss"]["options"]["C"]["share"] == 0.5
    assert told["1.1-loss"]["remarks"] == ["key: 两项都对"]
    assert told["1.2-pin"]["flags"] == ["W_ITEM_CONSTANT"]


@pytest.mark.parametrize("code", ["zh", "en"])
def test_everything_has_a_name_can_be_reached_and_is_not_cut(opened, home, window, code, request):
    if code == "zh":
        request.getfixturevalue("chinese")
    opened(home)
    page = window.current().view
    assert (nameless(page), unreachable(page), cut_off(page)) == ([], [], [])


@pytest.mark.feature("c9")
def test_the_matrix_leads_there_and_it_leads_back(room, window, qtbot, house, home):
    house.items = FigureHouse(home, "H3001")
    room.open()
    shown(window, qtbot, MatrixDriver).go("look_menu", "Item analysis")
    page = shown(window, qtbot, ItemStatisticsDriver)
    assert page.lines
    page.press("to_bank")
    assert shown(window, qtbot, MatrixDriver).lines
