"""The reader that the firewall runs in a process of its own: a table of marks in, its statistics as JSON text out."""

import json

from exams.analysis.analyse import analyse
from exams.analysis.pooled_file import is_pooled, read_pooled
from exams.analysis.table import read_marks


def analysis_text(raw: bytes) -> str:
    """A text, not a value: the firewall's own JSON knows no fractions. What HR pooled has no figures of one exam."""
    if is_pooled(raw):
        items = read_pooled(raw)
        exam = {"sittings": max(one["sittings"] for one in items.values()), "items": len(items), "flags": []}
        return json.dumps({"exam": exam, "items": items}, ensure_ascii=False, allow_nan=False)
    return json.dumps(analyse(read_marks(raw)), ensure_ascii=False, allow_nan=False)


def figures_text(raw: bytes) -> str:
    """By item its figures with its `sittings`, from a table of marks or from what HR pooled."""
    if is_pooled(raw):
        return json.dumps(read_pooled(raw), ensure_ascii=False, allow_nan=False)
    document = analyse(read_marks(raw))
    sittings = document["exam"]["sittings"]
    items = {name: {**one, "sittings": sittings} for name, one in document["items"].items()}
    return json.dumps(items, ensure_ascii=False, allow_nan=False)
