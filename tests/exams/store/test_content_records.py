"""Two content databases are compared by what a person wrote, not by where it stands."""

import pytest

from exams.content.parts import make_parts
from exams.store.content_build import build_open_content
from exams.store.content_errors import ContentDamaged
from exams.store.content_records import course_records
from exams.store.content_schema import TABLES
from exams.trust.strict_json import read_json, write_json
from tests.exams.content.sources import a_course


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return make_parts(a_course(tmp_path_factory.mktemp("assets")).read()).course


def records(folder, course, **changes):
    out = folder / "content.sqlite"
    build_open_content(write_json({**read_json(course), **changes}), out)
    return course_records(out)


def test_every_table_is_there_with_the_words_at_what_they_are_of(tmp_path, course):
    found, part = records(tmp_path, course), read_json(course)
    words = {"section_words", "item_words", "key_words"}
    assert set(found) == {name for name in TABLES if not name.startswith("passage")} - words - {"parts"}
    for name in ("sections", "items", "keys", "blueprints", "terms", "facts", "topics", "chapters"):
        assert len(found[name]) == len(part[name]), name
    (item,) = (one for one in found["items"] if one["id"] == "1.1-p1")
    assert item["wordings"]["en"]["stem"] == part["items"][0]["wordings"]["en"]["stem"]
    (section,) = (one for one in found["sections"] if one["id"] == "1.1")
    assert section["texts"]["en"]["title"] == "First-contact ownership"
    assert {one["item"]: set(one["explanations"]) for one in found["keys"]}["1.1-p1"] == {"en", "zh"}


def test_another_edition_and_another_order_change_only_what_they_change(tmp_path, course):
    part = read_json(course)
    assert records(tmp_path, course) == records(tmp_path, course, version="2027.1")
    turned = records(tmp_path, course, sections=part["sections"][::-1], items=part["items"][::-1])
    before = records(tmp_path, course)
    for name in ("sections", "items"):
        assert sorted(turned[name], key=str) == sorted(before[name], key=str)


@pytest.mark.parametrize("field", ["stem", "options"])
def test_one_word_of_an_item_shows_in_that_item_alone(tmp_path, course, field):
    part = read_json(course)
    words = part["items"][0]["wordings"]["zh"]
    words[field] = "另一个问题" if field == "stem" else [[letter, "另一个选项"] for letter, _ in words["options"]]
    before, after = records(tmp_path, course), records(tmp_path, course, items=part["items"])
    changed = [one["id"] for one, other in zip(before["items"], after["items"], strict=True) if one != other]
    assert changed == [part["items"][0]["id"]]
    assert {name for name in before if before[name] != after[name]} == {"items"}


def test_a_file_that_is_no_content_is_refused(tmp_path):
    (tmp_path / "x").write_bytes(b"SQLite format 3\0" + bytes(4096))
    with pytest.raises(ContentDamaged):
        course_records(tmp_path / "x")
