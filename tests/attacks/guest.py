"""The product's command line under attack: `python -m tests.attacks.guest VARIANT ASSETS …`.

The rest of the words are those of `academy`; the variant is how the database is opened.
"""

import sys
import time
from pathlib import Path

from exams import Saved
from tests.attacks.forty import use_assets
from tests.attacks.variants import use_variant

PACE = 0.02  # seconds between two answers


def main() -> None:
    """Its database is opened in one of the ways of `variants`, its content is that of other assets."""
    variant, assets, *words = sys.argv[1:]
    use_assets(Path(assets))
    use_variant(variant)
    take_time()
    from desktop.commands.main import academy

    sys.argv = ["academy", *words]
    academy()


def take_time() -> None:
    """Robots that answer in a thousandth of a second would always be cut off between two papers."""
    from exams import TraineeDesk

    save = TraineeDesk.save

    def saves(desk: TraineeDesk, sitting_id: str, position: int, value: object) -> Saved:
        time.sleep(PACE)
        return save(desk, sitting_id, position, value)

    TraineeDesk.save = saves  # type: ignore[method-assign]


if __name__ == "__main__":
    main()
