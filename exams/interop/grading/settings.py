"""What a case asks for: its options first, then what the question itself says; names in any spelling."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from exams.interop.grading.errors import BadCase
from exams.interop.grading.quantity import exact

_NO_LETTER = re.compile(r"[^a-z0-9]")
_YES = frozenset(("1", "true", "yes", "on"))


def _plain(name: object) -> str:
    return _NO_LETTER.sub("", str(name).lower())


class Settings:
    """Looks a name up without regard to case, hyphens and underscores: `unitPenalty` is `unit_penalty`."""

    def __init__(self, question: Mapping[str, Any], options: Mapping[str, Any]) -> None:
        own = question.get("options")
        sources = (question, own if isinstance(own, dict) else {}, options)
        self._values = {_plain(name): value for source in sources for name, value in source.items()}

    def within(self, part: Mapping[str, Any], more: Mapping[str, Any]) -> "Settings":
        """The same for a part of the question: what the part says counts more than the whole."""
        inner = Settings(part, more)
        inner._values = self._values | inner._values
        return inner

    def get(self, *names: str) -> Any:
        """The value under the first name that is given, else None."""
        return next((self._values[key] for key in map(_plain, names) if self._values.get(key) is not None), None)

    def flag(self, *names: str) -> bool:
        """True for true, 1, "yes", "on"."""
        return str(self.get(*names)).strip().lower() in _YES

    def word(self, *names: str) -> str:
        """The value in lower case without hyphens and underscores; empty where none is given."""
        value = self.get(*names)
        return "" if value is None else _plain(value)

    def number(self, *names: str) -> Fraction | None:
        """The number under a name; raises `BadCase` where what stands there is none."""
        value = self.get(*names)
        if value is None:
            return None
        number = exact(value)
        if number is None:
            raise BadCase(detail=names[0])
        return number
