"""HR's register in the demonstration: opened from HR's menu, a staff list taken in, its people in the matrix."""

import pytest

from exams import open_register, register_path
from tests.drivers.hr_register import MatrixDriver
from tests.drivers.sign_in import secret_of


@pytest.mark.feature("g1")
def test_hr_finds_the_register_in_its_menu_with_the_people_of_its_staff_list(start, home, tmp_path):
    (tmp_path / "staff.csv").write_text("工号,姓名,网点号\nT1001,王小雨,DEMO-01\n", "utf-8")
    with open_register(register_path(home), "H3001") as register:
        register.import_staff(register.read_staff(tmp_path / "staff.csv"))
        register.assign("DEMO", "branch", "DEMO-01", "2999-12-31")
    app = start(home)
    app.door.enter("H3001", secret_of("H3001"))
    app.go("Who is due")
    assert MatrixDriver(app.qtbot, app.window.current().view).lines == ["DEMO-01 | 0 of 1 · 0%"]
