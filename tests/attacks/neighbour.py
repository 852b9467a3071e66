"""Another program on the same desktop: a field and a button, and questions about them by lines.

`python -m tests.attacks.neighbour X Y`: answers `text`, `clear`, `clicks`, `active`, `clip`, `copy WORD`, `where`.
"""

import json
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget


class Neighbour(QWidget):
    """A small window that takes no part in the exam."""

    def __init__(self, x: int, y: int) -> None:
        super().__init__()
        self._field, self._button, self._clicks = QLineEdit(), QPushButton("press"), 0
        self._button.clicked.connect(self._count)
        self.setLayout(QVBoxLayout())
        for part in (self._field, self._button):
            self.layout().addWidget(part)
        self.setGeometry(x, y, 300, 140)
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._asked)

    def answer(self, line: str) -> object:
        """What stands where."""
        word, _, rest = line.strip().partition(" ")
        board = QApplication.clipboard()
        match word:
            case "text":
                return self._field.text()
            case "clear":
                self._field.clear()
            case "clicks":
                return self._clicks
            case "active":
                return self.isActiveWindow()
            case "clip":
                return board.text()
            case "copy":
                board.setText(rest)
            case "where":
                spots = (part.mapToGlobal(part.rect().center()) for part in (self._field, self._button))
                return [spot.toTuple() for spot in spots]
        return None

    def _count(self) -> None:
        self._clicks += 1

    def _asked(self) -> None:
        line = sys.stdin.readline()
        if not line:
            QApplication.quit()
            return
        sys.stdout.write(json.dumps(self.answer(line)) + "\n")
        sys.stdout.flush()


def main() -> None:
    """Show it and answer until the other end is closed."""
    app = QApplication([])
    neighbour = Neighbour(int(sys.argv[1]), int(sys.argv[2]))
    neighbour.show()
    app.exec()


if __name__ == "__main__":
    main()
