"""What headquarters keeps: its public keys, the packs it published, sessions, codes and slots; secrets only sealed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exams.packs.briefs import NO_RULES, Expected, RoomRules, SessionBrief, briefs_payload, read_briefs
from exams.trust.strict_json import read_json, write_json

if TYPE_CHECKING:
    from sqlite_utils import Database

_KEY = "name, role, keyid, public, path, added_wt, retired_wt"
_PACK = "pack, version, issued_wt, grading, sha256, forms"
_SESSION = "id, branch, pack, form, not_before_wt, not_after_wt, brief"


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key pair's public half and where its key file was put; `retired_wt` is None while it is in use."""

    name: str
    role: str
    keyid: str
    public: bytes
    path: str
    added_wt: int
    retired_wt: int | None = None


@dataclass(frozen=True, slots=True)
class PackRow:
    """One published version; `forms` are the ids of its sealed pools."""

    pack: str
    version: int
    issued_wt: int
    grading: str
    sha256: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HqSession:
    """A branch's window of time for one form of a pack; a plan without a form takes the branch's next.

    `rules` and `roster` go into the slot file with it.
    """

    id: str
    branch: str
    pack: str
    form: str
    not_before_wt: int
    not_after_wt: int
    rules: RoomRules = NO_RULES
    roster: tuple[Expected, ...] = ()

    @property
    def brief(self) -> SessionBrief:
        """As the branch is told."""
        return SessionBrief(self.id, self.rules, self.roster)


def save_hq_setting(db: "Database", key: str, value: str) -> None:
    """One key-value row."""
    db.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (key, value))


def hq_settings(db: "Database") -> dict[str, str]:
    """All key-value rows."""
    return {str(key): str(value) for key, value in db.execute("SELECT key, value FROM settings")}


def save_key(db: "Database", row: KeyRow) -> None:
    """Insert a key; a name is used once."""
    values = (row.name, row.role, row.keyid, row.public, row.path, row.added_wt, row.retired_wt)
    db.execute(f"INSERT INTO keys ({_KEY}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)  # noqa: S608


def retire_key(db: "Database", keyid: str, wt: int) -> None:
    """From this moment on nothing new is signed or sealed with it."""
    db.execute("UPDATE keys SET retired_wt = ? WHERE keyid = ? AND retired_wt IS NULL", (wt, keyid))


def all_keys(db: "Database", role: str = "") -> tuple[KeyRow, ...]:
    """Those in use and those retired, as they were added; with `role` only its own."""
    query = f"SELECT {_KEY} FROM keys WHERE ? IN ('', role) ORDER BY rowid"  # noqa: S608
    return tuple(KeyRow(*row) for row in db.execute(query, (role,)))


def save_pack(db: "Database", row: PackRow, sealed_ceks: Mapping[tuple[str, str], bytes]) -> None:
    """A published version with its content keys by form and purpose, each sealed to the desk key."""
    values = (row.pack, row.version, row.issued_wt, row.grading, row.sha256, json.dumps(row.forms))
    with db.atomic():
        db.execute(f"INSERT INTO packs ({_PACK}) VALUES (?, ?, ?, ?, ?, ?)", values)  # noqa: S608
        for (form, purpose), sealed in sealed_ceks.items():
            db.execute("INSERT INTO ceks VALUES (?, ?, ?, ?, ?)", (row.pack, row.version, form, purpose, sealed))


def published(db: "Database", pack: str = "") -> tuple[PackRow, ...]:
    """Every version, in the order they were issued; with `pack` only its own."""
    query = f"SELECT {_PACK} FROM packs WHERE ? IN ('', pack) ORDER BY issued_wt, pack, version"  # noqa: S608
    return tuple(
        PackRow(name, version, issued, grading, sha256, tuple(json.loads(forms)))
        for name, version, issued, grading, sha256, forms in db.execute(query, (pack,))
    )


def sealed_ceks(db: "Database", pack: str, version: int) -> dict[tuple[str, str], bytes]:
    """The content keys of one version by form and purpose, each sealed to the desk key."""
    query = "SELECT form, purpose, sealed FROM ceks WHERE pack = ? AND version = ?"
    return {(str(form), str(purpose)): bytes(sealed) for form, purpose, sealed in db.execute(query, (pack, version))}


def save_hq_session(db: "Database", row: HqSession, sealed_codes: Mapping[str, bytes]) -> None:
    """A session with its codes by purpose, each sealed to the desk key."""
    brief = write_json(briefs_payload([row.brief])).decode()
    values = (row.id, row.branch, row.pack, row.form, row.not_before_wt, row.not_after_wt, brief)
    with db.atomic():
        db.execute(f"INSERT INTO sessions ({_SESSION}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)  # noqa: S608
        for purpose, sealed in sealed_codes.items():
            db.execute("INSERT INTO codes (session, purpose, sealed) VALUES (?, ?, ?)", (row.id, purpose, sealed))


def hq_sessions(db: "Database", pack: str = "") -> tuple[HqSession, ...]:
    """By the time they begin; with `pack` only its own."""
    query = f"SELECT {_SESSION} FROM sessions WHERE ? IN ('', pack) ORDER BY not_before_wt, id"  # noqa: S608
    return tuple(_session(*row) for row in db.execute(query, (pack,)))


def _session(session: str, branch: str, pack: str, form: str, *told: int | str) -> HqSession:
    not_before, not_after, brief = told
    (read,) = read_briefs(read_json(str(brief).encode()))
    return HqSession(session, branch, pack, form, int(not_before), int(not_after), read.rules, read.roster)


def sealed_codes(db: "Database", session: str) -> dict[str, bytes]:
    """A session's codes by purpose, each sealed to the desk key."""
    query = "SELECT purpose, sealed FROM codes WHERE session = ?"
    return {str(purpose): bytes(sealed) for purpose, sealed in db.execute(query, (session,))}


def save_slot_file(db: "Database", pack: str, version: int, payload: bytes) -> None:
    """What the slot file of a version holds: the next one holds the same slots and those of further sessions."""
    db.execute("INSERT OR REPLACE INTO slot_files VALUES (?, ?, ?)", (pack, version, payload))


def kept_slot_file(db: "Database", pack: str, version: int) -> bytes | None:
    """The payload that was kept last; None where no slots were made for this version yet."""
    query = "SELECT payload FROM slot_files WHERE pack = ? AND version = ?"
    row = db.execute(query, (pack, version)).fetchone()
    return None if row is None else bytes(row[0])
