"""A sealed sitting before and after a correction: what counts by the rule, and what follows for its certificate. Pure.

Nothing of this is read from the branch: the sealed answers are graded twice, as they were and under the correction.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from exams.grading.marks import Result


class OutcomeRule(StrEnum):
    """What counts where the correction makes somebody's result worse."""

    NEVER_LOWER = "never-lower"
    RECOMPUTE = "recompute"


class CertificateRule(StrEnum):
    """What becomes of a certificate whose percent changes while its holder still passes."""

    KEEP = "keep"
    REVISE = "revise"


class Consequence(StrEnum):
    """What is to be done about one sitting's certificate."""

    NONE = "none"
    KEEP = "keep"
    REVISE = "revise"
    ISSUE = "issue"
    REVOKE = "revoke"


class Turn(StrEnum):
    """What the correction does to one person: from failed to passed (`up`), from passed to failed, points alone."""

    UP = "up"
    DOWN = "down"
    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Rule:
    """How a run treats people and their certificates."""

    outcomes: OutcomeRule = OutcomeRule.NEVER_LOWER
    certificates: CertificateRule = CertificateRule.KEEP


DEFAULT_RULE = Rule()


@dataclass(frozen=True, slots=True)
class Figure:
    """A result in short, in milli-points."""

    score: int
    max_score: int
    passed: bool

    @classmethod
    def of(cls, result: Result) -> "Figure":
        """The figure of a whole result."""
        return cls(result.score, result.max_score, result.passed)

    @property
    def percent(self) -> int:
        """Whole percent, floored."""
        return self.score * 100 // self.max_score if self.max_score else 0

    def share_over(self, other: "Figure") -> int:
        """Above 0 where this is the larger part of its points, 0 where both are equal."""
        return self.score * max(other.max_score, 1) - other.score * max(self.max_score, 1)


@dataclass(frozen=True, slots=True)
class Regraded:
    """One sitting: what counted `before`, what the correction gives (`after`), and what `counts` from the release on.

    `certificate` is the number that stands for it, empty where there is none; `settled` the new number once there is
    one. `serial` and `sha256` name the device and the kept bundle that the sitting lies in.
    """

    sitting: str
    staff_id: str
    branch: str
    serial: str
    sha256: str
    before: Figure
    after: Figure
    counts: Figure
    consequence: Consequence
    certificate: str = ""
    settled: str = ""

    @property
    def turn(self) -> Turn:
        """What changes for the person."""
        return turn_of(self.before, self.counts)

    @property
    def changes(self) -> bool:
        """Whether anything counts otherwise."""
        return self.turn is not Turn.SAME

    @property
    def is_open(self) -> bool:
        """Whether an officer still has to see to its certificate."""
        return self.consequence in {Consequence.ISSUE, Consequence.REVISE} and not self.settled


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A sitting that could not be graded again, and why; the run goes on with the others."""

    sitting: str
    staff_id: str
    branch: str
    file: str
    code: str


def counts_by(rule: OutcomeRule, before: Figure, after: Figure) -> Figure:
    """What counts: with `never-lower` neither the pass nor the part of the points ever goes down."""
    if rule is OutcomeRule.RECOMPUTE:
        return after
    better = after if after.share_over(before) >= 0 else before
    return Figure(better.score, better.max_score, before.passed or after.passed)


def result_by(rule: OutcomeRule, before: Result, after: Result) -> Result:
    """The same of whole results, with the marks of the one whose points count."""
    figure = Figure.of(after)
    counts = counts_by(rule, Figure.of(before), figure)
    return replace(after if counts.share_over(figure) == 0 else before, passed=counts.passed)


def turn_of(before: Figure, counts: Figure) -> Turn:
    """What changes from one to the other; passing comes before points."""
    if before.passed != counts.passed:
        return Turn.UP if counts.passed else Turn.DOWN
    share = counts.share_over(before)
    return Turn.SAME if share == 0 else Turn.BETTER if share > 0 else Turn.WORSE


def consequence_of(rule: CertificateRule, before: Figure, counts: Figure, *, certified: bool) -> Consequence:
    """What follows for a certificate; `certified` where one stands that is not revoked."""
    if not counts.passed:
        return Consequence.REVOKE if certified else Consequence.NONE
    if not certified:
        return Consequence.NONE if before.passed else Consequence.ISSUE
    changed = counts.percent != before.percent
    return Consequence.REVISE if changed and rule is CertificateRule.REVISE else Consequence.KEEP


@dataclass(frozen=True, slots=True)
class Tally:
    """A run in counts: sittings by what changes and by what follows, and those that could not be read."""

    sittings: int
    turns: Mapping[Turn, int]
    consequences: Mapping[Consequence, int]
    unreadable: int = 0

    @property
    def changed(self) -> int:
        """Sittings of which anything counts otherwise."""
        return self.sittings - self.turns.get(Turn.SAME, 0)


def tally_of(rows: Iterable[Regraded], unreadable: int = 0) -> Tally:
    """Counted over all rows."""
    rows = tuple(rows)
    turns, consequences = Counter(one.turn for one in rows), Counter(one.consequence for one in rows)
    return Tally(
        len(rows),
        {turn: turns[turn] for turn in Turn},
        {kind: consequences[kind] for kind in Consequence},
        unreadable,
    )
