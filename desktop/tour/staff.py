"""The proctor closes the session and opens the next one, HR sees the result; the saved file is judged."""

from PySide6.QtWidgets import QComboBox

from certificates import Status, verifier
from desktop.demonstration import confirm_in_demonstration
from desktop.tour.exam import CERTIFICATE
from desktop.tour.hands import NotAsExpected
from desktop.tour.stage import HR, PROCTOR, Stage, Step
from desktop.words import language

_ROOM = {"zh": "二号考场", "en": "Room 2"}


def _proctor(stage: Stage) -> None:
    stage.sign_out()
    stage.sign_in(PROCTOR, stage.secret_of(PROCTOR))
    stage.hands.wait_for("sittings")


def _report(stage: Stage) -> None:
    stage.hands.press("act_close")
    stage.hands.press("confirm")
    stage.hands.wait_for("report_sittings")


def _unlock(stage: Stage) -> None:
    stage.go("home")
    stage.hands.press("act_open")
    session = stage.hands.part("session", QComboBox).currentData()
    code = stage.unlock_codes.get(session, "")
    if not code:
        raise NotAsExpected("a further session that the demonstration has a code for")
    stage.hands.write("title", _ROOM[language()])
    stage.hands.write("code", code.replace("-", "").lower())


def _room_code(stage: Stage) -> None:
    """The code of the room to be written up; of a session in which everybody has a code of their own, the door."""
    hands = stage.hands
    hands.press("confirm")
    hands.wait(lambda: hands.sees("written") or hands.sees("to_room"), "the code of the room, or the door")


def _opened(stage: Stage) -> None:
    stage.hands.press("written" if stage.hands.sees("written") else "to_room")
    stage.hands.wait_for("sittings")


def _packs(stage: Stage) -> None:
    stage.go("packs")
    stage.hands.wait_for("pack_here")


def _hr(stage: Stage) -> None:
    stage.sign_out()
    stage.sign_in(HR, stage.secret_of(HR))
    stage.hands.wait_for("results")
    stage.hands.write("filter", stage.staff_id)
    stage.hands.enter("filter")


def _verified(stage: Stage) -> None:
    office = stage.root.office
    path = stage.out / CERTIFICATE
    before = verifier(office.home, office.clock).file(path)
    if before.status is not Status.PROVISIONAL:
        raise NotAsExpected(f"the saved certificate to be provisional until HR confirms it, not {before.status}")
    confirmed = confirm_in_demonstration(office.home, [stage.number], office.clock)
    verdict = verifier(office.home, office.clock).file(path)
    expected = Status.VALID if confirmed else Status.PROVISIONAL
    if verdict.status is not expected or verdict.facts.get("name") != stage.name:
        raise NotAsExpected(f"the saved certificate to be {expected} and {stage.name}'s, not {verdict.status}")


STAFF = (
    Step("proctor", _proctor),
    Step("session-report", _report),
    Step("session-unlocking", _unlock),
    Step("session-code", _room_code),
    Step("session-opened", _opened),
    Step("packs", _packs),
    Step("hr-result", _hr),
    Step("certificate-verified", _verified, picture=False),
)
