"""Who proctored, findings of finals, and what was said of them, in HR's register."""

from collections.abc import Iterable
from dataclasses import astuple
from typing import NamedTuple

from exams.register.outcome import ProctorRow
from exams.store.register_dialect import RegisterDb


class SpotAct(NamedTuple):
    """What an officer said of a finding: `act` is done or open; `codes` are the warnings that it had then."""

    finding: str
    codes: str
    act: str
    note: str
    who: str
    wt: int


class WarnedRow(NamedTuple):
    """An accepted final with codes; `proctors` by staff id, apart by spaces, empty where no device told any."""

    sitting: str
    session: str
    branch: str
    staff_id: str
    name: str
    course: str
    codes: str
    proctors: str


def save_proctors(db: RegisterDb, rows: Iterable[ProctorRow]) -> None:
    """Told again, nothing changes."""
    db.write_all(
        "INSERT INTO proctors (session, serial, proctor) VALUES (?, ?, ?)"
        " ON CONFLICT (session, serial, proctor) DO NOTHING",
        [astuple(one) for one in rows],
    )


def proctors_by_place(db: RegisterDb) -> dict[tuple[str, str], tuple[str, ...]]:
    """By session and device, in order of their staff ids."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for session, serial, proctor in db.rows("SELECT session, serial, proctor FROM proctors ORDER BY 1, 2, 3"):
        place = str(session), str(serial)
        found[place] = (*found.get(place, ()), str(proctor))
    return found


def warned_rows(db: RegisterDb) -> list[WarnedRow]:
    """Every accepted final with codes, the newest first."""
    places = proctors_by_place(db)
    query = (
        "SELECT sitting, session, sittings.branch, sittings.staff_id, coalesce(name, ''), course, codes, serial"
        " FROM sittings LEFT JOIN staff ON staff.staff_id = sittings.staff_id"
        " WHERE accepted = 1 AND codes <> '' ORDER BY began_wt DESC, sitting"
    )
    return [
        WarnedRow._make((*map(str, row), " ".join(places.get((str(row[1]), str(serial)), ()))))
        for *row, serial in db.each(query)
    ]


def accepted_by_place(db: RegisterDb) -> list[tuple[str, str, str, int]]:
    """Branch, session, device, and how many accepted finals came of them."""
    query = "SELECT branch, session, serial, count(*) FROM sittings WHERE accepted = 1 GROUP BY branch, session, serial"
    return [(str(one), str(session), str(serial), int(count)) for one, session, serial, count in db.rows(query)]


def names_of(db: RegisterDb) -> dict[str, str]:
    """Of the proctors that stand in the staff list."""
    query = "SELECT DISTINCT proctor, name FROM proctors JOIN staff ON staff.staff_id = proctors.proctor"
    return {str(proctor): str(name) for proctor, name in db.rows(query)}


def all_acts(db: RegisterDb) -> dict[str, tuple[SpotAct, ...]]:
    """What was said by finding, the oldest first."""
    found: dict[str, tuple[SpotAct, ...]] = {}
    for row in db.each("SELECT finding, codes, act, note, who, wt FROM spot_acts ORDER BY number"):
        act = _act(row)
        found[act.finding] = (*found.get(act.finding, ()), act)
    return found


def acts_of(db: RegisterDb, finding: str) -> tuple[SpotAct, ...]:
    """All that was said of a finding, the oldest first."""
    query = "SELECT finding, codes, act, note, who, wt FROM spot_acts WHERE finding = ? ORDER BY number"
    return tuple(_act(row) for row in db.rows(query, (finding,)))


def put_act(db: RegisterDb, act: SpotAct) -> None:
    """One more; inside a transaction."""
    number = db.number("SELECT coalesce(max(number), 0) FROM spot_acts") + 1
    db.write(
        "INSERT INTO spot_acts (number, finding, codes, act, note, who, wt) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, *act),
    )


def _act(row: Iterable[object]) -> SpotAct:
    finding, codes, act, note, who, wt = row
    return SpotAct(str(finding), str(codes), str(act), str(note), str(who), int(str(wt)))
