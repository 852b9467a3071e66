"""The value of a row, apart from the others: the first page needs it and none of them."""

from dataclasses import dataclass

from desktop.widgets.tone import Tone


@dataclass(frozen=True, slots=True)
class RowValue:
    """One clickable row; `percent` draws a thin bar."""

    key: str
    title: str
    subtitle: str = ""
    icon: str = ""
    badge: str = ""
    tone: Tone = Tone.NEUTRAL
    trailing: str = ""
    percent: int | None = None
    enabled: bool = True
