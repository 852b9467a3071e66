"""Which wording of a section a person has read: the plain words of each edition, kept once for all."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from exams.trust.strict_json import read_json, write_json

if TYPE_CHECKING:
    from sqlite_utils import Database

Words = Mapping[str, Sequence[str]]
"""By language the words of each block."""


def note_edition(db: "Database", staff_id: str, section: str, edition: tuple[str, Words], now_wt: int) -> None:
    """Keep that a person has read this wording: (digest, words)."""
    digest, words = edition
    texts = write_json({lang: list(blocks) for lang, blocks in words.items()}).decode()
    db.execute("INSERT OR IGNORE INTO editions (section, digest, texts) VALUES (?, ?, ?)", (section, digest, texts))
    db.execute(
        "INSERT OR REPLACE INTO read_editions (staff_id, section, digest, wt) VALUES (?, ?, ?, ?)",
        (staff_id, section, digest, now_wt),
    )


def editions_read(db: "Database", staff_id: str) -> dict[str, str]:
    """By section the digest of the wording that a person has read."""
    rows = db.execute("SELECT section, digest FROM read_editions WHERE staff_id = ?", (staff_id,))
    return {str(section): str(digest) for section, digest in rows}


def words_of(db: "Database", section: str, digest: str) -> Words:
    """The words of an edition; empty for one that is not kept."""
    query = "SELECT texts FROM editions WHERE section = ? AND digest = ?"
    for (texts,) in db.execute(query, (section, digest)):
        found: Any = read_json(str(texts).encode())
        return {str(lang): tuple(str(one) for one in blocks) for lang, blocks in found.items()}
    return {}
