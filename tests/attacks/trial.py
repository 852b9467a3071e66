"""One row of the table: what was tried, how often, and how often a promise was broken."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Trial:
    """`control` marks one that must break a promise: the attack has to notice. `skipped` says why it was not run."""

    what: str
    tried: int
    unit: str
    answers: int = 0
    broken: int = 0
    control: bool = False
    details: str = ""
    seconds: int = 0
    skipped: str = ""

    @property
    def passed(self) -> bool:
        """As promised, or noticed where it had to be; what was skipped proves nothing and breaks nothing."""
        return bool(self.skipped) or (self.tried > 0 and (self.broken > 0) is self.control)

    @property
    def verdict(self) -> str:
        """In a word."""
        if self.skipped:
            return f"skipped: {self.skipped}"
        if self.control:
            return f"caught in {self.broken:,} of {self.tried:,}" if self.broken else "NOT CAUGHT"
        return "0 broken" if self.passed else f"{self.broken:,} BROKEN"


def keep_trials(path: Path, trials: Sequence[Trial]) -> None:
    """Write the rows of one part down, so that the parts of a long run can be run one by one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(one) for one in trials], indent=1, ensure_ascii=False), "utf-8")


def kept_trials(path: Path) -> list[Trial]:
    """The rows of one part as they were last written down; none where it never ran."""
    return [Trial(**one) for one in json.loads(path.read_text("utf-8"))] if path.exists() else []
