"""Whose this PC is, for the page that shows it: asked for, enrolled until when, or nobody's."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exams.desk.branch_files import believed
from exams.desk.enrolment import Asked, Enrolment, asked_by
from exams.devices.record import DeviceRecord
from exams.store.database import database_path
from exams.store.device_files import device_record, kept_request
from exams.store.trust_files import has_trust

if TYPE_CHECKING:
    from exams.desk.office import Office

RENEWAL_MS = 30 * 86_400_000
"""So long before its end a record is due for renewal."""


@dataclass(frozen=True, slots=True)
class DeviceView:
    """`record` is in force or was once, `asked` waits for headquarters' answer; both None for a PC that is nobody's.

    `follows`: a list of headquarters' keys is here, without which no answer is believed.
    """

    record: DeviceRecord | None = None
    asked: Asked | None = None
    revoked: bool = False
    follows: bool = False

    def is_over(self, wt: int) -> bool:
        """True once the term has ended."""
        return self.record is not None and wt >= self.record.not_after_wt

    def is_due(self, wt: int) -> bool:
        """True from 30 days before the end of the term on."""
        return self.record is not None and wt >= self.record.not_after_wt - RENEWAL_MS


def device_view(home: Path) -> DeviceView:
    """Read anew, whether the program has the home open or not; raises `TrustSpoilt`."""
    # Without a journal a record is what an earlier installation left: the PC is nobody's again.
    record = device_record(home) if database_path(home).exists() else None
    raw = kept_request(home)
    withdrawn = believed(home).revocations.devices if has_trust(home) else frozenset()
    asked = None if raw is None else asked_by(raw)
    return DeviceView(record, asked, record is not None and record.serial in withdrawn, has_trust(home))


def enrolment_of(office: "Office") -> Enrolment:
    """The same PC while its office is open."""
    return Enrolment(office.home, office.clock, (office.db, office.journal))
