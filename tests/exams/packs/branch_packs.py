"""A branch's packs for tests: the folder, what is believed, and installing content that nobody opens."""

import pytest

from exams.packs.active import active_pack
from exams.packs.disk import DISK
from exams.packs.install import Steps, install_pack
from tests.exams.packs.headquarters import APP, NOW


class BranchPc:
    """A home's packs folder with what it believes; both outlive a power cut."""

    def __init__(self, folder, hq):
        self.packs = folder / "packs"
        self.packs.mkdir(parents=True)
        self.state, self.roots, self.now = hq.state(), [hq.root], NOW
        self.progress = []

    def install(self, source, seam=DISK, look=lambda _path: None, app=APP):
        steps = Steps(look, self.keep, lambda *told: self.progress.append(told), seam)
        return install_pack(source, self.packs, self.state, self.now, app, steps)

    def keep(self, verified):
        self.state = verified.state
        self.roots.append(verified.state.root)

    @property
    def active(self):
        return active_pack(self.packs, self.roots)

    @property
    def version(self):
        return self.active.manifest.version if self.active else 0

    def files(self):
        return {path.relative_to(self.packs).as_posix() for path in self.packs.rglob("*") if path.is_file()}

    def folders(self):
        return {path.name for path in self.packs.iterdir()}


def refused(branch, source, failure, **more):
    """The failure, after which everything is as it was."""
    before, version = branch.files(), branch.version
    with pytest.raises(failure) as told:
        branch.install(source, **more)
    assert (branch.files(), branch.version) == (before, version)
    return told.value
