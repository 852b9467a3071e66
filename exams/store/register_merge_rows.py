"""Staff ids that are one person: what was sat and certified stays under the id that it was sat under."""

import unicodedata

from exams.register.officers import plain_name
from exams.store.register_dialect import RegisterDb

IDS = "(SELECT ? UNION SELECT gone FROM same_person WHERE kept = ?)"
"""Every staff id of a person, for `staff_id IN …`; takes the id that was kept, twice."""


def kept_id(db: RegisterDb, staff_id: str) -> str:
    """The id that a person is kept under: mostly this one."""
    row = db.row("SELECT kept FROM same_person WHERE gone = ?", (staff_id,))
    return str(row[0]) if row else staff_id


def known_as(db: RegisterDb, who: str) -> str:
    """An officer as written down: who signs with an old staff id goes by the one that is kept."""
    told = plain_name(who).upper()
    kept = kept_id(db, told)
    seen = "".join(char for char in who if unicodedata.category(char)[0] != "C")
    return seen.strip() if kept == told else kept


def gone_ids(db: RegisterDb, kept: str = "") -> dict[str, str]:
    """Ids that are kept under another one, with that; of everybody or of one person."""
    query = "SELECT gone, kept FROM same_person WHERE ? IN ('', kept) ORDER BY gone"
    return {str(gone): str(under) for gone, under in db.rows(query, (kept,))}


def note_same(db: RegisterDb, gone: str, kept: str, number: int) -> None:
    """From now on both are one."""
    db.write("INSERT INTO same_person (gone, kept, number) VALUES (?, ?, ?)", (gone, kept, number))


def forget_same(db: RegisterDb, number: int) -> tuple[str, ...]:
    """What an entry made one is two again; gives the id that both were kept under."""
    rows = db.rows("SELECT DISTINCT kept FROM same_person WHERE number = ?", (number,))
    db.write("DELETE FROM same_person WHERE number = ?", (number,))
    return tuple(str(kept) for (kept,) in rows)


def likely_same(db: RegisterDb, most: int = 200) -> tuple[tuple[str, ...], ...]:
    """Staff ids of one name and one end of an ID number, also of who left; whoever is one already is not among them."""
    query = (
        "SELECT name, id_tail FROM staff WHERE id_tail <> '' AND staff_id NOT IN (SELECT gone FROM same_person)"
        " GROUP BY name, id_tail HAVING count(*) > 1 ORDER BY name, id_tail LIMIT ?"
    )
    of_both = (
        "SELECT staff_id FROM staff WHERE name = ? AND id_tail = ? AND staff_id NOT IN (SELECT gone FROM same_person)"
        " ORDER BY active DESC, staff_id"
    )
    return tuple(tuple(str(one) for (one,) in db.rows(of_both, row)) for row in db.rows(query, (most,)))
