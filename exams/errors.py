"""Every expected failure of the domain: a class, a code, facts. No sentences: the desktop owns the words."""

from typing import ClassVar


class AcademyError(Exception):
    """Base of every expected failure; `code` is the same on screen, in JSON, in the journal and at HR."""

    code: ClassVar[str] = "E_ACADEMY"

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code)
        self.facts = facts
