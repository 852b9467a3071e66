"""What a thief may look through while and after an app runs: home, stick, folder for temporary files, logs."""

import logging
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from exams.packs.blobs import FormContext
from exams.packs.manifest import recovery_file
from exams.packs.recovery import open_recovery
from exams.packs.slots import SlotPurpose
from exams.trust.strict_json import read_json
from tests.attacks.attacks_home import FORM, PACK, Attacked


@dataclass(frozen=True)
class Watched:
    """The folders of one attack."""

    attacked: Attacked
    temp: Path
    logs: Path

    @property
    def folders(self) -> list[Path]:
        return [self.attacked.home, self.attacked.stick, self.temp, self.logs]


@contextmanager
def watched(attacked: Attacked, monkeypatch):
    """Everything temporary and every line of any log goes where it is looked through; what is printed as well."""
    temp, logs = attacked.folder / "temp", attacked.folder / "logs"
    for folder in (temp, logs):
        folder.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temp))
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    handler = logging.FileHandler(logs / "debug.log", encoding="utf-8")
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield Watched(attacked, temp, logs)
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
        handler.close()


def keep_printed(watch: Watched, capfd) -> None:
    """What was printed so far becomes one more log."""
    told = capfd.readouterr()
    (watch.logs / "printed.log").write_text(told.out + told.err, "utf-8")


def ceks_of(attacked: Attacked, version: int = 1) -> dict[SlotPurpose, bytes]:
    """The content keys, as headquarters gets them back with its recovery key."""
    path = attacked.home / "packs" / f"{PACK}-{version}" / recovery_file(FORM)
    return open_recovery(attacked.key("recovery"), read_json(path.read_bytes()), FormContext(PACK, version, FORM))


def answers_of(attacked: Attacked) -> dict[str, object]:
    """The right responses, from the clear part that headquarters has."""
    return {one["item"]: one["correct"] for one in read_json(attacked.parts.keys)["keys"]}


def sit_final(attacked: Attacked, pc, room_code: str):
    """One trainee answers everything and hands in."""
    right, sitting = answers_of(attacked), pc.begin_final(code=room_code)
    for place in sitting.paper.items:
        pc.desk().show(sitting.id, place.position)
        if right[place.item] != "":
            sitting = pc.desk().answer(sitting.id, place.position, right[place.item])
    return pc.desk().hand_in(sitting.id)


def counted_argon2(monkeypatch) -> list[int]:
    """The memory in KiB that each Argon2id asked for."""
    from cryptography.hazmat.primitives.kdf import argon2

    asked: list[int] = []
    genuine = argon2.Argon2id

    def counting(**work):
        asked.append(work["memory_cost"])
        return genuine(**work)

    monkeypatch.setattr(argon2, "Argon2id", counting)
    return asked
