"""What goes to a branch: installed and removed by the scripts that go with it, around a small program; data stay."""

import json
import os
import shutil
import subprocess

import pytest

from tests.architecture.tree import ROOT

LINUX = ROOT / ".ci" / "linux"
MARK = b"\x89PNG"


def script(name, folder, home, first=None):
    """Run a script; programs in the folder `first` come before the system's."""
    path = os.pathsep.join(str(one) for one in (first, os.environ["PATH"]) if one)
    environment = {"HOME": str(home), "PATH": path}
    return subprocess.run(["sh", folder / name], env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def unpacked(tmp_path):
    """The tarball of a version as it lies on a desk."""

    def make(version):
        folder = tmp_path / f"branch-academy-{version}"
        (folder / "icons").mkdir(parents=True)
        (folder / "academy").write_text(f"#!/bin/sh\necho {version}\n")
        (folder / "academy").chmod(0o755)
        (folder / "icons" / "branch-academy-48.png").write_bytes(MARK)
        for name in ("install.sh", "uninstall.sh", "branch-academy.desktop"):
            shutil.copy(LINUX / name, folder)
        return folder

    return make


@pytest.fixture
def home(tmp_path):
    """A person's home with data of the program in it."""
    data = tmp_path / "home" / ".local" / "share" / "branch-academy"
    data.mkdir(parents=True)
    (data / "academy.sqlite").write_bytes(b"what people wrote")
    return tmp_path / "home"


def installed(home):
    program = home / ".local" / "opt" / "branch-academy" / "academy"
    return subprocess.run([program], capture_output=True, text=True, check=True).stdout.strip()


def kept(home):
    return (home / ".local" / "share" / "branch-academy" / "academy.sqlite").read_bytes() == b"what people wrote"


def test_installed_upgraded_and_removed_without_an_administrator_the_data_stay(unpacked, home):
    assert script("install.sh", unpacked("0.1.0"), home).returncode == 0
    assert (installed(home), kept(home)) == ("0.1.0", True)
    entry = (home / ".local" / "share" / "applications" / "branch-academy.desktop").read_text("utf-8")
    assert f'Exec="{home}/.local/opt/branch-academy/academy"' in entry
    icon = home / ".local" / "share" / "icons" / "hicolor" / "48x48" / "apps" / "branch-academy.png"
    assert icon.read_bytes() == MARK
    newer = unpacked("0.2.0")
    assert script("install.sh", newer, home).returncode == 0
    assert (installed(home), kept(home)) == ("0.2.0", True)
    assert script("uninstall.sh", newer, home).returncode == 0
    assert not (home / ".local" / "opt" / "branch-academy").exists()
    assert not icon.exists()
    assert kept(home)


def test_a_stick_pulled_while_installing_leaves_the_version_before(unpacked, home, tmp_path):
    script("install.sh", unpacked("0.1.0"), home)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "cp").write_text('#!/bin/sh\nmkdir "$3"; echo half >"$3/academy"; exit 1\n')
    (tmp_path / "bin" / "cp").chmod(0o755)
    pulled = script("install.sh", unpacked("0.2.0"), home, first=tmp_path / "bin")
    assert pulled.returncode != 0
    assert (installed(home), kept(home)) == ("0.1.0", True)
    assert script("install.sh", tmp_path / "branch-academy-0.2.0", home).returncode == 0
    assert installed(home) == "0.2.0"


@pytest.fixture
def bundle(tmp_path):
    """As much of a built tree as `make packages` looks at."""
    tree = tmp_path / "tree"
    shutil.copytree(ROOT / ".ci", tree / ".ci")
    for path in ("desktop/version.py", "LICENSE"):
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tree / path)
    inside = tree / "dist" / "academy"
    (inside / "_internal").mkdir(parents=True)
    shutil.copy("/bin/true", inside / "academy")
    (inside / "_internal" / "link.so").symlink_to("../academy")
    (inside / "sbom.cdx.json").write_text(json.dumps({"bomFormat": "CycloneDX"}))
    (tree / "build" / "icons").mkdir(parents=True)
    (tree / "build" / "icons" / "branch-academy-48.png").write_bytes(MARK)
    return tree


def packages(tree, **settings):
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600", **settings}
    call = ["sh", ".ci/packages.sh"]
    done = subprocess.run(call, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    return done, {path.name: path.read_bytes() for path in (tree / "dist" / "packages").glob("*")}


@pytest.mark.tool("dpkg-deb", "objdump", "xz")
def test_the_packages_are_the_same_bytes_each_time_and_carry_what_desks_expect(bundle):
    done, first = packages(bundle)
    assert done.returncode == 0, done.stderr
    assert packages(bundle)[1] == first
    deb = next(bundle.glob("dist/packages/*.deb"))
    listed = subprocess.run(["dpkg-deb", "--contents", deb], capture_output=True, text=True, check=True).stdout
    for path in ("/opt/branch-academy/academy", "/usr/share/applications/branch-academy.desktop", "48x48/apps/"):
        assert path in listed
    assert "root/root" in listed
    assert "/home/" not in listed
    about = subprocess.run(["dpkg-deb", "--field", deb], capture_output=True, text=True, check=True).stdout
    assert "libxcb-cursor0" in about
    assert "libc6 (>= 2." in about
    sums = first["SHA256SUMS"].decode()
    assert {line.split()[1] for line in sums.splitlines()} == set(first) - {"SHA256SUMS"}


@pytest.mark.feature("i4")
@pytest.mark.tool("dpkg-deb", "objdump", "xz")
def test_a_file_that_asks_for_a_newer_c_library_is_no_package_for_old_desktops(bundle):
    done, made = packages(bundle, NEWEST_GLIBC="2.1")
    assert done.returncode == 1
    assert "newer than 2.1" in done.stderr
    assert not any(name.endswith(".deb") for name in made)
