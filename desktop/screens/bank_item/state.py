"""What the page of one question shows."""

from dataclasses import dataclass

from exams import Draft


@dataclass(frozen=True, slots=True)
class Finding:
    """What is said of the draft; one that refuses keeps it from being saved."""

    text: str
    refuses: bool


@dataclass(frozen=True, slots=True)
class BankItemState:
    """`draft` is None where the form would lose something; `plain`, the options of its `card`, and `key` show then.

    `other` is the draft in the other language, once that is whole. `steps` are the states it may go to, by key and in
    words; `acts` who did what, the newest first.
    """

    title: str = ""
    facts: str = ""
    draft: Draft | None = None
    other: Draft | None = None
    plain: str = ""
    card: tuple[tuple[str, str], ...] = ()
    key: str = ""
    findings: tuple[Finding, ...] = ()
    steps: tuple[tuple[str, str], ...] = ()
    acts: tuple[str, ...] = ()
    review: str = ""
    changed: bool = False
    not_asked: str = ""
    told: str = ""
    fault: str = ""

    @property
    def can_save(self) -> bool:
        """True where something was changed and nothing refuses it."""
        return self.changed and not any(one.refuses for one in self.findings)
