"""A branch PC asks to be enrolled and takes in the answer: its own, in force, once; nothing else changes anything."""

import os
import shutil
import stat

import pytest

from exams.accounts.resets import read_desk
from exams.desk.branch_errors import NoRoot
from exams.desk.branch_status import branch_status
from exams.desk.hq_roots import RootChange
from exams.desk.pack_shelf import PackShelf
from exams.desk.vault import Vault
from exams.devices.errors import ForeignRecord, RequestRefused
from exams.devices.request import read_request
from exams.errors import AcademyError
from exams.packs.slots import SlotPurpose
from exams.store.device_files import kept_record, load_device
from exams.store.glance import HomeState, glance
from exams.store.trust_files import kept_reset_desk, load_trust
from exams.trust.envelope import payload_sha256
from exams.trust.errors import BadSignature, Expired, NotStrict, Revoked, WrongType
from tests.exams.desk.enrolling import LABEL, approve, ask, enrolled, events, take_in
from tests.exams.desk.head_office import BRANCH, DAY, NOON, SESSION, HeadOffice

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows keeps keys to the machine by DPAPI instead")
YEAR = 365 * DAY


@pytest.fixture
def home(hq):
    """A home that follows headquarters and has nothing else."""
    hq.carry(hq.folder / "branch", *hq.roots())
    return hq.folder / "branch"


def left(home):
    """All that an enrolment could have changed."""
    return {path.name: path.read_bytes() for path in sorted((home / "keys").iterdir())}, glance(home).state


def refused(hq, home, raw, error):
    before = left(home)
    with pytest.raises(error) as told:
        take_in(hq, home, raw)
    assert left(home) == before
    return told.value.facts


def test_a_pc_becomes_a_branchs_by_two_files(hq, home):
    asked = ask(hq, home)
    approved = approve(hq, asked.raw)
    done = take_in(hq, home, approved.raw)
    assert (done.changed, done.renewal) == (True, False)
    assert (done.record.branch, done.record.label, done.record.public) == (BRANCH, LABEL, asked.request.public)
    assert glance(home).branch.code == BRANCH
    device = branch_status(home)["device"]
    assert (device["serial"], device["asked"], device["revoked"]) == (done.record.serial, False, False)
    assert (device["not_before"], device["not_after"]) == ("2026-11-24T04:00:00Z", "2027-11-24T04:00:00Z")


def test_the_same_by_the_text_of_two_qr_codes(hq, home):
    approved = approve(hq, ask(hq, home).text.encode())
    assert take_in(hq, home, approved.text.encode()).record == approved.record


def test_the_journal_begins_with_the_record(hq, home):
    approved = approve(hq, ask(hq, home).raw)
    take_in(hq, home, approved.raw)
    facts = {"device": approved.record.serial, "branch": BRANCH, "record": payload_sha256(approved.raw)}
    assert events(home, hq.clock) == [("genesis", {**facts, "demonstration": False})]


@pytest.mark.parametrize("form", ["file", "text"])
def test_the_record_brings_the_desk_that_lost_pins_are_asked_of(hq, home, form):
    assert kept_reset_desk(home) is None
    approved = approve(hq, ask(hq, home).raw)
    take_in(hq, home, approved.raw if form == "file" else approved.text.encode())
    with hq.desk() as desk:
        brought = desk.write_reset_desk(hq.stick / "desk.reset").read_bytes()
    assert read_desk(kept_reset_desk(home), load_trust(home).root) == read_desk(brought, load_trust(home).root)


def test_a_desk_whose_key_was_replaced_since_is_left_aside_and_the_pc_is_enrolled_all_the_same(hq, home):
    approved = approve(hq, ask(hq, home).raw)
    with hq.desk() as desk:
        desk.rotate(RootChange(replace=("reset",)))
    hq.carry(home, *hq.roots())
    assert take_in(hq, home, approved.raw).changed
    assert kept_reset_desk(home) is None
    renewed = approve(hq, ask(hq, home).raw)
    assert take_in(hq, home, renewed.raw).renewal
    assert read_desk(kept_reset_desk(home), load_trust(home).root)


def test_a_home_that_only_asked_is_no_branch_yet(hq, home):
    ask(hq, home)
    assert glance(home).state is HomeState.EMPTY
    assert branch_status(home)["device"] == {"serial": "", "asked": True}


