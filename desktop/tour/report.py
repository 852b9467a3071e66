"""What the walk leaves behind: one line per step, written as strict JSON beside the pictures."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

FILE = "tour.json"


@dataclass(frozen=True, slots=True)
class StepReport:
    """One step; `picture` is empty where none was taken, `found` says what was not as expected."""

    name: str
    ok: bool
    seconds: float
    picture: str = ""
    found: str = ""


@dataclass(slots=True)
class TourReport:
    """The whole walk."""

    home: str
    steps: list[StepReport] = field(default_factory=list)
    certificate: dict[str, str] | None = None

    @property
    def ok(self) -> bool:
        """True when every step went as expected."""
        return bool(self.steps) and all(step.ok for step in self.steps)

    def as_json(self) -> dict[str, object]:
        """The document of `tour.json`."""
        steps = [asdict(step) for step in self.steps]
        for step in steps:
            if not step["found"]:
                del step["found"]
        return {"ok": self.ok, "home": self.home, "steps": steps, "certificate": self.certificate}

    def write(self, folder: Path) -> None:
        """Write `tour.json` into a folder."""
        text = json.dumps(self.as_json(), ensure_ascii=False, indent=2)
        (folder / FILE).write_text(text + "\n", "utf-8")
