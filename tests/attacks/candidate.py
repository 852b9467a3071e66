"""The real app with hands on it: sits a whole final through the widgets and marks every promise of the screen.

`python -m tests.attacks.candidate HOME --assets A --marks FILE --variant V --seed N`; run under strace by `recording`.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from random import Random

from tests.attacks.forty import use_assets
from tests.attacks.keys import typed_texts
from tests.attacks.marks import Marks, Shown
from tests.attacks.variants import PRAGMAS, SHIPPED, use_variant

STAFF_ID = "T1003"


class Candidate:
    """Opens the app on a home, signs in, and answers."""

    def __init__(self, home: Path, marks: Marks | None, chance: Random) -> None:
        from desktop.app import build_app
        from desktop.shell.preferences import Preferences
        from desktop.tour.hands import Hands
        from desktop.tour.stage import Stage
        from desktop.wiring.root import Root
        from exams import glance

        self.marks = marks
        self.chance = chance
        self.app = build_app(home, Preferences("zh", "light", 100))
        self.root = Root(self.app.window, home)
        self.root.start()
        self.app.window.show()
        self.hands = Hands(self.app.window)
        seen = glance(home)
        self.stage = Stage(self.app.window, self.root, self.hands, home, "", "", fresh=False)
        self.stage.staff_id, self.stage.code, self.pin = STAFF_ID, seen.session_code, seen.cards[0].pin

    def sign_in(self) -> None:
        """Type id and PIN; a running final opens by itself."""
        self.hands.wait_for("sign_in")
        if self.marks is not None:
            self.marks.follow(self.root.office.journal)
        self.stage.sign_in(STAFF_ID, self.pin)

    def begin(self) -> None:
        """From home through the terms to the first question."""
        self.hands.press("row_final")
        self.hands.wait_for("begin")
        self.hands.write("code", self.stage.code.lower())
        self.hands.press("pledge")
        self.hands.press("begin")
        self.hands.wait_for("stem")

    def open_positions(self) -> list[int]:
        """What is unanswered, in an order of its own."""
        sitting = self.stage.open_sitting()
        left = [place.position for place in sitting.paper.items if place.position not in sitting.answers]
        self.chance.shuffle(left)
        return left

    def answer(self, position: int) -> None:
        """Turn to a question, now and then answer it wrongly first or flag it, answer it; mark what is shown."""
        from desktop.tour.answering import go_to

        go_to(self.stage, position)
        if self.chance.random() < 0.25:
            self.hands.press("flag")
        sitting = self.stage.open_sitting()
        letters = sitting.paper.at(position).order
        if sitting.paper.at(position).type.value == "single" and self.chance.random() < 0.3:
            self._press(f"option_{self.chance.choice(letters)}", position)
        self._give(position)

    def type(self, texts: Iterable[str]) -> None:
        """Bring the field of the first calculation from text to text by one key; tell what the app has taken."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QLineEdit

        from desktop.tour.answering import go_to

        places = self.stage.open_sitting().paper.items
        go_to(self.stage, next(place.position for place in places if place.type.value == "numerical"))
        field = self.hands.part("number", QLineEdit)
        for text in texts:
            if len(text) < len(field.text()):
                QTest.keyClick(field, Qt.Key.Key_Backspace)
            else:
                QTest.keyClicks(field, text[-1])
            sys.stdout.write(json.dumps(field.text()) + "\n")
            sys.stdout.flush()

    def hand_in(self) -> None:
        """Hand in and see the result."""
        self.hands.press("summary")
        self.hands.press("hand_in")
        self.hands.press("ask_confirm")
        self.hands.wait_for("verdict")

    def seen(self) -> dict[str, object]:
        """What stands on the screen, and the answers behind it."""
        from PySide6.QtWidgets import QLabel, QLineEdit

        from exams.items.response import response_json

        number = self.hands.part("question_number", QLabel).text()
        answers = self.stage.open_sitting().answers
        return {
            "position": int(next(iter(re.findall(r"\d+", number)))),
            "answers": {str(place): response_json(value) for place, value in sorted(answers.items())},
            "field": self.hands.part("number", QLineEdit).text() if self.hands.sees("number") else None,
        }

    def close(self) -> None:
        """Close the window as a person does."""
        self.root.close()
        self.app.window.guard_close(None)
        self.app.window.close()
        self.hands.settle()

    def _give(self, position: int) -> None:
        from exams import right_value

        value = right_value(self.root.office, self.stage.open_sitting(), position)
        match value:
            case bool():
                self._press("option_true" if value else "option_false", position)
            case dict():
                self._press(f"best_{value['best']}", position)
                self._press(f"worst_{value['worst']}", position)
            case list() | tuple():
                for letter in value:
                    self._press(f"option_{letter}", position)
            case str() if value.isalpha():
                self._press(f"option_{value}", position)
            case _:
                self.hands.write("number", str(value))
                self.hands.enter("number")
                self._mark(position)

    def _press(self, name: str, position: int) -> None:
        self.hands.press(name)
        self._mark(position)

    def _mark(self, position: int) -> None:
        """Only what the screen itself calls saved is a promise."""
        from PySide6.QtWidgets import QLabel

        from desktop.words import tr
        from exams.items.response import response_json

        said = self.hands.part("saved", QLabel).text() if self.hands.sees("saved") else ""
        if said == tr("Saved on this PC") and self.marks is not None:
            sitting = self.stage.desk().sitting(self.stage.sitting)
            value = response_json(sitting.answers[position])
            self.marks.shown(Shown(sitting.id, position, value, self.root.office.journal.head()[0]))


def main() -> None:
    """Sit one final; the app is closed and opened again in the middle of it."""
    asked = _options().parse_args()
    use_assets(asked.assets)
    if asked.prepare:
        from desktop.demonstration import ensure_demonstration

        ensure_demonstration(asked.home)
        return
    use_variant(asked.variant)
    if asked.come_back:
        back = Candidate(asked.home, None, Random(asked.seed))
        back.sign_in()
        back.hands.wait_for("stem")
        sys.stdout.write(json.dumps(back.seen()) + "\n")
        back.close()
        return
    if asked.type:
        writer = Candidate(asked.home, None, Random(asked.seed))
        writer.sign_in()
        writer.begin()
        writer.type(typed_texts(asked.seed, asked.type))
        return
    marks, chance = Marks(asked.marks), Random(asked.seed)
    first = Candidate(asked.home, marks, chance)
    first.sign_in()
    first.begin()
    for position in first.open_positions()[: asked.items // 2]:
        first.answer(position)
    first.close()
    again = Candidate(asked.home, marks, chance)
    again.sign_in()
    again.hands.wait_for("stem")
    for position in again.open_positions()[: asked.items - asked.items // 2]:
        again.answer(position)
    again.hand_in()
    again.close()


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("home", type=Path)
    options.add_argument("--assets", type=Path, required=True)
    options.add_argument("--marks", type=Path, default=Path(os.devnull))
    options.add_argument("--prepare", action="store_true", help="only make the demonstration branch")
    options.add_argument("--come-back", action="store_true", help="only go on with a final, and tell what is seen")
    options.add_argument("--type", type=int, default=0, help="only type so many keys into a calculation, and tell each")
    options.add_argument("--variant", choices=tuple(PRAGMAS), default=SHIPPED)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--items", type=int, default=40)
    return options


if __name__ == "__main__":
    main()
