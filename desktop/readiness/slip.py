"""The slip of this PC."""

from pathlib import Path

from desktop.readiness.facts import DeskFacts, PcFacts
from desktop.readiness.finding import Finding
from desktop.readiness.judge import judge
from desktop.readiness.system import system_facts


def slip(home: Path, desk: DeskFacts) -> tuple[Finding, ...]:
    """Every line; what the desktop knows is handed in, for it must be asked where the window lives."""
    from certificates import first_missing_glyph
    from exams import home_readiness

    found = home_readiness(home)
    missing = next((char for name in found.names if (char := first_missing_glyph(name))), "")
    return judge(PcFacts(system_facts(home), desk, found, missing))
