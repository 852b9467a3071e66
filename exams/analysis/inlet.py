"""The reader that the firewall runs in a process of its own: a table of marks in, its statistics as JSON text out."""

import json

from exams.analysis.analyse import analyse
from exams.analysis.table import read_marks


def analysis_text(raw: bytes) -> str:
    """A text, not a value: the firewall's own JSON knows no fractions."""
    return json.dumps(analyse(read_marks(raw)), ensure_ascii=False, allow_nan=False)
