"""Chinese and English words are found, and shown where they stand."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.content.bigrams import FIND_BEGINS, FIND_ENDS, indexed, match_query, single_characters, snippet

TEXT = "谁先接，谁负责：这叫首问负责。A类账户 NPS 为 94.18%。First contact, résumé."


def found(text, query):
    """Whether a real FTS5 index finds the query in the text."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(text, singles, tokenize='unicode61')")
    connection.execute("INSERT INTO t VALUES (?, ?)", (indexed(text), single_characters(text)))
    wanted = match_query(query)
    return bool(wanted) and connection.execute("SELECT count(*) FROM t WHERE t MATCH ?", (wanted,)).fetchone()[0] == 1


@pytest.mark.parametrize(
    "query",
    [
        "首问",
        "首问负责",
        "负责",
        "问",
        "谁",
        "谁先 首问",
        "nps",
        "ＮＰＳ",
        "94.18",
        "first contact",
        "contact first",
        '"first contact"',
        "First-contact",
        "cont",
        "A类账",
        "账户",
    ],
)
def test_words_that_stand_there_are_found(query):
    assert found(TEXT, query)


@pytest.mark.parametrize(
    "query",
    [
        "接谁",
        '"contact first"',
        "contact-first",
        "94.1",
        "问责",
        "首负",
        "tact",
        "首问 投诉",
        "95",
        "",
        "，。",
        '"',
        "*",
        "NEAR(",
    ],
)
def test_words_that_do_not_stand_there_are_not_found(query):
    assert not found(TEXT, query)


@given(st.text(max_size=60))
def test_no_query_is_an_error(query):
    found(TEXT, query)


@given(st.text(alphabet="首问负责谁接的一", min_size=1, max_size=30), st.data())
def test_every_piece_of_a_chinese_text_is_found(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert found(text, text[start:end])


def test_a_very_long_query_is_cut_short():
    assert len(match_query("a b c " * 5000)) < 1000


def test_the_find_stands_marked_in_the_snippet():
    marked = snippet("甲" * 200 + "首问负责" + "乙" * 200, "首问")
    assert f"{FIND_BEGINS}首问{FIND_ENDS}负责" in marked
    assert marked.startswith("… ")
    assert marked.endswith(" …")
    assert len(marked) < 200


def test_latin_words_are_marked_whole_and_not_cut():
    marked = snippet("Satisfaction " * 40 + "complaints are answered " + "afterwards " * 40, "complain")
    assert f"{FIND_BEGINS}complaints{FIND_ENDS} are answered" in marked
    assert marked.startswith("… Satisfaction ")


def test_the_place_with_most_finds_is_shown():
    marked = snippet("contact " + "x " * 200 + "first contact resolution", "first contact")
    assert f"{FIND_BEGINS}first{FIND_ENDS} {FIND_BEGINS}contact{FIND_ENDS}" in marked


def test_a_text_without_the_find_shows_its_beginning():
    assert snippet("甲乙丙", "丁") == "甲乙丙"


@given(st.text(max_size=80), st.text(max_size=10))
def test_a_snippet_without_its_marks_is_part_of_the_text(text, query):
    text = text.replace(FIND_BEGINS, "").replace(FIND_ENDS, "").replace("\n", " ")
    shown = snippet(text, query).replace(FIND_BEGINS, "").replace(FIND_ENDS, "")
    assert shown.removeprefix("… ").removesuffix(" …") in text
