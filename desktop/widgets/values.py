"""What widgets are told, as plain values: states and presenters may use these, they know no Qt.

All but `Tone` are loaded on first use: building a frozen class takes time that the first paint would wait for.
"""

from typing import TYPE_CHECKING

from desktop.widgets.tone import Tone

if TYPE_CHECKING:
    from desktop.widgets.all_values import (
        Ask,
        ChapterScore,
        Crumb,
        Face,
        FaceKind,
        Fact,
        NavItem,
        NoticeValue,
        Option,
        OptionMark,
        Place,
        PlaceState,
        SaveState,
    )
    from desktop.widgets.row_value import RowValue

__all__ = [
    "Ask",
    "ChapterScore",
    "Crumb",
    "Face",
    "FaceKind",
    "Fact",
    "NavItem",
    "NoticeValue",
    "Option",
    "OptionMark",
    "Place",
    "PlaceState",
    "RowValue",
    "SaveState",
    "Tone",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    from desktop.widgets import all_values, row_value

    return getattr(row_value if name == "RowValue" else all_values, name)
