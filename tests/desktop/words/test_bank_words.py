"""Everything that can be said of a question has its sentences, in both languages."""

import pytest

from desktop.words import bank_error_table, use_language
from desktop.words.errors import has_words, sentence
from exams.interop.codes import Code
from tests.translations import compiled


@pytest.mark.parametrize("code", Code)
def test_a_finding_has_words_in_both_languages(code):
    assert has_words(code.value)
    use_language("en")
    english = sentence(code.value)
    use_language("zh", compiled() / "zh")
    chinese = sentence(code.value)
    use_language("en")
    assert english.what != chinese.what
    assert english.next != chinese.next


def test_no_warning_is_left_over():
    said = {code for code in bank_error_table.SENTENCES if code.startswith("W_")}
    assert said <= {code.value for code in Code}


def test_no_other_table_says_it_otherwise():
    for code, said in bank_error_table.SENTENCES.items():
        use_language("en")
        assert sentence(code).what[:12] == said[0].replace("{{", "{").format_map(_Dashes())[:12]


class _Dashes(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "–"
