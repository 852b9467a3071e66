"""What a bank allows about time: written into every start line, so that a later policy moves no earlier sitting."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class TimePolicy:
    """Milliseconds throughout. `grace`: longest gap inside one boot, `reboot`: longest restart that needs no proctor.

    `credit`: most lost time given back, `pause`: longest the clock stands still, `extend`: most added while it runs,
    `extra`: most added before the start; each for one sitting.
    """

    grace_ms: int = 3 * MINUTE_MS
    reboot_ms: int = 0
    credit_ms: int = 10 * MINUTE_MS
    pause_ms: int = 60 * MINUTE_MS
    extend_ms: int = 30 * MINUTE_MS
    extra_ms: int = 60 * MINUTE_MS

    def as_json(self) -> dict[str, int]:
        """Plain values for a start line."""
        return asdict(self)

    @classmethod
    def of(cls, facts: Mapping[str, int]) -> "TimePolicy":
        """The policy a start line carries; what it does not name is as it always was."""
        return cls(**{field.name: int(facts[field.name]) for field in fields(cls) if field.name in facts})


DEFAULT = TimePolicy()
"""Where HQ's content names no other."""
