"""The branch's side of minutes above the limit: what was asked and how often it was answered stands in the journal."""

from pathlib import Path

from exams.accounts.errors import OverrideRefused
from exams.accounts.resets import read_desk
from exams.accounts.second_authority import (
    AskedOnce,
    MinutesAsked,
    ask_minutes,
    require_minutes_code,
    require_unanswered,
)
from exams.desk.admittance import told
from exams.desk.overrides import Overrides, check_reason
from exams.desk.sitting_book import SittingBook
from exams.journal.line import Event
from exams.sittings.sitting import Sitting
from exams.store.device_files import device_record, own_device
from exams.store.journal_rows import JournalStore
from exams.store.trust_files import kept_reset_desk, load_trust
from exams.trust.keys import SealingKey


class SecondAuthority:
    """One question at a time for each sitting; a new one makes the one before worthless."""

    def __init__(self, home: Path, journal: JournalStore, book: SittingBook, by: str) -> None:
        self._home = home
        self._journal = journal
        self._book = book
        self._by = by
        self._overrides = Overrides(book, by)

    def ask(self, sitting_id: str, minutes: int) -> MinutesAsked:
        """What to read out to headquarters; raises `OverrideRefused` (device, minutes), `SittingClosed`."""
        record = device_record(self._home)
        if record is None:
            raise OverrideRefused(reason="device")
        sitting = self._overrides.running(sitting_id)
        asked = ask_minutes(record.serial, sitting.staff_id, minutes)
        facts = {"staff": asked.staff_id, "serial": asked.serial, "minutes": minutes, "nonce": asked.nonce}
        self._book.note(sitting, Event.OVERRIDE_ASKED, {**facts, "by": self._by})
        return asked

    def extend(self, sitting_id: str, code: str, reason: str) -> Sitting:
        """Add what was asked for, with the code that was read out; raises `OverrideRefused`, `NoReason`.

        A code with a slip in it is no try.
        """
        why = check_reason(reason)
        asked = require_unanswered(self._asked(sitting_id), self._journal.now())
        mine, theirs = self._keys()
        try:
            require_minutes_code(code, mine, theirs, asked)
        except OverrideRefused as refusal:
            if refusal.facts.get("reason") != "typo":
                facts = {"nonce": asked.nonce, "code": refusal.code, "by": self._by}
                self._book.note(self._book.load(sitting_id), Event.OVERRIDE_FAIL, facts)
            raise
        return self._overrides.extend_beyond(sitting_id, asked.minutes, asked.nonce, why)

    def _keys(self) -> tuple[SealingKey, bytes]:
        raw = kept_reset_desk(self._home)
        if raw is None:
            raise OverrideRefused(reason="desk")
        return own_device(self._home).seal, read_desk(raw, load_trust(self._home).root)

    def _asked(self, sitting_id: str) -> AskedOnce | None:
        """The latest question about a sitting, with what became of it."""
        found: AskedOnce | None = None
        for record in self._journal.of_type(Event.OVERRIDE_ASKED, Event.OVERRIDE_FAIL, Event.EXTEND):
            if record.line.att != sitting_id:
                continue
            facts = told(record)
            if record.line.type == Event.OVERRIDE_ASKED:
                asked = MinutesAsked(
                    str(facts.get("serial")), str(facts.get("staff")), int(facts["minutes"]), str(facts.get("nonce"))
                )
                found = AskedOnce(asked, record.line.moment)
            elif found is not None and found.asked.nonce in {facts.get("nonce"), facts.get("phone")}:
                failed = record.line.type == Event.OVERRIDE_FAIL
                found = AskedOnce(found.asked, found.at, found.wrong + failed, found.used or not failed)
        return found
