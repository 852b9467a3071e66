"""One question as a table or a text says it, not yet understood; and why it cannot be understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from exams.interop.codes import Code


@dataclass(slots=True)
class Asked:
    """The texts of a question by field; `options` by their places, empty ones too; `kind` as `kind_of` names it.

    `english` holds stem, options and feedback in English where they stand beside Chinese ones.
    """

    row: int = 0
    line: int = 0
    texts: dict[str, str] = field(default_factory=dict)
    options: list[str] = field(default_factory=list)
    kind: str = ""
    image: bool = False
    english: dict[str, Any] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What stands in a field; empty where there is none."""
        return self.texts.get(name, "")


class Unfit(Exception):
    """A question that is not taken, and the field that is to be mended."""

    def __init__(self, code: Code, field: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.facts: Mapping[str, str | int] = facts


@dataclass(slots=True)
class Doubt:
    """Something to look at in a question that was taken."""

    code: Code
    field: str
    facts: Mapping[str, str | int]
