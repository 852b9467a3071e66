"""The proctor sees the session, HR sees the result; the saved file is judged against the register."""

from certificates import Status, verifier
from desktop.tour.exam import CERTIFICATE
from desktop.tour.hands import NotAsExpected
from desktop.tour.stage import HR, PROCTOR, Stage, Step


def _proctor(stage: Stage) -> None:
    stage.sign_out()
    stage.sign_in(PROCTOR, stage.demonstration_pin)
    stage.hands.wait_for("sittings")


def _hr(stage: Stage) -> None:
    stage.sign_out()
    stage.sign_in(HR, stage.demonstration_pin)
    stage.hands.wait_for("results")
    stage.hands.write("filter", stage.staff_id)
    stage.hands.enter("filter")


def _verified(stage: Stage) -> None:
    office = stage.root.office
    verdict = verifier(office.home, office.clock).file(stage.out / CERTIFICATE)
    if verdict.status is not Status.VALID or verdict.facts.get("name") != stage.name:
        raise NotAsExpected(f"the saved certificate to be valid and {stage.name}'s, not {verdict.status}")


STAFF = (Step("proctor", _proctor), Step("hr-result", _hr), Step("certificate-verified", _verified, picture=False))
