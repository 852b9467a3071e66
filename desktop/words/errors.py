"""The sentence for every code: what happened and what to do next, in the language in use."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.words import (
    account_error_table,
    analysis_error_table,
    audit_error_table,
    bank_error_table,
    bank_making_table,
    bundle_error_table,
    call_error_table,
    collect_error_table,
    device_error_table,
    dispute_error_table,
    error_table,
    exam_error_table,
    file_error_table,
    hq_error_table,
    learning_error_table,
    pack_error_table,
    proof_error_table,
    register_error_table,
    regrade_error_table,
    room_error_table,
    trust_error_table,
    update_error_table,
    ways_error_table,
    wording_error_table,
)
from desktop.words.catalogue import tr
from desktop.words.clock import datetime_text

_TABLES = (
    account_error_table,
    analysis_error_table,
    audit_error_table,
    bank_error_table,
    bank_making_table,
    bundle_error_table,
    call_error_table,
    collect_error_table,
    device_error_table,
    dispute_error_table,
    error_table,
    exam_error_table,
    file_error_table,
    hq_error_table,
    learning_error_table,
    pack_error_table,
    proof_error_table,
    room_error_table,
    register_error_table,
    regrade_error_table,
    trust_error_table,
    update_error_table,
    ways_error_table,
    wording_error_table,
)
SENTENCES = {code: sentence for table in _TABLES for code, sentence in table.SENTENCES.items()}
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


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "–"


def sentence(code: str, facts: Mapping[str, object] | None = None) -> Sentence:
    """The sentence for a code, the facts filled in, moments (`…_wt`) as people read them.

    A code without a sentence gets the general one.
    """
    known = facts or {}
    keys = [f"{code}.{known[detail]}" for detail in _DETAILS if detail in known]
    key = next((one for one in (*keys, code) if one in SENTENCES), UNKNOWN)
    what, following = SENTENCES[key]
    filled = _Facts({name: _told(name, value) for name, value in known.items()})
    return Sentence(tr(what).format_map(filled), tr(following).format_map(filled))


def _told(name: str, value: object) -> object:
    return datetime_text(value) if name.endswith("_wt") and isinstance(value, int) else value


def error_sentence(error: Exception) -> Sentence:
    """The sentence for an expected failure (it has `code` and `facts`)."""
    return sentence(str(getattr(error, "code", UNKNOWN)), getattr(error, "facts", {}))


def has_words(code: str) -> bool:
    """True where the code has a sentence of its own."""
    return code in SENTENCES
