"""The sources of the course in `assets/`, read once in a run of tests: reading and checking them takes seconds."""

import pickle
from datetime import date
from pathlib import Path

import pytest

from exams.content import sources
from exams.content.sources import Sources
from tests.once import made_once

ASSETS = Path(__file__).parents[1] / "assets"
DAY = date(2026, 11, 29)

_read = sources.read_sources


def shipped_sources() -> Sources:
    """As `read_sources` gave them for `DAY`, which decides only what shortages of the bank are faults."""

    def read(file: Path) -> None:
        file.write_bytes(pickle.dumps(_read(ASSETS, DAY)))

    return pickle.loads(made_once("sources", read).read_bytes())


@pytest.fixture(scope="module")
def sources_read_once():
    """What is published in these tests is what a worker of this run has read from `assets/` before."""

    def read(folder: Path, today: date) -> Sources:
        return shipped_sources() if folder.resolve() == ASSETS else _read(folder, today)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "read_sources", read)
        yield
