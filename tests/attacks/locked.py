"""The app in a final that holds the PC, again and again: a warm process forks one for each line it is sent.

`python -m tests.attacks.locked HOME --assets A` answers each line with the process of an app whose exam stands there.
"""

import argparse
import json
import os
import signal
import sys
from pathlib import Path
from random import Random

from tests.attacks.candidate import Candidate
from tests.attacks.forty import use_assets


def main() -> None:
    """Load what the app needs, open no window here, and fork."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("home", type=Path)
    options.add_argument("--assets", type=Path, required=True)
    asked = options.parse_args()
    use_assets(asked.assets)
    _warm_up()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while sys.stdin.buffer.raw.read(1):  # a line is a byte: no buffer may keep what the next fork is to read
        if not os.fork():
            _sit(asked.home)


def _warm_up() -> None:
    import certificates
    import desktop.app
    import desktop.tour.stage
    import desktop.wiring.lockdown
    import desktop.wiring.rooms
    import exams

    _ = desktop, certificates.CertificateDesk, exams.open_office


def _sit(home: Path) -> None:
    """Sit until killed. The branch counts as a real one: in a demonstration the PC stays free."""
    import exams

    try:
        exams.is_demonstration_pack = lambda _home: False  # type: ignore[assignment]
        candidate = Candidate(home, None, Random(1))
        candidate.sign_in()
        if not candidate.hands.sees("stem"):
            candidate.begin()
        window = candidate.app.window
        while not (window.isFullScreen() and window.isActiveWindow()):
            candidate.hands.settle()
        candidate.hands.settle()
        sys.stdout.write(json.dumps(os.getpid()) + "\n")
        sys.stdout.flush()
        candidate.app.qt.exec()
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
