"""The .deb on a desk: installed, upgraded over a home in use, put back, removed; what people wrote stays as it is."""

import os
import shutil
import subprocess

import pytest

from tests.architecture.tree import ROOT

MARK = b"\x89PNG"
FORCED = ("--force-not-root", "--force-depends", "--force-bad-path", "--force-downgrade", "--log=/dev/null")


@pytest.fixture(scope="module")
def debs(tmp_path_factory):
    """The packages of two versions around a small program."""
    tree = tmp_path_factory.mktemp("tree")
    shutil.copytree(ROOT / ".ci", tree / ".ci")
    shutil.copy(ROOT / "LICENSE", tree / "LICENSE")
    (tree / "dist" / "academy" / "licences").mkdir(parents=True)
    shutil.copy("/bin/true", tree / "dist" / "academy" / "academy")
    (tree / "dist" / "academy" / "sbom.cdx.json").write_text("{}")
    for name in ("build/icons/branch-academy-48.png", "desktop/version.py"):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
    (tree / "build" / "icons" / "branch-academy-48.png").write_bytes(MARK)
    made = {}
    for version in ("0.1.0", "0.2.0"):
        (tree / "desktop" / "version.py").write_text(f'VERSION = "{version}"\n')
        (tree / "dist" / "academy" / "licences" / "about").write_text(version)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}
        subprocess.run(["sh", ".ci/packages.sh"], cwd=tree, env=environment, capture_output=True, check=True)
        (deb,) = tree.glob("dist/packages/*.deb")
        made[version] = shutil.copy(deb, tree / deb.name)
    return made


class Desk:
    """A root of its own, with the home of a person in it."""

    def __init__(self, root):
        self.root = root
        for folder in ("updates", "info", "triggers"):
            (root / "var" / "lib" / "dpkg" / folder).mkdir(parents=True)
        for name in ("status", "available"):
            (root / "var" / "lib" / "dpkg" / name).touch()
        self.home = root / "home" / "clerk" / ".local" / "share" / "branch-academy"
        self.home.mkdir(parents=True)
        (self.home / "academy.sqlite").write_bytes(b"what people wrote")

    def dpkg(self, *words):
        call = ["dpkg", f"--root={self.root}", *FORCED, *words]
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def installed(self):
        return (self.root / "opt" / "branch-academy" / "licences" / "about").read_text()

    def kept(self):
        return [(path.name, path.read_bytes()) for path in self.home.iterdir()]


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path / "desk")


@pytest.mark.tool("dpkg-deb", "objdump", "xz")
def test_installed_upgraded_put_back_and_purged_the_data_stay_and_nothing_else_does(debs, desk):
    for version in ("0.1.0", "0.2.0", "0.1.0"):
        desk.dpkg("--install", debs[version])
        assert desk.installed() == version
        assert desk.kept() == [("academy.sqlite", b"what people wrote")]
    desk.dpkg("--purge", "branch-academy")
    assert desk.kept() == [("academy.sqlite", b"what people wrote")]
    left = [path for path in desk.root.rglob("*academy*") if desk.home not in (path, *path.parents)]
    assert left == []


@pytest.mark.tool("dpkg-deb", "objdump", "xz")
def test_nothing_of_the_package_runs_as_administrator(debs):
    listed = subprocess.run(["dpkg-deb", "--ctrl-tarfile", debs["0.1.0"]], capture_output=True, check=True).stdout
    assert all(script not in listed for script in (b"preinst", b"postinst", b"prerm", b"postrm"))
    assert b"control" in listed
