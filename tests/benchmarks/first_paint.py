"""A program of its own: opens the app on a home, or a bare window, tells when its first picture stood, and ends."""

import gc
import sys


def open_app(home):
    """The real program from its first line on; only its start is told of the watcher."""
    import desktop.__main__

    gc.disable()  # as its first lines do, before they import what is imported here already
    import desktop.app

    start = desktop.app.start

    def watched_start(window, folder):
        from tests.benchmarks.paint_watch import FirstPaint

        kept = start(window, folder)
        desktop.app.watcher = FirstPaint()
        window.installEventFilter(desktop.app.watcher)
        return kept

    desktop.app.start = watched_start
    sys.argv = ["academy", "--home", home]
    return desktop.__main__.main()


def open_bare():
    """What nobody who uses PySide6 can be faster than."""
    from PySide6.QtWidgets import QApplication, QWidget

    from tests.benchmarks.paint_watch import FirstPaint

    application, window, watcher = QApplication([]), QWidget(), FirstPaint()
    window.installEventFilter(watcher)
    window.resize(1440, 900)
    window.show()
    return application.exec()


if __name__ == "__main__":
    raise SystemExit(open_app(sys.argv[1]) if len(sys.argv) > 1 else open_bare())
