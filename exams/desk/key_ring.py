"""What open sessions were unlocked with, sealed to the device's own key."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from exams.packs.blobs import CEK_BYTES
from exams.packs.disk import DISK
from exams.packs.slots import SlotPurpose
from exams.store.device_files import own_device
from exams.store.private_files import told, write_private
from exams.trust.errors import CannotOpen, KeyFileSpoilt, NotStrict
from exams.trust.keys import SealingKey, seal_to
from exams.trust.shapes import Table, base64_text, bytes_in, exactly, number_in, text_in
from exams.trust.strict_json import read_json, write_json

_SESSION = re.compile(r"S[0-9A-Z]{8}", re.ASCII)
_DOMAIN = "branch-academy/session-key/v1"
_MOST = 4096


@dataclass(frozen=True, slots=True)
class SessionKeys:
    """What a session was unlocked with. Its window ends at `until_wt`; a code for the answer key may come until
    `grade_until_wt`, 0 where none is awaited (ms UTC).
    """

    session: str
    pack: str
    version: int
    form: str
    until_wt: int
    grade_until_wt: int
    items: bytes = field(repr=False)
    key: bytes | None = field(default=None, repr=False)

    def info(self, purpose: SlotPurpose) -> bytes:
        """Binds a sealed key to its place: moved to another session, pack or purpose it opens nothing."""
        times = f"{self.until_wt}|{self.grade_until_wt}"
        place = f"{self.pack}|{self.version}|{self.form}|{self.session}|{times}|{purpose.value}"
        return f"{_DOMAIN}|{place}".encode()


class KeyRing:
    """A folder of files that only this user may read; raises `HomeReadOnly`, `DiskFull` or `KeyFileSpoilt`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def device(self) -> SealingKey:
        """The device's own sealing key, made when it is first asked for."""
        return own_device(self._folder.parent).seal

    def keep(self, keys: SessionKeys) -> None:
        """On the disk when this returns, in place of what was kept of the session before."""
        public = self.device().public
        sealed = {
            purpose.value: base64_text(seal_to(public, cek, keys.info(purpose)))
            for purpose, cek in ((SlotPurpose.ITEMS, keys.items), (SlotPurpose.KEY, keys.key))
            if cek is not None
        }
        about: Table = {"session": keys.session, "pack": keys.pack, "version": keys.version, "form": keys.form}
        times: Table = {"until": keys.until_wt, "grade_until": keys.grade_until_wt}
        raw = write_json({**about, **times, "items": sealed["items"], "key": sealed.get("key", "")})
        with told(self._folder.parent):
            write_private(self._file(keys.session), raw)

    def of(self, session: str) -> SessionKeys | None:
        """What is kept of a session; None where there is nothing, or nothing that this device can open."""
        try:
            return self._read(self._file(session).read_bytes(), session)
        except (OSError, CannotOpen, KeyFileSpoilt, NotStrict):
            return None

    def sessions(self) -> tuple[str, ...]:
        """The sessions of which something is kept, sorted."""
        return tuple(sorted(path.stem for path in self._folder.glob("S*.json") if _SESSION.fullmatch(path.stem)))

    def erase(self, session: str) -> None:
        """Nothing of the session is left; a second time changes nothing."""
        with told(self._folder.parent):
            self._file(session).unlink(missing_ok=True)
            if self._folder.is_dir():
                DISK.sync_folder(self._folder)

    def _file(self, session: str) -> Path:
        if not _SESSION.fullmatch(session):
            raise NotStrict(detail="session")
        return self._folder / f"{session}.json"

    def _read(self, raw: bytes, session: str) -> SessionKeys:
        names = ("session", "pack", "version", "form", "until", "grade_until", "items", "key")
        table = exactly(read_json(raw, _MOST), *names)
        about = text_in(table, "pack"), number_in(table, "version"), text_in(table, "form")
        times = number_in(table, "until"), number_in(table, "grade_until")
        sealed = SessionKeys(session, *about, *times, items=b"")
        device = self.device()
        items = _cek(device.open(bytes_in(table, "items"), sealed.info(SlotPurpose.ITEMS)))
        locked = bytes_in(table, "key")
        key = _cek(device.open(locked, sealed.info(SlotPurpose.KEY))) if locked else None
        return replace(sealed, items=items, key=key)


def _cek(raw: bytes) -> bytes:
    if len(raw) != CEK_BYTES:
        raise NotStrict(detail="length")
    return raw
