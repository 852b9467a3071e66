"""First run, the start card, a wrong PIN; HR enters the trainee of the story."""

from desktop.tour.hands import NotAsExpected
from desktop.tour.stage import HR, PIN, Stage, Step

_NOBODY_HAS = "😀"  # no font of a certificate draws it


def _first_run(stage: Stage) -> None:
    stage.hands.wait_for("set_up")


def _set_up(stage: Stage) -> None:
    stage.hands.press("set_up")
    stage.hands.wait_for("sign_in")


def _door(stage: Stage) -> None:
    stage.hands.wait_for("sign_in")
    stage.hands.press(f"row_{HR}")
    stage.hands.wait_for("session_code")


def _wrong_pin(stage: Stage) -> None:
    stage.sign_in(HR, "000001")
    stage.hands.wait_for("sign_in")


def _results(stage: Stage) -> None:
    stage.sign_in(HR, stage.secret_of(HR))
    stage.hands.wait_for("results")


def _refused(stage: Stage) -> None:
    hands = stage.hands
    taken = {person.staff_id for person in stage.root.office.people()}
    stage.staff_id = next(one for one in (f"T{number}" for number in range(2001, 9999)) if one not in taken)
    hands.press("people")
    hands.press("enter_person")
    hands.write("staff_id", stage.staff_id)
    hands.write("name", stage.name + _NOBODY_HAS)
    hands.write("latin", stage.latin)
    hands.write("pin", PIN)
    hands.write("again", PIN)
    hands.press("enter")
    if any(person.staff_id == stage.staff_id for person in stage.root.office.people()):
        raise NotAsExpected("a name that no font covers to be refused")


def _entered(stage: Stage) -> None:
    hands = stage.hands
    hands.write("name", stage.name)
    hands.press("enter")
    hands.wait(lambda: any(one.staff_id == stage.staff_id for one in stage.root.office.people()), "the new person")
    hands.wait_for("entered")


def _people(stage: Stage) -> None:
    stage.hands.press("to_people")
    stage.hands.wait_for("people")


FIRST_RUN = (Step("first-run", _first_run), Step("demonstration", _set_up, picture=False))
DOOR = (
    Step("start-card", _door),
    Step("wrong-pin", _wrong_pin),
    Step("hr-results", _results),
    Step("name-refused", _refused),
    Step("person-entered", _entered),
    Step("people", _people),
)
