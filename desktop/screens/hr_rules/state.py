"""What the page of HR's rules of learning shows."""

from dataclasses import dataclass

from desktop.widgets.values import Fact


@dataclass(frozen=True, slots=True)
class HrRulesState:
    """The switches and fields as they stand, with what is wrong in each; `made` is the file that was written last.

    `said` tells of the newest rules of each group of branches; None while it is not known.
    """

    gating: bool = True
    call_pause: bool = True
    branches: str = ""
    wrong: tuple[tuple[str, str], ...] = ()
    busy: bool = False
    said: tuple[Fact, ...] | None = None
    made: str = ""
    fault: str = ""

    def fault_of(self, field: str) -> str:
        """The sentence below a field: secret, branches; empty where nothing is wrong."""
        return dict(self.wrong).get(field, "")
