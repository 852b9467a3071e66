"""What the first screen needs, by one read-only look: no migration, no library but the standard one."""

import sqlite3
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from exams.accounts.person import Branch
from exams.store.backups import lost, newest_good
from exams.store.database import database_path, read_only
from exams.store.people_rows import load_branch

KNOWN_SHAPE = 7
"""The same number as `migrations.SHAPE`, which cannot be imported here; a test holds them together."""

_UNLOCK = "unlock:"


class HomeState(StrEnum):
    """What was found in the home."""

    EMPTY = "empty"
    READY = "ready"
    NEWER = "newer"
    DAMAGED = "damaged"


class StartCard(NamedTuple):
    """One person of the demonstration with the PIN to sign in."""

    staff_id: str
    name: str
    latin: str
    role: str
    story: str
    pin: str


class FirstGlance(NamedTuple):
    """All the first screen shows; `backup` names the newest good copy of a damaged database.

    `unlock_codes`, by session, are what a demonstration's headquarters would tell the proctor on the day.
    """

    state: HomeState
    branch: Branch | None = None
    cards: tuple[StartCard, ...] = ()
    session_code: str = ""
    unlock_codes: Mapping[str, str] = MappingProxyType({})
    backup: str = ""


def glance(home: Path) -> FirstGlance:
    """Look at a home without changing it; never raises for what it finds there."""
    backup = lost(home)
    if backup:
        return FirstGlance(HomeState.DAMAGED, backup=backup)
    if not database_path(home).exists():
        return FirstGlance(HomeState.EMPTY)
    try:
        with read_only(home) as connection:
            return _read(connection)
    except sqlite3.DatabaseError:
        return FirstGlance(HomeState.DAMAGED, backup=newest_good(home))


def _read(connection: sqlite3.Connection) -> FirstGlance:
    if connection.execute("PRAGMA user_version").fetchone()[0] > KNOWN_SHAPE:
        return FirstGlance(HomeState.NEWER)
    tables = {str(name) for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "branch" not in tables:  # the first opening was cut short
        return FirstGlance(HomeState.EMPTY)
    branch = load_branch({str(k): str(v) for k, v in connection.execute("SELECT key, value FROM branch")})
    if branch is None:
        return FirstGlance(HomeState.EMPTY)
    if not branch.demonstration or "demonstration" not in tables:
        return FirstGlance(HomeState.READY, branch)
    shown = {str(k): str(v) for k, v in connection.execute("SELECT key, value FROM demonstration ORDER BY position")}
    codes = {key.removeprefix(_UNLOCK): code for key, code in shown.items() if key.startswith(_UNLOCK)}
    return FirstGlance(HomeState.READY, branch, _cards(connection, shown), shown.get("code", ""), codes)


def _cards(connection: sqlite3.Connection, shown: dict[str, str]) -> tuple[StartCard, ...]:
    names = {
        str(row[0]): (str(row[1]), str(row[2]), str(row[3]))
        for row in connection.execute("SELECT staff_id, name, latin, role FROM people")
    }
    cards = []
    for key, pin in shown.items():
        kind, _, rest = key.partition(":")
        staff_id, _, story = rest.partition(":")
        if kind == "pin" and staff_id in names:
            cards.append(StartCard(staff_id, *names[staff_id], story, pin))
    return tuple(cards)
