"""The sentence for a fault in a source file, in the language in use."""

from collections.abc import Mapping

from desktop.words.catalogue import tr
from desktop.words.fault_table import NAMES, SENTENCES


def fault_text(code: str, facts: Mapping[str, object]) -> str:
    """What is wrong and how to mend it; a code without a sentence is said as it is."""
    sentence = SENTENCES.get(code)
    if sentence is None:
        return code
    return tr(sentence).format_map({name: _shown(code, name, value) for name, value in facts.items()})


def _shown(code: str, name: str, value: object) -> str:
    known = NAMES.get(name, {}) if name != "name" or code == "E_MARKDOWN" else {}
    word = known.get(str(value))
    return tr(word) if word else str(value)
