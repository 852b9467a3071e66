"""How the numbers of a workbook are shown: days and percentages are stored as plain numbers."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from lxml import etree

from exams.interop.sheets.cells import moment_text, number_text
from exams.interop.xml_tree import local

_BUILT_IN = {
    9: "0%", 10: "0.00%", **dict.fromkeys((*range(14, 18), *range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
    22: "yyyy-mm-dd h:mm",
    **dict.fromkeys((*range(18, 22), 45, 46, 47), "h:mm:ss"),
}  # fmt: skip
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|General', re.IGNORECASE)
_DAY = re.compile(r"[ydhs]|m{1,5}", re.IGNORECASE)
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001  # days on paper, of no zone
_LAST_DAY = 2_958_465


class NumberStyles:
    """The formats of cells by the number of their style."""

    def __init__(self, formats: dict[str, str], epoch: datetime = _EPOCH) -> None:
        self._formats = formats
        self._epoch = epoch

    def since_1904(self) -> "NumberStyles":
        """The same for a workbook whose days count from 1904."""
        return NumberStyles(self._formats, _EPOCH_1904)

    def told(self, number: float, style: str) -> str:
        """The number as its style shows it; empty where the style is an ordinary one."""
        shown = self._formats.get(style, "")
        return shown_number(number, shown, self._epoch) if shown else ""


def shown_number(number: float, shown: str, epoch: datetime = _EPOCH) -> str:
    """A number by its format: a moment or a percentage; empty where the format is an ordinary one."""
    plain = _LITERAL.sub("", shown.partition(";")[0])
    if "%" in plain:
        return number_text(number, "%")
    if not _DAY.search(plain) or not 0 <= number <= _LAST_DAY:
        return ""
    moment = epoch + timedelta(seconds=round(number * 86_400))
    return moment_text(moment if number >= 1 else moment.time())


def read_styles(elements: Iterable[etree._Element]) -> NumberStyles:
    """From the elements `numFmt` and `cellXfs` of a workbook's styles; ordinary formats are left out."""
    own: dict[int, str] = {}
    formats: dict[str, str] = {}
    for element in elements:
        if local(element) == "numFmt":
            own[_whole(element.get("numFmtId"))] = str(element.get("formatCode") or "")
            continue
        for number, style in enumerate(element):
            shown = own.get(_whole(style.get("numFmtId")), _BUILT_IN.get(_whole(style.get("numFmtId")), ""))
            if shown and shown_number(0.5, shown):
                formats[str(number)] = shown
    return NumberStyles(formats)


def _whole(text: object) -> int:
    digits = str(text or "")
    return int(digits) if digits.isdigit() and len(digits) < 8 else -1
