"""The sentence for every code: what happened and what to do next, in the language in use."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop.words.catalogue import tr
from desktop.words.clock import datetime_text

UNKNOWN = "E_ACADEMY"
_DETAILS = ("obstacle", "reason")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Two sentences that belong together."""

    what: str
    next: str

    @property
    def text(self) -> str:
        """Both, one after the other; Chinese needs no space after its full stop."""
        return f"{self.what}{self.next}" if self.what.endswith("。") else f"{self.what} {self.next}"


@cache
def _sentences() -> Mapping[str, tuple[str, str]]:
    """Read when something has failed: two dozen tables would only make the first picture later."""
    from desktop.words.all_sentences import SENTENCES

    return SENTENCES


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "–"


def sentence(code: str, facts: Mapping[str, object] | None = None) -> Sentence:
    """The sentence for a code, the facts filled in, moments (`…_wt`) as people read them.

    A code without a sentence gets the general one.
    """
    known = facts or {}
    keys = [f"{code}.{known[detail]}" for detail in _DETAILS if detail in known]
    key = next((one for one in (*keys, code) if has_words(one)), UNKNOWN)
    what, following = _sentences()[key]
    filled = _Facts({name: _told(name, value) for name, value in known.items()})
    return Sentence(tr(what).format_map(filled), tr(following).format_map(filled))


def _told(name: str, value: object) -> object:
    return datetime_text(value) if name.endswith("_wt") and isinstance(value, int) else value


def error_sentence(error: Exception) -> Sentence:
    """The sentence for an expected failure (it has `code` and `facts`)."""
    return sentence(str(getattr(error, "code", UNKNOWN)), getattr(error, "facts", {}))


def has_words(code: str) -> bool:
    """True where the code has a sentence of its own."""
    return code in _sentences()
