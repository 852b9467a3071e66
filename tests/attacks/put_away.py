"""The answers that a demonstration has sealed to HR, opened again with HR's key: nothing acknowledged may be missing.

The one part of the second reading that leans on the product: nobody else can open what it sealed.
"""

import sqlite3
from pathlib import Path

from exams.bundles.answers import SealedAnswers, unseal_answers
from exams.desk.demonstration_chain import DEVICE, PASSPHRASE
from exams.trust.key_files import read_key_file
from exams.trust.keys import SealingKey

_MOST = 16 * 1024 * 1024


def bodies_put_away(database: sqlite3.Connection, home: Path) -> dict[int, bytes]:
    """By sequence number, the bodies that are no longer in the journal's table.

    A key that was read once is remembered, so that a disk rebuilt without its keys can be read as well.
    """
    if database.execute("SELECT 1 FROM sqlite_master WHERE name = 'sealed'").fetchone() is None:
        return {}
    bodies: dict[int, bytes] = {}
    for att, key, raw in database.execute("SELECT att, key, raw FROM sealed WHERE raw != x''").fetchall():
        if key not in _KEYS:
            _remember(home)
        bodies |= unseal_answers(SealedAnswers(att, key, bytes(raw)), DEVICE, [_KEYS[key]], _MOST)
    return bodies


_KEYS: dict[str, SealingKey] = {}


def _remember(home: Path) -> None:
    (path,) = (home / "hq").rglob("hr_seal.key")
    key = read_key_file(path, PASSPHRASE)
    assert isinstance(key, SealingKey)
    _KEYS[key.keyid] = key
