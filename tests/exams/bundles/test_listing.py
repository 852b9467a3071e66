"""Several PCs in one session: what one of them lists, the others' journals must contain."""

from dataclasses import replace

import pytest

from exams.bundles.hr_trust import Known
from exams.bundles.listing import list_facts, listed_in, sessions_after
from exams.desk.branch_errors import NotJoined
from exams.desk.checkpoints import Checkpoints
from exams.desk.errors import NoSession
from exams.devices.checkpoint import Checkpoint, checkpoint_anchor, sign_checkpoint
from exams.devices.identity import DeviceKeys
from exams.devices.texts import envelope_text
from exams.journal.line import Event, line_hash
from exams.packs.manifest import Grading
from exams.trust.envelope import Purpose
from exams.trust.errors import NotStrict, WrongType
from tests.exams.bundles.day import Day, anchored_day
from tests.exams.bundles.hr_room import SERIAL
from tests.exams.desk.sealed_branch import HERE

OTHER = "D00000002"
HASHES = tuple(line_hash(b"%d" % number) for number in range(40))


def checkpoint_of(pc):
    checkpoints = Checkpoints(pc.db, pc.home)
    return checkpoints.sign_now(pc.office.journal)


@pytest.fixture
def pair(copied):
    """Two PCs of one session: one lists the other, whose serial headquarters would have given it."""
    first, second = Day(*copied()), Day(*copied())
    keys = DeviceKeys.generate()
    head = line_hash(b"the other PC's last line")
    return first, second, keys, sign_checkpoint(Checkpoint(OTHER, 40, head, 0), keys.sign)


def lister(pair):
    first, _, _, raw = pair
    first.sat()
    first.proctor.join(HERE.session, [raw])
    return first


def devices(pair, **more):
    return {SERIAL: pair[0].pc.device.sign.public, OTHER: pair[2].sign.public, **more}


def test_a_list_goes_into_the_journal_and_the_report_and_hr_accepts_it(pair):
    day = lister(pair)
    (joined,) = day.proctor.report(HERE.session).joined
    assert (joined.serial, joined.size, joined.anchor) == (OTHER, 40, checkpoint_anchor(pair[3]))
    assert day.proctor.report(HERE.session).as_json()["joined"][0]["serial"] == OTHER
    verdict = day.room.take_in(day.bundle, devices=devices(pair))
    assert verdict.accepted
    after = sessions_after(day.room.sessions, verdict)
    assert [(one.serial, one.size) for one in after[HERE.session].listed] == [(OTHER, 40)]
    assert sessions_after(after, verdict) == after


def test_a_checkpoint_comes_as_a_file_or_as_the_text_of_a_code_and_is_listed_once(pair):
    day, _, _, raw = pair
    day.proctor.join(HERE.session, [raw, envelope_text(raw, Purpose.CHECKPOINT).encode()])
    assert len(day.proctor.join(HERE.session, [raw])) == 1
    assert day.pc.events().count(Event.LIST) == 1


def test_what_cannot_be_listed_is_refused_with_nothing_written(pair):
    day, _, _, raw = pair
    for error, session, files in (
        (NoSession, "S0000000Q", [raw]),
        (NotJoined, HERE.session, [raw, checkpoint_of(day.pc)]),
        (WrongType, HERE.session, [(day.pc.home / "keys" / "device.record").read_bytes()]),
        (NotStrict, HERE.session, [b"{}"]),
    ):
        with pytest.raises(error):
            day.proctor.join(session, files)
    assert Event.LIST not in day.pc.events()


def test_a_listed_checkpoint_that_its_device_did_not_sign_is_found(pair):
    day = lister(pair)
    found = day.room.verify(day.bundle, devices=devices(pair, **{OTHER: DeviceKeys.generate().sign.public}))
    assert [(one.code, one.facts["reason"]) for one in found.findings if one.refuses] == [("E_CHECKPOINT", "listed")]
    assert "E_CHECKPOINT" in day.room.verify(day.bundle, devices={SERIAL: day.pc.device.sign.public}).codes


def test_a_list_that_cannot_be_read_is_found(pair):
    day = pair[0].sat()
    day.pc.office.journal.append(Event.LIST, {"session": HERE.session, "checkpoints": ["?"]})
    assert "E_CHECKPOINT" in day.room.verify(day.bundle).codes
    assert sessions_after(day.room.sessions, day.room.verify(day.bundle)) == day.room.sessions


@pytest.mark.parametrize("kept", [HASHES, ()], ids=["all lines", "the head only"])
def test_a_list_that_contradicts_what_hr_has_of_the_other_pc_is_a_fork(pair, kept):
    """The listed PC handed in first; what it showed its neighbour was another history."""
    day, _, keys, _ = pair
    day.sat()
    known = {OTHER: Known(size=len(HASHES), head=HASHES[-1], hashes=kept)}
    for head, forks in ((HASHES[-1], []), (line_hash(b"another"), [OTHER])):
        raw = sign_checkpoint(Checkpoint(OTHER, len(HASHES), head, 0), keys.sign)
        day.proctor.join(HERE.session, [raw])
        found = day.room.verify(day.bundle, known=known).findings
        assert [one.facts["serial"] for one in found if one.code == "E_FORK"] == forks


def test_the_listed_pc_must_contain_what_its_neighbour_listed(copied):
    day = Day(*copied(Grading.SECOND_CODE)).sat()
    raw = checkpoint_of(day.pc)
    day.proctor.grade_session(HERE.session, day.pc.stick.grading)
    journal_line = _list_line(day, raw)
    session, listed = listed_in(journal_line)
    day.room.sessions[session] = replace(day.room.sessions[session], listed=listed)
    assert day.room.verify(day.bundle).accepted
    moved = replace(listed[0], head=line_hash(b"another"))
    gone = replace(moved, raw=sign_checkpoint(Checkpoint(SERIAL, moved.size, moved.head, 0), day.pc.device.sign))
    day.room.sessions[session] = replace(day.room.sessions[session], listed=(gone,))
    assert "E_ANCHOR_MISSING" in day.room.verify(day.bundle).codes


def test_nobody_can_make_an_honest_pc_suspect_by_listing_what_it_never_signed(copied):
    day = anchored_day(*copied(Grading.SECOND_CODE))
    forged = sign_checkpoint(Checkpoint(SERIAL, 5, line_hash(b"another"), 0), DeviceKeys.generate().sign)
    session, listed = listed_in(_list_line(day, forged))
    day.room.sessions[session] = replace(day.room.sessions[session], listed=listed)
    assert day.room.verify(day.bundle).accepted


def _list_line(day, raw):
    """The line as a neighbour would write it; this journal stays without it."""
    return day.pc.office.journal.prepare(Event.LIST, list_facts(HERE.session, [raw]))
