"""What every test stands on: no screen, no home, no clock zone and no locale of the machine it runs on."""

import gc
import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.kdf import argon2
from hypothesis import settings

from exams.trust.rsa_keys import RsaKey
from tests.argon2_at_hand import RememberedArgon2id
from tests.keys_at_hand import next_key
from tests.ledger import Ledger, known_ids, run_is_whole
from tests.no_skips import NoSkips
from tests.once import begin_run

ROOT = Path(__file__).resolve().parent.parent
LEDGER = ROOT / "build" / "ledger.json"
LONGEST = ("journeys", "attacks", "desktop")
"""Folders that begin first, so that no worker is left alone with a long file at the end."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(LANG="C.UTF-8", TZ="Asia/Shanghai")
for name in ("ACADEMY_HOME", "ACADEMY_DEBUG", "LC_ALL", "LANGUAGE", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
    os.environ.pop(name, None)
time.tzset()

settings.register_profile("academy", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("academy")


def pytest_configure(config: pytest.Config) -> None:
    """One folder for all processes of the run; the ledger in the one that leads them, for it sees every report."""
    begin_run()
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Ledger(LEDGER, whole=run_is_whole(config)), "ledger")
        if os.environ.get("ACADEMY_NO_SKIPS"):
            config.pluginmanager.register(NoSkips(), "no-skips")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each report the rows that its test proves; a row that nobody wrote down is a mistake in the test.

    The longest folders come first.
    """
    known = {"feature": known_ids(ROOT / "docs" / "features.toml", "feature")}
    known["topic"] = known_ids(ROOT / "assets" / "course" / "topics.toml", "topic")
    for item in items:
        for kind, ids in known.items():
            for row in [row for mark in item.iter_markers(kind) for row in mark.args]:
                if row not in ids:
                    raise pytest.UsageError(f"{item.nodeid}: no {kind} {row!r} is written down")
                item.user_properties.append((kind, row))
    items.sort(key=_turn)


def pytest_collection_finish() -> None:
    """Eleven thousand tests lie in memory to the end: no later collection need look through them again."""
    gc.collect()
    gc.freeze()


def _turn(item: pytest.Item) -> int:
    folder = item.path.relative_to(ROOT / "tests").parts[0]
    return LONGEST.index(folder) if folder in LONGEST else len(LONGEST)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose outside tool is not on this machine, and say which."""
    missing = [tool for mark in item.iter_markers("tool") for tool in mark.args if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}, not found on this machine")


@pytest.fixture(scope="session", autouse=True)
def _own_home_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What looks for the platform's data folder finds an empty one."""
    os.environ["HOME"] = str(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session", autouse=True)
def _keys_made_before() -> Iterator[None]:
    """Devices and headquarters of tests take their RSA keys from a drawer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RsaKey, "generate", next_key)
        yield


@pytest.fixture(scope="session", autouse=True)
def _work_done_before() -> Iterator[None]:
    """A passphrase, PIN or code that a process has stretched once is not stretched again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(argon2, "Argon2id", RememberedArgon2id)
        yield


@pytest.fixture(scope="module", autouse=True)
def _language_of_the_source() -> Iterator[None]:
    """A file of tests that spoke Chinese leaves the next one English, whichever worker runs which."""
    yield
    if "desktop.words" in sys.modules:
        sys.modules["desktop.words"].use_language("en")


@pytest.fixture(scope="session")
def qapp(qapp: Any) -> Any:
    """The application as it is shipped: Fusion, our fonts, our sheet."""
    from desktop.style.look import Look
    from desktop.style.sheet import apply_look

    apply_look(qapp, Look())
    return qapp
