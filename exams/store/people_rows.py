"""People, the branch, and what a demonstration shows."""

from typing import TYPE_CHECKING

from exams.accounts.person import Branch, Person, Role

if TYPE_CHECKING:
    from sqlite_utils import Database

_COLUMNS = "staff_id, name, latin, branch, team, extra_minutes"


def save_person(db: "Database", person: Person, pin: str) -> None:
    """Insert a person with the encoded hash of the PIN, empty for who signs in with a passphrase."""
    db.table("people").insert(
        {
            "staff_id": person.staff_id,
            "name": person.name,
            "latin": person.latin,
            "branch": person.branch,
            "team": person.team,
            "role": person.role.value,
            "extra_minutes": person.extra_minutes,
            "pin": pin,
        }
    )


def find_person(db: "Database", staff_id: str) -> Person | None:
    """The person with this id, as a trainee: `StaffBook` knows of more."""
    row = db.execute(f"SELECT {_COLUMNS} FROM people WHERE staff_id = ?", (staff_id,)).fetchone()  # noqa: S608
    return None if row is None else _person(row)


def find_pin(db: "Database", staff_id: str) -> str | None:
    """The encoded hash of a person's PIN."""
    row = db.execute("SELECT pin FROM people WHERE staff_id = ?", (staff_id,)).fetchone()
    return None if row is None else str(row[0])


def change_pin(db: "Database", staff_id: str, pin: str) -> None:
    """Put another encoded hash in the place of a person's PIN."""
    db.execute("UPDATE people SET pin = ? WHERE staff_id = ?", (pin, staff_id))


def all_people(db: "Database") -> tuple[Person, ...]:
    """Everybody, by staff id, as trainees: `StaffBook` knows of more."""
    return tuple(_person(row) for row in db.execute(f"SELECT {_COLUMNS} FROM people ORDER BY staff_id"))  # noqa: S608


def _person(row: tuple[object, ...]) -> Person:
    # Whatever the row says of a role counts for nothing: roles are told by certificates.
    staff_id, name, latin, branch, team, extra = row
    return Person(str(staff_id), str(name), str(latin), str(branch), str(team), Role.TRAINEE, int(str(extra)))


def save_branch(db: "Database", branch: Branch) -> None:
    """Write down where this installation stands."""
    facts = {
        "code": branch.code,
        "demonstration": "1" if branch.demonstration else "0",
        **{f"name.{lang}": text for lang, text in branch.names.items()},
        **{f"bank.{lang}": text for lang, text in branch.bank.items()},
    }
    with db.atomic():
        for key, value in facts.items():
            db.execute("INSERT OR REPLACE INTO branch (key, value) VALUES (?, ?)", (key, value))


def load_branch(facts: dict[str, str]) -> Branch | None:
    """The branch these key-value rows tell, None before the first set-up."""
    if "code" not in facts:
        return None
    return Branch(
        code=facts["code"],
        names={lang: facts.get(f"name.{lang}", "") for lang in ("zh", "en")},
        bank={lang: facts.get(f"bank.{lang}", "") for lang in ("zh", "en")},
        demonstration=facts.get("demonstration") == "1",
    )


def branch_facts(db: "Database") -> dict[str, str]:
    """All key-value rows of the branch, its settings included."""
    return {str(key): str(value) for key, value in db.execute("SELECT key, value FROM branch")}


def save_setting(db: "Database", key: str, value: str) -> None:
    """One key-value row of the branch."""
    db.execute("INSERT OR REPLACE INTO branch (key, value) VALUES (?, ?)", (key, value))


def show_room_code(db: "Database", code: str) -> None:
    """The start card of a demonstration shows the code of the open session; a real branch has no such card."""
    db.execute("UPDATE demonstration SET value = ? WHERE key = 'code'", (code,))


def save_demonstration(db: "Database", facts: dict[str, str]) -> None:
    """What the start card shows, in this order."""
    with db.atomic():
        for position, (key, value) in enumerate(facts.items()):
            db.execute("INSERT OR REPLACE INTO demonstration VALUES (?, ?, ?)", (key, value, position))
