"""The two sides of an enrolment for tests: what the branch PC does, what headquarters does, files in between."""

from exams.desk.enrolment import open_enrolment
from exams.desk.hq_devices import Approval
from exams.store.database import open_database
from exams.store.journal_rows import JournalStore
from exams.store.staff_files import role_request
from tests.exams.desk.head_office import APP, BRANCH

LABEL = "前台一号机"


def ask(hq, home, branch=BRANCH, label=LABEL):
    with open_enrolment(home, hq.clock) as pc:
        return pc.ask(branch, label)


def approve(hq, raw, **told):
    with hq.desk() as desk:
        return desk.enrol(raw, told=Approval(**told))


def take_in(hq, home, raw, branch=None):
    with open_enrolment(home, hq.clock) as pc:
        return pc.take_in(raw, branch)


def enrolled(hq, name="branch", branch=BRANCH, **told):
    """A home that follows this headquarters and was enrolled by it, and its record."""
    home = hq.folder / name
    hq.carry(home, *hq.roots())
    done = take_in(hq, home, approve(hq, ask(hq, home, branch).raw, **told).raw)
    return home, done.record


def events(home, clock):
    """The journal's lines, type and facts."""
    db = open_database(home)
    try:
        return [(record.line.type, record.facts()) for record in JournalStore(db, clock).records()]
    finally:
        db.close()


def certified(hq, pc, person, days=365):
    """The person chooses a passphrase at an open branch PC, headquarters grants the role; gives its certificate."""
    pc.hire(person)
    request, out = role_request(pc.home, person.staff_id).read_bytes(), hq.stick / f"{person.staff_id}.role"
    with hq.desk() as desk:
        granted = desk.certify(request, out, days)
    (arrival,) = pc.office.take_in([out], APP)
    assert arrival.error is None
    return granted
