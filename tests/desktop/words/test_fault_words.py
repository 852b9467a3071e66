"""Every fault has its sentence, in both languages."""

import re

import pytest

from desktop.words import use_language
from desktop.words.fault_table import NAMES, SENTENCES
from desktop.words.faults import fault_text
from exams.content.faults import Code
from tests.exams.content.sources import a_course
from tests.exams.content.spoils import SPOILS
from tests.translations import compiled


@pytest.fixture(scope="module")
def catalogues():
    return compiled()


@pytest.fixture(params=["zh", "en"])
def language(request, catalogues):
    use_language(request.param, catalogues / request.param)
    yield request.param
    use_language("en", catalogues / "en")


@pytest.fixture(scope="module")
def faults(tmp_path_factory):
    found = []
    for number, spoil in enumerate(SPOILS):
        tree = a_course(tmp_path_factory.mktemp(f"spoilt{number}"))
        spoil.apply(tree)
        found += tree.read().faults
    return found


def test_every_fault_has_a_sentence_and_no_sentence_is_left_over():
    assert set(SENTENCES) == {code.value for code in Code}


def test_every_fault_we_can_make_is_said_whole(language, faults):
    for fault in faults:
        said = fault_text(fault.code, fault.facts)  # a fact that a sentence asks for and nobody gives is a KeyError
        assert said.endswith((".", "。", ":::")) or fault.code is Code.SVG, (fault, said)


def test_every_sentence_is_translated(catalogues):
    use_language("zh", catalogues / "zh")
    try:
        for text in [*SENTENCES.values(), *(text for names in NAMES.values() for text in names.values())]:
            code = next((code for code, sentence in SENTENCES.items() if sentence == text), "")
            said = fault_text(code, dict.fromkeys(re.findall(r"\{(\w+)\}", text), "x")) if code else ""
            assert said != text
    finally:
        use_language("en", catalogues / "en")


def test_kinds_of_values_are_said_in_words(catalogues):
    use_language("zh", catalogues / "zh")
    try:
        assert fault_text("E_FIELD_TYPE", {"field": "minutes", "wanted": "integer"}) == "字段“minutes”应写成整数。"
    finally:
        use_language("en", catalogues / "en")


def test_an_unknown_code_is_said_as_it_is():
    assert fault_text("E_NEW", {"a": 1}) == "E_NEW"
