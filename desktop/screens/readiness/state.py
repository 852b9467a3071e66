"""What the page about this PC's readiness shows."""

from dataclasses import dataclass

from desktop.readiness.finding import Finding


@dataclass(frozen=True, slots=True)
class ReadinessState:
    """`findings` are empty until the first look has ended; `fault` is the sentence why there was none."""

    busy: bool = False
    findings: tuple[Finding, ...] = ()
    looked_wt: int = 0
    can_print: bool = False
    fault: str = ""

    @property
    def to_do(self) -> tuple[Finding, ...]:
        """What is not in order."""
        return tuple(one for one in self.findings if not one.ok)

    @property
    def in_order(self) -> tuple[Finding, ...]:
        """The rest."""
        return tuple(one for one in self.findings if one.ok)
