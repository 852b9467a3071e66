"""What a branch believes of what headquarters sent: signed things count, others are as if they were not there."""

import pytest

from exams.desk.errors import NoPack
from exams.desk.pack_shelf import PackShelf, branch_content
from exams.packs.manifest import Grading
from exams.trust.errors import TrustSpoilt
from exams.trust.revocation import Revocations
from tests.exams.desk.branch_pc import DAY, NOON
from tests.exams.desk.course import two_chapters
from tests.exams.desk.sealed_branch import HERE, make_stick


@pytest.fixture(scope="module")
def sticks(tmp_path_factory):
    """Two headquarters that know nothing of each other."""
    folder = tmp_path_factory.mktemp("sticks")
    tree = two_chapters(folder / "assets")
    return [make_stick(folder / name, tree, Grading.HQ_ONLY) for name in ("ours", "theirs")]


@pytest.fixture
def home(sticks, tmp_path):
    sticks[0].install(tmp_path)
    return tmp_path


def test_a_home_that_follows_nobody_has_nothing(tmp_path):
    shelf = PackShelf(tmp_path)
    assert (shelf.pack(), shelf.slots(), shelf.revocations(), shelf.floor_wt()) == (None, (), Revocations(), 0)
    with pytest.raises(NoPack):
        branch_content(tmp_path)


def test_what_was_taken_in_is_found(home, sticks):
    shelf = PackShelf(home)
    assert shelf.pack().sha256 == sticks[0].sha256
    assert shelf.slots()[0].sessions[0].session == HERE.session
    assert shelf.floor_wt() == NOON - DAY
    assert branch_content(home).is_file()


def test_slots_that_another_headquarters_signed_or_that_are_cut_short_do_not_count(home, sticks):
    raw = (sticks[1].folder / "TELE-1.slots").read_bytes()
    ours = (sticks[0].folder / "TELE-1.slots").read_bytes()
    for path in (home / "packs").glob("slots-*.json"):
        path.unlink()
    (home / "packs" / "slots-TELE-1-a.json").write_bytes(raw)
    (home / "packs" / "slots-TELE-1-b.json").write_bytes(ours[:-10])
    (home / "packs" / "slots-TELE-1-c.json").mkdir()
    assert PackShelf(home).slots() == ()
    (home / "packs" / "slots-TELE-1-d.json").write_bytes(ours)
    assert len(PackShelf(home).slots()) == 1


def test_a_folder_of_trust_that_was_changed_is_told(home):
    (home / "trust" / "revocation.json").unlink()
    for ask in (PackShelf(home).pack, PackShelf(home).slots, PackShelf(home).revocations, PackShelf(home).floor_wt):
        with pytest.raises(TrustSpoilt):
            ask()
