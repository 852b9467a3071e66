"""The register as `verify_bundle` asks it: devices, people and sessions are read as they are asked for, and noted."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from exams.bundles.bundle import open_bundle
from exams.bundles.chain_checks import read_chain
from exams.bundles.hr_trust import HrSession, HrTrust, Known, Try
from exams.bundles.story import gathered
from exams.bundles.study_checks import rules_after
from exams.bundles.truth import Library
from exams.journal.line import Record, line_hash
from exams.register.judging import try_from
from exams.register.outcome import DeviceRow, Seen
from exams.store.register_dialect import RegisterDb
from exams.store.register_files import kept_bundle
from exams.store.register_rows import (
    anchors_of,
    device_of,
    holders_of,
    kept_files,
    listed_for,
    tries_json,
    unsettled_of,
)
from exams.trust.codes import plain_code

Value = TypeVar("Value")
_ANCHOR = 10


class _Asked(Mapping[str, Value]):
    """A mapping that is looked up one by one; `prints` says what each answer rested on."""

    def __init__(self, find: Callable[[str], tuple[Value, str] | None]) -> None:
        self._find = find
        self._had: dict[str, Value | None] = {}
        self.prints: dict[str, str] = {}

    def __getitem__(self, name: str) -> Value:
        if name not in self._had:
            found = self._find(name)
            self._had[name] = found[0] if found else None
            self.prints[name] = found[1] if found else ""
        value = self._had[name]
        if value is None:
            raise KeyError(name)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._had)

    def __len__(self) -> int:
        return len(self._had)


class RegisterMemory:
    """One register, read for one file after the other."""

    def __init__(self, db: RegisterDb, base: HrTrust) -> None:
        self._db = db
        self._base = base
        self.library = Library(base.packs)
        self._home = db.path.parent
        self._begin()

    def trust(self, serial: str) -> HrTrust:
        """Everything as it stands now, for a file of the device `serial`; nothing is remembered of an earlier file."""
        self._begin(serial)
        return replace(self._base, known=self._known, tries=self._tries, sessions=self._sessions)

    def seen(self) -> Seen:
        """What the last `trust` was asked."""
        return Seen(dict(self._known.prints), dict(self._tries.prints), dict(self._sessions.prints))

    def is_current(self, seen: Seen) -> bool:
        """Whether the register would still give the same answers."""
        return (
            all(device_print(self._db, name) == told for name, told in seen.devices.items())
            and all(_people_print(tries_json(self._db, name)) == told for name, told in seen.people.items())
            and all(self._session_print(name) == told for name, told in seen.sessions.items())
        )

    def _begin(self, serial: str = "") -> None:
        self._serial = serial
        self._known = _Asked(self._device)
        self._tries = _Asked(self._person)
        self._sessions = _Asked(self._session)

    def _device(self, serial: str) -> tuple[Known, str] | None:
        row = device_of(self._db, serial)
        if row is None:
            return None
        return known_device(self._db, self._home, row, self._base), device_print(self._db, serial)

    def _person(self, staff_id: str) -> tuple[Sequence[Try], str]:
        told = tries_json(self._db, staff_id)
        return tuple(try_from(one) for one in told), _people_print(told)

    def _session(self, name: str) -> tuple[HrSession, str] | None:
        plan = self._base.sessions.get(name)
        if plan is None:
            return None
        given = {one.anchor for one in plan.releases if one.anchor}
        elsewhere = frozenset(_plain(anchor) for anchor in given if self._is_elsewhere(_plain(anchor)))
        return replace(plan, elsewhere=elsewhere, listed=listed_for(self._db, name)), self._session_print(name)

    def _is_elsewhere(self, anchor: str) -> bool:
        """In another device's journal; one that stands in this one's too has to be found there."""
        holders = holders_of(self._db, anchor)
        return bool(holders) and self._serial not in holders

    def _session_print(self, name: str) -> str:
        plan = self._base.sessions.get(name)
        if plan is None:
            return ""
        anchors = sorted(_plain(one.anchor) for one in plan.releases if one.anchor)
        held = [sorted(holders_of(self._db, anchor)) for anchor in anchors]
        return json.dumps([held, [[one.serial, one.size, one.head] for one in listed_for(self._db, name)]])


def known_device(db: RegisterDb, home: Path, row: DeviceRow, trust: HrTrust) -> Known:
    """What HR has of a device, from its row and its kept bundles; raises `BundleAltered`, `CannotOpen`."""
    files = kept_files(db, row.serial)
    records: list[Record] = []
    for file in files:
        bundle = open_bundle(kept_bundle(home, file.sha256), trust.keys)
        told = read_chain(bundle, Known(size=len(records))).records
        records += told[len(records) - bundle.first + 1 :]
    return Known(
        size=row.size,
        head=row.head,
        hashes=tuple(line_hash(one.raw) for one in records),
        files=frozenset(file.sha256 for file in files),
        moment=records[-1].line.moment if records else None,
        floor_wt=row.floor_wt,
        sittings=gathered(records),
        unsettled=unsettled_of(db, row.serial),
        vouched=anchors_of(db, row.serial),
        studied={(str(staff), int(chapter)): int(wt) for staff, chapter, wt in json.loads(row.studied)},
        talks={str(staff): list(times) for staff, times in json.loads(row.talks).items()},
        rules=rules_after(records, ""),
    )


def device_print(db: RegisterDb, serial: str) -> str:
    """Says whether anything of a device has changed."""
    row = device_of(db, serial)
    return f"{row.size} {row.head} {len(kept_files(db, serial))}" if row else ""


def _people_print(told: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(told).encode()).hexdigest() if told else ""


def _plain(anchor: str) -> str:
    return plain_code(anchor)[:_ANCHOR]
