"""The trainee reads, checks, searches, and takes the chapter's quiz."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from desktop.tour.answering import answer, answer_all, place_of_type
from desktop.tour.hands import NotAsExpected
from desktop.tour.stage import PIN, Stage, Step
from exams import SectionState

SECTION = "1.1"
FOUND_IN = "1.3"
CALL = "s12"
WORD = {"zh": "首问", "en": "first contact"}


def _home(stage: Stage) -> None:
    stage.sign_out()
    stage.sign_in(stage.staff_id, PIN)
    stage.hands.wait_for("next")


def _read(stage: Stage) -> None:
    stage.hands.press("next")
    stage.hands.wait_for("reader")
    stage.hands.rest(0.6)


def _figure(stage: Stage) -> None:
    figures = stage.hands.children("figure_describe", QWidget)
    if not figures:
        raise NotAsExpected("a figure in the section")
    figure = figures[0].parentWidget() or figures[0]
    stage.hands.scroll_to(figure)


def _check(stage: Stage) -> None:
    hands = stage.hands
    item = stage.desk().section(SECTION).checks[0]
    card = _check_card(stage)
    answer(stage, stage.root.office.content.key(item, stage.root.office.content.item(item).version).correct, card)
    hands.press("check_answer", card)
    hands.wait(lambda: bool(card.findChildren(QWidget, "verdict")), "the self-check's verdict")
    hands.scroll_to(card)


def _check_card(stage: Stage) -> QWidget:
    buttons = stage.hands.children("check_answer", QWidget)
    if not buttons:
        raise NotAsExpected("a self-check in the section")
    card: QWidget | None = buttons[0]
    while card is not None and not card.findChildren(QWidget, "stem"):
        card = card.parentWidget()
    if card is None:
        raise NotAsExpected("the card of a self-check")
    return card


def _end(stage: Stage) -> None:
    stage.hands.scroll_to(stage.hands.part("next_section"))

    def read() -> bool:
        sections = stage.desk().training().chapters[0].sections
        return any(one.section == SECTION and one.state is SectionState.READ for one in sections)

    stage.hands.wait(read, f"section {SECTION} to count as read")


def _search(stage: Stage) -> None:
    from desktop.words import language

    stage.go("search")
    stage.hands.write("search_text", WORD[language()])
    stage.hands.wait_for(f"found_{FOUND_IN}")


def _glossary(stage: Stage) -> None:
    stage.go("glossary")
    stage.hands.wait_for("glossary_text")


def _calls(stage: Stage) -> None:
    stage.go("calls")
    stage.hands.wait_for(f"row_{CALL}")


def _call(stage: Stage) -> None:
    stage.hands.press(f"row_{CALL}")
    for choice in _best_replies(stage, 3):
        stage.hands.press(choice)
    field = stage.root.office.content.scenario(CALL).note[0]
    stage.hands.press(f"note_{field.id}_{field.right}")


def _call_result(stage: Stage) -> None:
    for choice in _best_replies(stage, 99):
        stage.hands.press(choice)
    stage.hands.press("finish")
    if stage.window.is_asking():
        stage.hands.press("ask_confirm")
    stage.hands.wait_for("verdict")


def _best_replies(stage: Stage, most: int) -> Iterator[str]:
    """The buttons of the best replies from where the call stands, one after the other."""
    calls = stage.desk().calls
    play = calls.open(CALL)
    while most and not play.call.over:
        best = play.call.node.best
        yield f"reply_{[one.id for one in play.call.node.choices].index(best.id if best else '') + 1}"
        most -= 1
        play = calls.play(play.id)


def _training(stage: Stage) -> None:
    stage.go("home")
    stage.hands.wait_for("next")


def _quiz_terms(stage: Stage) -> None:
    stage.hands.press("row_quiz-1")
    stage.hands.wait_for("begin")


def _quiz(stage: Stage) -> None:
    stage.hands.press("begin")
    stage.hands.wait_for("stem")
    stage.open_sitting()
    place_of_type(stage, "multiple")
    answer_all(stage, wrong=1)


def _quiz_result(stage: Stage) -> None:
    stage.hands.press("summary")
    stage.hands.press("hand_in")
    stage.hands.press("ask_confirm")
    stage.hands.wait_for("verdict")


def _quiz_review(stage: Stage) -> None:
    stage.hands.press("see_review")
    stage.hands.wait_for("explanation")


STUDY = (
    Step("my-training", _home),
    Step("reading", _read),
    Step("reading-figure", _figure),
    Step("self-check", _check),
    Step("section-read", _end),
    Step("search", _search),
    Step("glossary", _glossary),
    Step("calls", _calls),
    Step("call", _call),
    Step("call-result", _call_result),
    Step("my-training-begun", _training),
    Step("quiz-terms", _quiz_terms),
    Step("quiz", _quiz),
    Step("quiz-result", _quiz_result),
    Step("quiz-explained", _quiz_review),
)
