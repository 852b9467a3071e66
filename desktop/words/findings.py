"""What is found in a branch's file, in words."""

from collections.abc import Mapping

from desktop.words.errors import Sentence, sentence

_OF_BUNDLES = frozenset({"E_FORMAT"})
"""Codes that say something else of the files that headquarters sends."""


def finding_sentence(code: str, facts: Mapping[str, object]) -> Sentence:
    """The sentence for a finding of `academy hr collect`."""
    return sentence(code, {**facts, "reason": "bundle"} if code in _OF_BUNDLES else facts)
