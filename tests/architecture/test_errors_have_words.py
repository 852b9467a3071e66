"""Every code that can reach a person has a sentence, in both languages."""

import importlib
from pathlib import Path

import pytest

from desktop.words import use_language
from desktop.words.errors import has_words, sentence
from exams.errors import AcademyError
from tests.architecture.tree import python_files
from tests.translations import compiled


def all_codes() -> list[str]:
    for path in python_files("exams", "certificates"):
        if path.name.endswith("errors.py"):
            importlib.import_module(".".join(path.with_suffix("").parts))
    kinds, waiting = set(), [AcademyError]
    while waiting:
        kind = waiting.pop()
        if kind.__module__.split(".")[0] in ("exams", "certificates"):  # the tests have some of their own
            kinds.add(kind.code)
        waiting += kind.__subclasses__()
    return sorted(code for code in kinds if code.startswith("E_"))


@pytest.fixture(scope="module")
def chinese() -> Path:
    return compiled() / "zh"


@pytest.mark.parametrize("code", all_codes())
def test_a_code_has_a_sentence_of_its_own(code):
    assert has_words(code), f"one line in a table of errors in desktop/words for {code}"


@pytest.mark.parametrize("code", all_codes())
def test_the_sentence_says_what_to_do_next_in_both_languages(code, chinese):
    use_language("en")
    english = sentence(code)
    use_language("zh", chinese)
    said = sentence(code)
    use_language("en")
    assert english.what
    assert english.next
    assert said.what != english.what
    assert said.next != english.next
