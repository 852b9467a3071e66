"""Installing: the new pack is in use as a whole, the one before is kept, and nothing spoilt is believed."""

import pytest

from exams.packs.active import every_byte_is_right
from exams.trust.root import RoleName
from tests.exams.packs.cutting_disk import PowerCut
from tests.exams.packs.headquarters import Headquarters, a_course, members


def test_an_installed_pack_is_in_use_with_the_content_that_it_brought(branch, packs):
    done = branch.install(packs[1])
    assert (done.changed, done.pack) == (True, branch.active)
    assert branch.active.content.read_bytes() == a_course(version="1")
    inside = members(packs[1])
    assert {name: branch.active.file(name).read_bytes() for name in inside} == inside


def test_the_newer_pack_takes_over_and_the_one_before_is_kept(branch, packs, hq, tmp_path):
    branch.install(packs[1])
    branch.install(packs[2])
    assert (branch.version, branch.active.previous) == (2, "TELE-1")
    hq.publish(tmp_path / "3.pack", 3)
    branch.install(tmp_path / "3.pack")
    assert branch.folders() == {"active.json", "TELE-2", "TELE-3"}


def test_the_same_pack_again_changes_nothing(branch, packs):
    branch.install(packs[1])
    before = {path: path.stat().st_mtime_ns for path in branch.packs.rglob("*") if path.is_file()}
    assert branch.install(packs[1]).changed is False
    assert {path: path.stat().st_mtime_ns for path in branch.packs.rglob("*") if path.is_file()} == before


def test_slots_and_other_files_in_the_folder_are_let_be(branch, packs):
    (branch.packs / "slots-TELE-1.json").write_bytes(b"{}")
    branch.install(packs[1])
    branch.install(packs[2])
    assert (branch.packs / "slots-TELE-1.json").read_bytes() == b"{}"


def test_a_root_on_the_way_is_followed_and_the_old_pack_stays_usable_until_the_switch(branch, packs, hq, tmp_path):
    branch.install(packs[1])
    hq.rotate(RoleName.PACK)
    hq.rotate(RoleName.REVOCATION)
    hq.publish(tmp_path / "3.pack", 3)
    branch.install(tmp_path / "3.pack")
    assert (branch.version, branch.state.root.version) == (3, 3)


def test_what_is_believed_is_kept_before_the_switch(branch, packs):
    def cut(_verified):
        assert branch.version == 1
        raise PowerCut

    branch.install(packs[1])
    branch.keep = cut
    with pytest.raises(PowerCut):
        branch.install(packs[2])
    assert branch.version == 1


def test_a_pack_of_which_anything_is_missing_or_shorter_is_not_in_use(branch, packs):
    branch.install(packs[1])
    for path in (path for path in branch.active.folder.rglob("*") if path.is_file()):
        raw = path.read_bytes()
        path.write_bytes(raw[:-1])
        assert branch.active is None, path
        path.unlink()
        assert branch.active is None, path
        path.write_bytes(raw)
        assert branch.version == 1


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'{"name":"../../x","previous":"","sha256":""}', b"\0" * 120])
def test_a_spoilt_pointer_points_at_nothing_and_the_pack_can_be_installed_again(branch, packs, raw):
    branch.install(packs[1])
    (branch.packs / "active.json").write_bytes(raw)
    assert branch.active is None
    assert branch.install(packs[1]).changed
    assert branch.version == 1


def test_an_installed_manifest_that_a_stranger_signed_is_not_believed(branch, packs):
    branch.install(packs[1])
    branch.roots = [Headquarters().root]
    assert branch.active is None


def test_a_pack_whose_bytes_rot_is_made_good_by_installing_it_again(branch, packs):
    branch.install(packs[1])
    branch.install(packs[2])
    content = branch.active.content
    content.write_bytes(content.read_bytes()[:-1] + b" ")
    assert not every_byte_is_right(branch.active)
    assert branch.install(packs[2]).changed
    assert every_byte_is_right(branch.active)
    assert branch.folders() == {"active.json", "TELE-1", "TELE-2"}
