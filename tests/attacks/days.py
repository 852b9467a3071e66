"""Days of branches, generated: HR accepts what was honest, and finds every forgery made of it by its code."""

import shutil
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from exams.packs.manifest import Grading
from tests.attacks.trial import Tell, Trial
from tests.exams.bundles.forgeries import missed
from tests.exams.bundles.histories import faults, tell
from tests.exams.bundles.hr_room import enrolled
from tests.exams.desk.course import two_chapters
from tests.exams.desk.sealed_branch import make_stick

MODES = tuple(Grading)


def run(count: int, seed: int, say: Tell) -> list[Trial]:
    """Two rows: the days as they happened, and the forgeries made of them."""
    began, wrong, forged, undetected, sittings = time.monotonic(), [], 0, [], 0
    with TemporaryDirectory(prefix="academy-days-") as name:
        folder = Path(name)
        tree = two_chapters(folder / "assets")
        bases = {mode: enrolled(folder / f"{mode}-home", make_stick(folder / mode, tree, mode)) for mode in MODES}
        for number in range(count):
            mode = MODES[number % len(MODES)]
            day = tell(bases[mode], mode, folder / "day", seed + number)
            wrong += [f"{number}: {fault}" for fault in faults(day)]
            made, unseen = missed(day, Random(seed + number))
            forged, undetected = forged + made, undetected + [f"{number}: {one}" for one in unseen]
            sittings += len(day.pc.book.rows())
            day.pc.close()
            shutil.rmtree(folder / "day")
            if number % 20 == 19:
                say(f"histories: {number + 1}, {len(wrong)} wrong; {forged} forgeries, {len(undetected)} not found")
        for base in bases.values():
            base.close()
    seconds = round(time.monotonic() - began)
    honest = f"{sittings} sittings{''.join(f'; {one}' for one in wrong[:5])}"
    found = "; ".join(undetected[:5])
    return [
        Trial(
            "Honest branch histories, judged by HR", count, "days", broken=len(wrong), details=honest, seconds=seconds
        ),
        Trial("Forgeries of them, found by their codes", forged, "forgeries", broken=len(undetected), details=found),
    ]
