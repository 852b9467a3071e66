"""Item analysis of a table of marks that comes from outside."""

import json
from pathlib import Path
from typing import Any

from exams.firewall.confine import MEGABYTE, Limits
from exams.firewall.gate import in_child

LIMITS = Limits(size=32 * MEGABYTE, answer=16 * MEGABYTE, seconds=120.0, memory=1024 * MEGABYTE)
"""What analysing one table may cost; its rows and columns are bounded by `analysis.table`."""


def analyse_file(path: Path) -> dict[str, Any]:
    """The document of `academy bank analyse`; raises what the firewall and `analysis.errors` refuse."""
    told: dict[str, Any] = json.loads(str(in_child("exams.analysis.inlet:analysis_text", path, LIMITS)))
    return told


def figures_of_file(path: Path) -> dict[str, dict[str, Any]]:
    """By item its figures, from a table of marks or from what HR pooled over all branches; raises as `analyse_file`."""
    told: dict[str, dict[str, Any]] = json.loads(str(in_child("exams.analysis.inlet:figures_text", path, LIMITS)))
    return told
