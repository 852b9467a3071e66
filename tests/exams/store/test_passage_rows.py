"""A search leads to the paragraph: by words of either language, or by how a Chinese word sounds."""

import pytest

from exams.content.find import FindKind
from exams.store.content_build import build_content
from exams.store.content_rows import ContentStore
from tests.exams.content.sources import a_course

PARAGRAPH = 1
"""The block of section 1.1 that the test writes into."""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    tree = a_course(tmp_path_factory.mktemp("assets"))
    tree.replace("course/zh/1/1.1.md", "这叫首问负责。", "这叫首问负责。客户忘了挂失口令，就先核实身份。")
    out = tmp_path_factory.mktemp("content") / "content.sqlite"
    build_content(tree.read(), out)
    store = ContentStore(out)
    yield store
    store.close()


@pytest.mark.feature("a7")
@pytest.mark.parametrize("letters", ["gskl", "GSKL", "skl", "hssf"])
def test_initials_find_the_words_that_sound_so(store, letters):
    (find, *_) = store.find_initials(letters)
    assert (find.kind, find.ref, find.lang, find.block) == (FindKind.SECTION, "1.1", "zh", PARAGRAPH)


def test_the_words_that_sound_so_are_marked_in_their_context(store):
    (find, *_) = store.find_initials("gskl")
    assert "忘了\x02挂失口令\x03，就先" in find.snippet


@pytest.mark.parametrize("query", ["", "g", "挂失", "xxxxxx", "'; DROP"])
def test_what_is_no_initial_of_anything_finds_nothing(store, query):
    assert store.find_initials(query) == ()


def test_a_word_leads_to_its_paragraph_not_to_the_top(store):
    finds = {find.lang: find for find in store.find("核实身份") if find.kind is FindKind.SECTION}
    assert (finds["zh"].ref, finds["zh"].block) == ("1.1", PARAGRAPH)


def test_words_in_two_paragraphs_of_a_section_are_found_at_one_of_them(store):
    (find,) = (find for find in store.find("挂失口令 王女士") if find.kind is FindKind.SECTION)
    assert (find.ref, find.lang) == ("1.1", "zh")
    assert find.block in {0, PARAGRAPH}


def test_words_of_different_sections_are_not_found_together(store):
    assert store.find("挂失口令 服务水平", "zh") == ()


def test_the_glossary_is_found_by_its_meaning(store):
    term = store.terms()[0]
    found = {find.ref for find in store.find(term.meanings["zh"][:4], "zh") if find.kind is FindKind.TERM}
    assert term.id in found


def test_of_each_kind_only_so_many_are_told(store):
    kinds = [find.kind for find in store.find_initials("kh", limit=1)]
    assert kinds.count(FindKind.SECTION) == 1
    assert len(kinds) == len(set(kinds))
