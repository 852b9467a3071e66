"""What the page of audit packs shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MadePack:
    """A pack that was made: where it lies, the SHA-256 of what was signed, and what it proves."""

    folder: str
    sha256: str
    proved: int
    unproved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HrAuditState:
    """The fields as typed, with what is wrong in each; `count` certificates are in while it is `busy`."""

    first: str = ""
    last: str = ""
    branches: str = ""
    wrong: tuple[tuple[str, str], ...] = ()
    busy: bool = False
    count: int = 0
    made: MadePack | None = None
    fault: str = ""
    masked: bool = False

    def fault_of(self, field: str) -> str:
        """The sentence below a field: secret, first, last, branches; empty where nothing is wrong."""
        return dict(self.wrong).get(field, "")
