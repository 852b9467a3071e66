"""Several PCs of one session: each exports its checkpoint, and one of them lists the others' (security design, 4.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from exams.bundles.hr_trust import Listed
from exams.bundles.listing import list_facts, listed_in
from exams.desk.branch_errors import NotJoined
from exams.desk.enrolment import genesis_serial
from exams.desk.errors import NoSession
from exams.devices.checkpoint import checkpoint_anchor, claimed_checkpoint
from exams.devices.texts import envelope_of, envelope_text
from exams.errors import AcademyError
from exams.journal.line import Event
from exams.store.journal_rows import JournalStore
from exams.store.session_rows import find_session
from exams.trust.envelope import Purpose

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class JoinedPc:
    """Another PC of a session: how long its journal was, and the anchor of that checkpoint as it is read out."""

    serial: str
    size: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Vouched:
    """This device's word about its journal: the envelope, the same as one line of text, and its anchor."""

    raw: bytes
    text: str
    anchor: str

    @classmethod
    def of(cls, raw: bytes) -> Self:
        """All three of a checkpoint."""
        return cls(raw, envelope_text(raw, Purpose.CHECKPOINT), checkpoint_anchor(raw))


def join(db: "Database", journal: JournalStore, session: str, files: Sequence[bytes]) -> tuple[JoinedPc, ...]:
    """List the checkpoints of other PCs, files or texts of QR codes; returns all that this session lists now.

    Whether they are signed HR finds out: this PC does not know the others' keys. One that is listed already is passed
    over. Raises `NoSession`, `NotJoined` for a PC's own one, or as `claimed_checkpoint`, with nothing listed.
    """
    if find_session(db, session) is None:
        raise NoSession(session=session)
    raws = [envelope_of(raw, Purpose.CHECKPOINT) for raw in files]
    own = genesis_serial(journal)
    for raw in raws:
        if claimed_checkpoint(raw).serial == own:
            raise NotJoined(serial=own)
    had = {one.raw for one in _listed(journal, session)}
    new = [raw for raw in dict.fromkeys(raws) if raw not in had]
    if new:
        journal.append(Event.LIST, list_facts(session, new))
    return joined(journal, session)


def joined(journal: JournalStore, session: str) -> tuple[JoinedPc, ...]:
    """The PCs whose checkpoints this session lists, in the order they were listed."""
    return tuple(JoinedPc(one.serial, one.size, checkpoint_anchor(one.raw)) for one in _listed(journal, session))


def _listed(journal: JournalStore, session: str) -> tuple[Listed, ...]:
    found: list[Listed] = []
    for record in journal.of_type(Event.LIST):
        try:
            of, listed = listed_in(record)
        except AcademyError:  # a spoilt line is the check's business
            continue
        found += listed if of == session else ()
    return tuple(found)