def test_taking_the_same_record_in_again_changes_nothing(hq, home):
    approved = approve(hq, ask(hq, home).raw)
    take_in(hq, home, approved.raw)
    before = left(home), events(home, hq.clock)
    assert take_in(hq, home, approved.raw).changed is False
    assert (left(home), events(home, hq.clock)) == before


def test_the_answer_to_an_earlier_request_is_refused(hq, home):
    first = approve(hq, ask(hq, home).raw)
    ask(hq, home)
    assert refused(hq, home, first.raw, ForeignRecord)["reason"] == "nonce"


def test_a_record_for_another_branchs_request_is_refused(hq, home):
    other = hq.folder / "other"
    hq.carry(other, *hq.roots())
    theirs = approve(hq, ask(hq, other, "SH-PD02").raw)
    ask(hq, home)
    assert refused(hq, home, theirs.raw, ForeignRecord)["reason"] == "nonce"


def test_a_record_is_of_no_use_where_nothing_was_asked(hq, home):
    _other, _record = enrolled(hq, "other")
    raw = kept_record(hq.folder / "other")
    with pytest.raises(ForeignRecord):
        take_in(hq, home, raw)
    assert glance(home).state is HomeState.EMPTY


def test_a_request_that_was_carried_to_another_pc_makes_no_second_device(hq, home):
    approved = approve(hq, ask(hq, home).raw)
    other = hq.folder / "other"
    hq.carry(other, *hq.roots())
    ask(hq, other)
    shutil.copyfile(home / "keys" / "device.request", other / "keys" / "device.request")
    assert refused(hq, other, approved.raw, ForeignRecord)["reason"] == "keys"


def test_before_the_root_nothing_is_believed(hq):
    home = hq.folder / "bare"
    approved = approve(hq, ask(hq, home).raw)
    assert refused(hq, home, approved.raw, NoRoot)


@pytest.mark.parametrize(("raw", "error"), [(b"", WrongType), (b"{}", NotStrict), (b"BAD1:AAAA", NotStrict)])
def test_what_is_no_record_is_refused(hq, home, raw, error):
    ask(hq, home)
    refused(hq, home, raw, error)


def test_the_request_itself_is_no_record(hq, home):
    asked = ask(hq, home)
    refused(hq, home, asked.raw, WrongType)
    refused(hq, home, asked.text.encode(), WrongType)


def test_a_record_cut_at_any_byte_is_refused(hq, home):
    approved = approve(hq, ask(hq, home).raw)
    for size in range(0, len(approved.raw), 97):
        with pytest.raises(AcademyError):
            take_in(hq, home, approved.raw[:size])
    assert glance(home).state is HomeState.EMPTY


def test_a_record_of_another_headquarters_is_refused(hq, home, founded, tmp_path):
    strange = HeadOffice(tmp_path / "strange", founded.parts)
    strange.found()
    approved = approve(strange, ask(hq, home).raw)
    refused(hq, home, approved.raw, BadSignature)


def test_a_record_that_has_run_out_is_refused(hq, home):
    approved = approve(hq, ask(hq, home).raw)
    hq.clock.forward(YEAR)
    assert refused(hq, home, approved.raw, Expired)["reason"] == "device"


def test_a_clock_that_runs_behind_headquarters_does_not_keep_a_branch_out(hq, home):
    asked = ask(hq, home)
    hq.clock.forward(2 * DAY)
    approved = approve(hq, asked.raw)
    hq.clock.set_wall(NOON)
    assert take_in(hq, home, approved.raw).changed
    assert branch_status(home)["root"]["not_earlier_than"] == "2026-11-26T04:00:00Z"


def test_a_withdrawn_device_is_not_enrolled(hq, home):
    approved = approve(hq, ask(hq, home).raw)
    withdrawn = hq.folder / "revocation.json"
    with hq.desk() as desk:
        desk.revoke("device", approved.record.serial, withdrawn)
    hq.carry(home, withdrawn)
    assert refused(hq, home, approved.raw, Revoked)["kind"] == "device"


