"""A field in a window that holds the PC; answers `text` and `ready` by lines, as the app makes them."""

import json
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtWidgets import QLineEdit

from desktop.app import build_app
from desktop.lockdown.lockdown import Lockdown, measures_of
from desktop.lockdown.mode import Lock
from desktop.shell.preferences import Preferences
from desktop.shell.screen import Screen


def main() -> None:
    """Show it, lock it, answer until the other end is closed."""
    app = build_app(Path(sys.argv[1]), Preferences("zh", "light", 100))
    field = QLineEdit()
    app.window.show_screen(Screen(field, None, lambda: Screen(field, None, None)))  # type: ignore[arg-type]
    app.window.show()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    lockdown = Lockdown(partial(measures_of, app.window))
    app.window.after_first_paint(lambda: lockdown.engage(Lock.FULL))
    answers = {
        "text": field.text,
        "ready": lambda: app.window.isFullScreen() and field.hasFocus() and lockdown.lock is Lock.FULL,
    }

    def asked() -> None:
        line = sys.stdin.readline()
        if not line:
            app.qt.quit()
            return
        sys.stdout.write(json.dumps(answers[line.strip()]()) + "\n")
        sys.stdout.flush()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(asked)
    app.qt.exec()


if __name__ == "__main__":
    main()
