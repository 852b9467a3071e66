"""A room with rules for tests: enrolled PCs whose session headquarters has told who is expected and what holds."""

from exams.accounts.person import Person, Role
from exams.accounts.pins import hash_pin
from exams.accounts.resets import desk_key, sign_desk
from exams.accounts.second_authority import minutes_code, read_minutes
from exams.desk.check_in import Seen
from exams.journal.line import Event
from exams.packs.briefs import Expected, RoomRules, SessionBrief
from exams.packs.slot_file import SlotFile, slots_payload
from exams.store.database import open_database
from exams.store.device_files import keep_record, make_device
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import save_branch, save_person, save_setting
from exams.timing.story_clock import StoryClock
from exams.trust.codes import shown
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.root import RoleName
from tests.exams.bundles.hr_room import record_for
from tests.exams.desk.branch_pc import BRANCH, CHEAP, HOUR, MINUTE, NOON, PIN, PROCTOR, XIAOYU
from tests.exams.desk.sealed_branch import HERE, SealedBranch

RULES = RoomRules(start_code=True, entry_until_wt=NOON + 20 * MINUTE, earliest_ms=10 * MINUTE)
PEOPLE = (Expected("T1001", "王小雨", "A1"), Expected("T1002", "陈志远", "A2"), Expected("T1003", "曾若溪", "A3"))


def tell(pc, rules=RULES, roster=PEOPLE):
    """Headquarters' next slot file says more of the session; the PC takes it in."""
    brief = SessionBrief(HERE.session, rules, tuple(roster))
    payload = slots_payload(SlotFile("TELE", 1, NOON - HOUR, tuple(pc.stick.slots), (brief,)))
    path = pc.home.parent / f"{pc.home.name}-room.slots"
    path.write_bytes(sign_envelope(Purpose.SLOTS, payload, [pc.stick.hq.keys[RoleName.PACK]]))
    pc.stick.install(pc.home, path)


def a_room_pc(home, stick, serial="D00000001", rules=RULES, roster=PEOPLE):
    """An enrolled PC on which the session is open."""
    pc = an_enrolled_pc(home, stick, serial, rules, roster)
    pc.room_code = pc.unlock()
    return pc


def an_enrolled_pc(home, stick, serial="D00000001", rules=RULES, roster=PEOPLE):
    """One that has taken in all that headquarters has told of the session, before it is opened."""
    home.mkdir(parents=True)
    keys = make_device(home)
    keep_record(home, record_for(stick.hq, keys, serial))
    _begin_journal(home, serial)
    pc = SealedBranch.take_in(home, stick)
    (home / "trust" / "reset.json").write_bytes(sign_desk(stick.hq.keys[RoleName.RESET]))
    pc.device, pc.serial = keys, serial
    for who in roster:
        if pc.office.person(who.staff_id) is None:
            save_person(
                pc.db,
                Person(who.staff_id, who.name, "", "BJ-WJ01", "A", Role.TRAINEE),
                hash_pin(PIN, CHEAP, who.staff_id),
            )
    pc.reopen()
    tell(pc, rules, roster)
    return pc


def _begin_journal(home, serial):
    """As enrolment does it."""
    db = open_database(home)
    try:
        JournalStore(db, StoryClock(NOON)).append(Event.GENESIS, {"device": serial})
        save_branch(db, BRANCH)
        save_setting(db, "device", serial)
    finally:
        db.close()


def checked_in(pc, staff_id="T1001", seat=""):
    return pc.room.check_in.check_in(HERE.session, staff_id, Seen(id_checked=True, seat=seat))


def code_for(pc, staff_id="T1001"):
    """Checked in, and the code that the proctor shows then."""
    checked_in(pc, staff_id)
    return pc.room.check_in.start_code(HERE.session, staff_id)[0]


def started(pc, person=XIAOYU):
    return pc.begin_final(person, code_for(pc, person.staff_id))


def read_out(pc, asked):
    """What headquarters answers on the telephone."""
    seen = read_minutes(asked.text)
    return shown(minutes_code(desk_key(pc.stick.hq.keys[RoleName.RESET]), pc.device.seal.public, seen))


__all__ = ["HERE", "PEOPLE", "PROCTOR", "RULES", "a_room_pc", "checked_in", "code_for", "read_out", "started", "tell"]