def test_an_enrolled_pc_is_renewed_with_its_keys_and_its_serial(hq, home):
    first = take_in(hq, home, approve(hq, ask(hq, home).raw).raw).record
    keys = load_device(home)
    hq.clock.forward(300 * DAY)
    renewed = approve(hq, ask(hq, home).raw)
    done = take_in(hq, home, renewed.raw)
    assert (renewed.renewal, done.renewal, done.record.serial) == (True, True, first.serial)
    assert load_device(home) == keys
    assert done.record.not_after_wt == first.not_after_wt + 300 * DAY
    assert [kind for kind, _ in events(home, hq.clock)] == ["genesis", "device_import"]


def test_a_second_device_never_begins_in_the_journal_of_the_first(hq, home):
    """Whoever deletes the keys gets new ones and a new serial; the old journal stays the old device's."""
    take_in(hq, home, approve(hq, ask(hq, home).raw).raw)
    before = events(home, hq.clock)
    shutil.rmtree(home / "keys")
    approved = approve(hq, ask(hq, home).raw)
    assert refused(hq, home, approved.raw, ForeignRecord)["reason"] == "serial"
    assert events(home, hq.clock) == before


def test_keys_that_lost_their_journal_ask_as_another_device(hq, home):
    first = take_in(hq, home, approve(hq, ask(hq, home).raw).raw).record
    for file in [*home.glob("academy.sqlite*")]:
        file.unlink()
    shutil.rmtree(home / "backups")
    done = take_in(hq, home, approve(hq, ask(hq, home).raw).raw)
    assert done.record.serial != first.serial
    assert [facts["device"] for _, facts in events(home, hq.clock)] == [done.record.serial]


def test_a_branch_does_not_ask_for_another(hq, home):
    take_in(hq, home, approve(hq, ask(hq, home).raw).raw)
    with pytest.raises(RequestRefused):
        ask(hq, home, "SH-PD02")


def test_a_cut_between_record_and_journal_is_made_good_by_taking_it_in_again(hq, home):
    approved = approve(hq, ask(hq, home).raw)
    (home / "keys" / "device.record").write_bytes(approved.raw)
    assert take_in(hq, home, approved.raw).changed
    assert [kind for kind, _ in events(home, hq.clock)] == ["genesis"]


@POSIX
def test_only_this_user_may_read_keys_request_and_record(hq, home):
    take_in(hq, home, approve(hq, ask(hq, home).raw).raw)
    ask(hq, home)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (home / "keys").iterdir()}
    assert modes == {"device.key": 0o600, "device.record": 0o600, "device.request": 0o600}


def test_no_private_key_leaves_the_home(hq, home):
    asked = ask(hq, home)
    approved = approve(hq, asked.raw)
    keys = load_device(home)
    hq_bytes = b"".join(path.read_bytes() for path in hq.home.rglob("*") if path.is_file())
    for private in (keys.sign.private, keys.seal.private):
        assert private not in asked.raw + approved.raw + hq_bytes
        assert private.hex().encode() not in asked.raw + approved.raw + hq_bytes
    assert read_request(asked.raw).public == asked.request.public


class _Sealed:
    """An enrolled branch with a pack and a session's slots, and the code that opens it."""

    def __init__(self, hq, **told):
        self.home, self.record = enrolled(hq, **told)
        hq.carry(self.home, *sorted(hq.stick.iterdir()))
        self.code = hq.release(SlotPurpose.ITEMS).code
        self.hq = hq

    def open(self):
        vault = Vault(self.home, PackShelf(self.home), lambda: BRANCH)
        return vault.open_session(SESSION, self.code, self.hq.clock.now().wt)


def test_an_enrolled_branch_opens_its_session(hq):
    assert _Sealed(hq).open().session == SESSION


def test_a_withdrawn_device_opens_no_session_once_it_heard_of_it(hq):
    branch = _Sealed(hq)
    with hq.desk() as desk:
        desk.revoke("device", branch.record.serial, hq.folder / "revocation.json")
    hq.carry(branch.home, hq.folder / "revocation.json")
    with pytest.raises(Revoked):
        branch.open()


def test_a_device_whose_record_has_run_out_opens_no_session(hq):
    branch = _Sealed(hq)
    hq.clock.forward(YEAR)
    with pytest.raises(Expired) as told:
        branch.open()
    assert told.value.facts["reason"] == "device"
