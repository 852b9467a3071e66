"""A branch takes in what headquarters sends in whatever order it comes, and nothing else."""

import shutil
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.desk.branch_desk import BranchDesk
from exams.desk.branch_errors import NoRoot
from exams.desk.branch_files import brought
from exams.desk.branch_status import branch_status
from exams.desk.hq_roots import RootChange
from exams.errors import AcademyError
from exams.journal.line import Event
from exams.packs.slots import SlotPurpose
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.keys import SigningKey
from tests.exams.desk.head_office import APP, DAY, SESSION, HeadOffice


def codes(arrivals):
    return {name: one.error.code for name, one in arrivals.items() if one.error}


@pytest.fixture(scope="module")
def joined(founded, tmp_path_factory):
    """A branch that has taken in root, withdrawals, pack 1 and its slots."""
    office = founded.copied(tmp_path_factory.mktemp("joined"))
    office.branch()
    return office


@pytest.fixture
def branch(joined, tmp_path):
    office = joined.copied(tmp_path / "office")
    shutil.copytree(joined.folder / "branch", office.folder / "branch")
    return office


def home_of(office):
    return office.folder / "branch"


def test_files_in_the_wrong_order_are_taken_in_in_the_right_one(hq):
    home = hq.folder / "branch"
    arrivals = hq.carry(home, hq.stick / "s.slots", hq.stick / "1.pack", hq.revocation(), *hq.roots())
    assert list(arrivals) == ["1.json", "revocation.json", "1.pack", "s.slots"]
    assert all(one.taken.changed for one in arrivals.values())
    status = branch_status(home)
    assert (status["root"]["version"], status["revocations"]["version"]) == (1, 1)
    assert (status["pack"]["pack"], status["pack"]["version"]) == ("COURSE", 1)
    assert [(one["session"], one["usable"]) for one in status["sessions"]] == [(SESSION, True)]


def test_a_second_time_everything_is_here_already(branch):
    before = sorted(path.relative_to(home_of(branch)) for path in home_of(branch).rglob("*"))
    files = [*branch.roots(), branch.revocation(), *branch.stick.iterdir()]
    arrivals = branch.carry(home_of(branch), *files)
    assert [one.taken.changed for one in arrivals.values()] == [False] * 4
    assert sorted(path.relative_to(home_of(branch)) for path in home_of(branch).rglob("*")) == before


def test_before_the_first_root_nothing_is_believed(hq):
    arrivals = hq.carry(hq.folder / "branch", hq.stick / "1.pack", hq.stick / "s.slots", hq.revocation())
    assert {one.error.code for one in arrivals.values()} == {NoRoot.code}
    assert branch_status(hq.folder / "branch")["pack"] is None


def test_another_headquarters_is_not_followed(branch, tmp_path):
    stranger = HeadOffice(tmp_path / "stranger", branch.parts)
    stranger.found()
    stranger.publish(9)
    files = [*stranger.roots(), stranger.revocation(), stranger.stick / "9.pack"]
    arrivals = branch.carry(home_of(branch), *files)
    assert codes(arrivals) == {"1.json": "E_ROOT_VERSION", "revocation.json": "E_SIG", "9.pack": "E_SIG"}
    assert branch_status(home_of(branch))["pack"]["version"] == 1


def test_an_older_pack_is_refused_and_the_newer_one_stays(branch):
    branch.publish(2)
    branch.carry(home_of(branch), branch.stick / "2.pack")
    assert codes(branch.carry(home_of(branch), branch.stick / "1.pack")) == {"1.pack": "E_ROLLBACK"}
    status = branch_status(home_of(branch))
    assert (status["pack"]["version"], status["pack"]["previous"]) == (2, "COURSE-1")
    assert [one["usable"] for one in status["sessions"]] == [False]


def test_an_older_list_of_withdrawals_is_refused_and_revoked_stays_revoked(branch, tmp_path):
    old = tmp_path / "old.json"
    old.write_bytes(branch.revocation().read_bytes())
    with branch.desk() as desk:
        desk.revoke("session", SESSION, branch.stick / "new.json")
    branch.carry(home_of(branch), branch.stick / "new.json")
    assert codes(branch.carry(home_of(branch), old)) == {"old.json": "E_ROLLBACK"}
    status = branch_status(home_of(branch))
    assert status["revocations"]["sessions"] == [SESSION]
    assert [one["usable"] for one in status["sessions"]] == [False]


def test_a_withdrawn_pack_is_refused_though_it_is_older_than_the_list(hq, tmp_path):
    with hq.desk() as desk:
        desk.revoke("pack", "COURSE-1", hq.stick / "list")
    arrivals = hq.carry(tmp_path / "new", *hq.roots(), hq.stick / "list", hq.stick / "1.pack")
    assert codes(arrivals) == {"1.pack": "E_REVOKED"}
    assert branch_status(tmp_path / "new")["pack"] is None


def test_a_pack_older_than_the_list_is_taken_in_and_takes_nothing_back(hq, tmp_path):
    with hq.desk() as desk:
        desk.revoke("session", "S0000000Z", hq.stick / "list")
    arrivals = hq.carry(tmp_path / "new", *hq.roots(), hq.stick / "list", hq.stick / "1.pack")
    assert codes(arrivals) == {}
    status = branch_status(tmp_path / "new")
    assert (status["revocations"]["version"], status["revocations"]["sessions"]) == (2, ["S0000000Z"])
    assert status["pack"]["version"] == 1


