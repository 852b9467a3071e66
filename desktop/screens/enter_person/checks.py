"""What can be said about a draft before the desk is asked: every fault of the page at once."""

from collections.abc import Callable
from functools import partial

from desktop.screens.enter_person.state import Draft, Field
from desktop.words import tr
from desktop.words.errors import error_sentence
from desktop.words.pin_pair import Words, pin_faults
from exams import AcademyError, Role, check_name, check_staff_id

MOST_MINUTES = 240


def faults_of(draft: Draft) -> dict[Field, Words]:
    """The fields that cannot be right, in the order of the page."""
    pin, again = pin_faults(draft.pin, draft.again, passphrase=draft.role != Role.TRAINEE)
    checks: dict[Field, Words | None] = {
        Field.STAFF_ID: _staff_id(draft.staff_id),
        Field.NAME: _name(draft.name, needed=True),
        Field.LATIN: _name(draft.latin),
        Field.TEAM: _name(draft.team),
        Field.MINUTES: None if minutes_of(draft.minutes) is not None else _wrong_minutes,
        Field.PIN: pin,
        Field.AGAIN: again,
    }
    return {field: words for field, words in checks.items() if words is not None}


def typed(text: str) -> str:
    """The text without the spaces around it; other invisible characters stay, to be refused."""
    return text.strip(" \u3000") if text.strip() else ""


def minutes_of(text: str) -> int | None:
    """The extra minutes meant; an empty field means none, None means it cannot be read."""
    text = text.strip()
    if not text:
        return 0
    return int(text) if text.isdecimal() and int(text) <= MOST_MINUTES else None


def field_of(error: AcademyError, draft: Draft) -> Field | None:
    """The field a refusal of the desk belongs to; None where it belongs to no field."""
    if error.code == "E_NAME_GLYPH":
        return Field.NAME if str(error.facts.get("char", "")) in draft.name else Field.LATIN
    known = {"E_STAFF_ID": Field.STAFF_ID, "E_KNOWN_PERSON": Field.STAFF_ID, "E_WEAK_PIN": Field.PIN}
    known["E_WEAK_PASSPHRASE"] = Field.PIN
    return known.get(error.code, Field.NAME if error.code == "E_NAME" else None)


def refusal_text(error: AcademyError) -> str:
    """The sentence of a refusal; one about a letter nobody sees says which it is."""
    if error.code == "E_NAME" and "codepoint" in error.facts:
        told = tr("An invisible or unknown character stands here ({codepoint}). Clear the field and type it again.")
        return told.format(codepoint=error.facts["codepoint"])
    if error.code == "E_NAME":
        return tr("This is too long: at most {most} characters.").format(most=error.facts.get("most", ""))
    return error_sentence(error).text


def _staff_id(text: str) -> Words | None:
    if not text.strip():
        return lambda: tr("Type the staff ID.")
    return _refused(check_staff_id, text.strip().upper())


def _name(text: str, *, needed: bool = False) -> Words | None:
    if not typed(text):
        return (lambda: tr("Type the name as on the identity card.")) if needed else None
    return _refused(check_name, text)


def _refused(check: Callable[[str], str], text: str) -> Words | None:
    try:
        check(text)
    except AcademyError as error:
        return partial(refusal_text, error)
    return None


def _wrong_minutes() -> str:
    return tr("Type whole minutes from 0 to {most}.").format(most=MOST_MINUTES)
