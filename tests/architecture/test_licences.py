"""Whatever others made and we carry along has its licence written down."""

import tomllib

import pytest

from tests.architecture.tree import ROOT, project_files, text

LICENCES = ROOT / "assets" / "LICENSES.md"


def _asset_folders():
    return sorted({path.parts[1] for path in project_files() if path.parts[0] == "assets" and len(path.parts) > 2})


def _pinned(lock):
    lines = (ROOT / "requirements" / lock).read_text("utf-8").splitlines()
    return {line.split("==")[0] for line in lines if "==" in line and not line.startswith((" ", "#"))}


@pytest.mark.parametrize("folder", _asset_folders())
def test_every_folder_of_assets_says_whose_work_it_is(folder):
    assert f"`assets/{folder}/`" in LICENCES.read_text("utf-8")


def test_every_font_is_listed_with_its_licence_beside_it():
    fonts = [path for path in project_files() if path.suffix.lower() in {".ttf", ".otf", ".ttc"}]
    listed = LICENCES.read_text("utf-8")
    assert fonts
    assert [str(path) for path in fonts if path.name not in listed] == []
    assert all((ROOT / path.parent / "OFL.txt").exists() for path in fonts)


def test_every_library_in_the_bundle_is_listed():
    bundler = {"altgraph", "packaging", "pip", "pyinstaller", "pyinstaller-hooks-contrib", "setuptools"}
    listed = LICENCES.read_text("utf-8").lower()
    assert [name for name in sorted(_pinned("dist.txt") - bundler) if f"| {name} |" not in listed] == []


def test_the_project_itself_is_apache_2():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "Apache-2.0"
    assert "Apache License" in text(ROOT / "LICENSE")
