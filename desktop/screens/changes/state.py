"""What the page of changes shows."""

from dataclasses import dataclass

from desktop.widgets.values import Face, Tone


@dataclass(frozen=True, slots=True)
class Difference:
    """One block: what became of it, and its words before and now; what stands between U+0002 and U+0003 differs."""

    badge: str
    tone: Tone
    before: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """One section that reads differently; `note` says so where only the other language does."""

    key: str
    title: str
    subtitle: str
    differences: tuple[Difference, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChangesState:
    """All sections to be read and signed; a `face` where there are none."""

    summary: str = ""
    parts: tuple[ChangedPart, ...] = ()
    face: Face | None = None