def test_a_pack_brings_the_list_it_was_published_with(branch):
    with branch.desk() as desk:
        desk.revoke("session", SESSION)
    branch.publish(2)
    branch.carry(home_of(branch), branch.stick / "2.pack")
    assert branch_status(home_of(branch))["revocations"]["sessions"] == [SESSION]


def test_a_first_root_that_has_run_out_is_not_followed(hq, tmp_path):
    hq.clock.forward(9 * 365 * DAY)
    assert codes(hq.carry(tmp_path / "new", *hq.roots())) == {"1.json": "E_EXPIRED"}


def test_a_root_is_not_skipped(branch, tmp_path):
    with branch.desk() as desk:
        for role in ("ca", "reset"):
            desk.rotate(RootChange(replace=(role,)))
    _first, second, third = branch.roots()
    assert codes(branch.carry(home_of(branch), third)) == {"3.json": "E_ROOT_VERSION"}
    assert codes(branch.carry(home_of(branch), third, second)) == {}
    assert branch_status(home_of(branch))["root"]["version"] == 3


def test_a_pack_brings_the_root_that_signed_it(branch):
    with branch.desk() as desk:
        desk.rotate(RootChange(replace=("pack",)))
    branch.publish(2)
    assert codes(branch.carry(home_of(branch), branch.stick / "2.pack")) == {}
    assert branch_status(home_of(branch))["root"]["version"] == 2


def test_a_pack_that_has_run_out_is_refused_even_when_the_clock_is_set_back(branch):
    branch.publish(2, expires_wt=branch.clock.now().wt + DAY)
    branch.clock.forward(2 * DAY)
    branch.slots("later.slots")
    assert codes(branch.carry(home_of(branch), branch.stick / "2.pack")) == {"2.pack": "E_EXPIRED"}
    branch.publish(3)
    branch.carry(home_of(branch), branch.stick / "3.pack")
    branch.clock.forward(-400 * DAY)
    assert codes(branch.carry(home_of(branch), branch.stick / "2.pack")) == {"2.pack": "E_EXPIRED"}


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "E_FORMAT"),
        (b"BM not ours", "E_FORMAT"),
        (b"PK\3\4 cut short", "E_ZIP"),
        (b"{", "E_JSON"),
        (b'{"payloadType":1}', "E_TYPE"),
        (b'{"payloadType":"application/vnd.branch-academy.root.v1+json"}', "E_JSON"),
        (sign_envelope(Purpose.REQUEST, {"serial": "D00000000"}, [SigningKey.generate()]), "E_TYPE"),
        (sign_envelope(Purpose.DEVICE, {"serial": "D00000000"}, [SigningKey.generate()]), "E_SIG"),
    ],
)
def test_what_headquarters_never_sends_is_refused_by_name_of_its_fault(branch, tmp_path, raw, code):
    file = tmp_path / "brought"
    file.write_bytes(raw)
    arrivals = branch.carry(home_of(branch), file, branch.stick / "1.pack", tmp_path / "nowhere")
    assert codes(arrivals) == {"brought": code, "nowhere": "E_FILE_UNREADABLE"}
    assert branch_status(home_of(branch))["pack"]["version"] == 1


@given(st.binary(max_size=400), st.sampled_from([b"", b"{", b"PK", b'{"payloadType":"application/vnd.branch-academy.']))
def test_no_bytes_bring_more_than_a_refusal(tmp_path_factory, raw, start):
    file = tmp_path_factory.getbasetemp() / "any-bytes"
    file.write_bytes(start + raw)
    with suppress(AcademyError):
        assert brought(file).path == file


def test_slots_for_other_branches_are_refused_and_imports_are_written_in_the_journal(pc, hq):
    hq.plan("S0000000C", branch="SH-PD02")
    only_theirs = hq.slots("theirs.slots", branch="SH-PD02")
    desk = BranchDesk(pc.home, app=APP, branch="BJ-WJ01", clock=hq.clock, journal=pc.office.journal)
    arrivals = desk.install([*hq.roots(), hq.revocation(), hq.stick / "1.pack", only_theirs, hq.stick / "s.slots"])
    assert [one.error.code for one in arrivals if one.error] == ["E_SLOT"]
    imports = (Event.ROOT_UPDATE, Event.REVOCATION_UPDATE, Event.PACK_IMPORT, Event.SLOTS_IMPORT)
    records = list(pc.office.journal.of_type(*imports))
    assert [record.line.type for record in records] == [event.value for event in imports]
    assert records[2].facts()["pack"] == "COURSE"
    assert records[3].facts()["sessions"] == [SESSION]
    assert [record.facts()["code"] for record in pc.office.journal.of_type(Event.ERROR)] == ["E_SLOT"]
    desk.install([hq.stick / "1.pack"])
    assert len(list(pc.office.journal.of_type(*imports))) == 4


def test_a_newer_slot_file_takes_the_place_of_the_older_one(branch):
    branch.plan("S0000000B")
    branch.clock.forward(60_000)
    branch.carry(home_of(branch), branch.slots("more.slots"))
    assert len(list((home_of(branch) / "packs").glob("slots-*.json"))) == 1
    assert {one["session"] for one in branch_status(home_of(branch))["sessions"]} == {SESSION, "S0000000B"}
    assert not branch.release(SlotPurpose.ITEMS).again


def test_a_home_without_a_branch_gets_no_database(branch):
    assert not (home_of(branch) / "academy.sqlite").exists()
