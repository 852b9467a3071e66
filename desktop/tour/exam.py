"""The trainee sits the timed final in a session, hands in, and holds the certificate."""

from functools import partial

from desktop.tour.answering import answer_all, answer_right, go_to, place_of_type
from desktop.tour.hands import NotAsExpected
from desktop.tour.stage import Stage, Step
from exams import State

CERTIFICATE = "certificate.pdf"


def _terms(stage: Stage) -> None:
    stage.go("home")
    stage.hands.press("row_final")
    stage.hands.wait_for("begin")
    stage.hands.write("code", stage.code.lower())
    stage.hands.press("pledge")


def _question(stage: Stage, item_type: str) -> None:
    if stage.hands.sees("begin"):
        stage.hands.press("begin")
        stage.hands.wait_for("stem")
    answer_right(stage, place_of_type(stage, item_type))


def _flagged(stage: Stage) -> None:
    position = place_of_type(stage, "single")
    go_to(stage, position)
    stage.hands.press("flag")
    stage.hands.wait(lambda: position in stage.open_sitting().flags, "the flag")


def _other_language(stage: Stage) -> None:
    stage.hands.press("language_switch")
    stage.hands.wait_for("stem")


def _unfinished(stage: Stage) -> None:
    stage.hands.press("language_switch")
    answer_all(stage, wrong=2)
    stage.hands.press("summary")
    stage.hands.wait_for("hand_in")


def _hand_in(stage: Stage) -> None:
    sitting = stage.open_sitting()
    first = next(place.position for place in sitting.paper.items if place.position not in sitting.answers)
    stage.hands.press(f"place_{first}")
    stage.hands.wait_for("stem")
    answer_all(stage)
    stage.hands.press("summary")
    stage.hands.press("hand_in")
    stage.hands.wait_for("ask_confirm")


def _result(stage: Stage) -> None:
    stage.hands.press("ask_confirm")
    stage.hands.wait_for("verdict")
    office = stage.root.office
    stage.hands.wait(lambda: office.sitting(stage.sitting).certificate is not None, "the certificate to be issued")
    sitting = office.sitting(stage.sitting)
    if sitting.state is not State.GRADED or sitting.result is None or not sitting.result.passed:
        raise NotAsExpected("the final to be graded and passed")
    stage.number = sitting.certificate or ""


def _certificate(stage: Stage) -> None:
    stage.hands.press("see_certificate")
    stage.hands.wait_for("picture")


def _saved(stage: Stage) -> None:
    stage.hands.press("save_pdf")
    stage.hands.wait((stage.out / CERTIFICATE).is_file, f"{CERTIFICATE} to be written")


def _history(stage: Stage) -> None:
    stage.go("history")
    stage.hands.wait_for("kinds")


def _done(stage: Stage) -> None:
    stage.go("home")
    stage.hands.wait_for("next")


EXAM = (
    Step("exam-terms", _terms),
    Step("exam-single", partial(_question, item_type="single")),
    Step("exam-multiple", partial(_question, item_type="multiple")),
    Step("exam-true-or-false", partial(_question, item_type="truefalse")),
    Step("exam-calculation", partial(_question, item_type="numerical")),
    Step("exam-best-and-worst", partial(_question, item_type="best_worst")),
    Step("exam-flagged", _flagged),
    Step("exam-other-language", _other_language),
    Step("exam-unanswered", _unfinished),
    Step("exam-hand-in", _hand_in),
    Step("result", _result),
    Step("certificate", _certificate),
    Step("certificate-saved", _saved),
    Step("my-results", _history),
    Step("my-training-done", _done),
)
