"""Facts as the system tells them."""

import pytest

from desktop.input_method import input_method_of, input_method_settings
from desktop.readiness.desk import linux_method
from desktop.readiness.system import linux_power, system_facts

FCITX = {"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"}


def supply(folder, name, **files):
    (folder / name).mkdir()
    for file, text in files.items():
        (folder / name / file).write_text(f"{text}\n")


@pytest.mark.parametrize(
    ("online", "status", "told"),
    [("1", "Charging", (True, 64)), ("0", "Discharging", (False, 64)), ("1", "Full", (True, 64))],
)
def test_a_notebook_tells_whether_it_is_plugged_in(tmp_path, online, status, told):
    supply(tmp_path, "AC", type="Mains", online=online)
    supply(tmp_path, "BAT0", type="Battery", capacity="64", status=status)
    assert linux_power(tmp_path) == told


def test_a_desk_pc_tells_nothing_and_a_mouse_is_no_battery(tmp_path):
    assert linux_power(tmp_path) == (None, None)
    supply(tmp_path, "mouse", type="Battery", scope="Device", capacity="20", status="Discharging")
    assert linux_power(tmp_path) == (None, None)


def test_a_file_that_says_nothing_sensible_is_passed_over(tmp_path):
    supply(tmp_path, "BAT0", type="Battery", capacity="full", status="?")
    assert linux_power(tmp_path) == (None, None)


def test_the_disk_is_measured_where_the_home_will_lie_and_nothing_stays_there(tmp_path):
    assert system_facts(tmp_path / "not" / "yet").free_bytes > 0
    assert system_facts(tmp_path).writable
    assert list(tmp_path.iterdir()) == []


def test_what_types_chinese_is_asked_of_the_bus():
    assert linux_method({}, lambda service: service == "org.fcitx.Fcitx5") == ("fcitx 5", "")
    assert linux_method({}, lambda service: service == "org.freedesktop.IBus") == ("ibus", "")
    assert linux_method(FCITX, lambda service: service == "org.fcitx.Fcitx") == ("", "fcitx4")
    assert linux_method(FCITX, lambda _service: False) == ("", "none")


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        (FCITX, "fcitx"),
        ({"XMODIFIERS": "@im=fcitx"}, "fcitx"),
        ({"GTK_IM_MODULE": "ibus"}, "ibus"),
        ({"QT_IM_MODULE": "xim", "XMODIFIERS": "@im=none"}, ""),
        ({}, ""),
    ],
)
def test_the_desktop_names_its_input_method(environ, name):
    assert input_method_of(environ) == name


@pytest.mark.feature("b14")
@pytest.mark.parametrize(
    ("environ", "told"),
    [
        (FCITX, {"QT_IM_MODULES": "fcitx;ibus", "IBUS_USE_PORTAL": "1"}),
        ({**FCITX, "IBUS_USE_PORTAL": "0"}, {"QT_IM_MODULES": "fcitx;ibus"}),
        ({"XMODIFIERS": "@im=fcitx"}, {"QT_IM_MODULES": "fcitx;ibus", "IBUS_USE_PORTAL": "1"}),
        ({"QT_IM_MODULES": "wayland;fcitx"}, {"QT_IM_MODULES": "wayland;fcitx;ibus", "IBUS_USE_PORTAL": "1"}),
        ({"QT_IM_MODULES": "wayland;fcitx;ibus"}, {"IBUS_USE_PORTAL": "1"}),
        ({}, {"QT_IM_MODULES": "fcitx;ibus"}),
        ({"QT_IM_MODULE": "ibus"}, {}),
        ({"QT_IM_MODULES": "wayland"}, {}),
    ],
)
def test_fcitx_is_reached_the_way_of_ibus_and_other_choices_stand(environ, told):
    assert input_method_settings(environ) == told


def test_where_the_program_of_ibus_is_there_its_own_way_is_gone(tmp_path):
    (tmp_path / "ibus-daemon").touch()
    assert input_method_settings({**FCITX, "PATH": f"/nowhere:{tmp_path}"}) == {"QT_IM_MODULES": "fcitx;ibus"}
