"""The tests mirror the rooms: whoever reads a package finds its tests under the same name."""

import pytest

from tests.architecture.tree import project_files, python_files

DESKTOP_SCREENS = ("desktop", "screens")


def _packages(room):
    return {path.parts[1] for path in python_files(room) if len(path.parts) > 2}


def _screens():
    files = [path for path in python_files("desktop") if path.parts[:2] == DESKTOP_SCREENS]
    return {path.parts[2] for path in files if len(path.parts) > 3}


def _test_folders(room):
    return {path.parts[2] for path in python_files("tests") if path.parts[1] == room and len(path.parts) > 3}


@pytest.mark.parametrize("room", ["exams", "certificates", "desktop"])
def test_a_folder_of_tests_has_the_name_of_what_it_tests(room):
    assert _test_folders(room) <= _packages(room)


def test_every_package_of_exams_has_tests_of_its_own():
    files = [path for path in python_files("exams") if path.name not in {"__init__.py", "errors.py"}]
    with_rules = {path.parts[1] for path in files if len(path.parts) > 2}
    assert with_rules - _test_folders("exams") == set()


def test_every_screen_has_tests_of_its_own():
    tests = [path for path in python_files("tests") if path.parts[1:3] == DESKTOP_SCREENS]
    assert _screens() - {path.parts[3] for path in tests if path.name.startswith("test_")} == set()


def test_no_package_file_makes_a_folder_of_tests_hide_the_room_of_the_same_name():
    assert [str(path) for path in project_files() if path.parts[0] == "tests" and path.name == "__init__.py"] == []
