"""The three published parts: same bytes, keys apart, strict JSON."""

import hashlib
import json
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.content.parts import make_parts
from exams.trust.errors import NotStrict
from exams.trust.strict_json import read_json, write_json
from tests.exams.content.sources import a_course

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=5), inside, max_size=4),
    max_leaves=20,
)


@pytest.fixture
def parts(tmp_path):
    return make_parts(a_course(tmp_path).read())


def test_the_same_sources_give_the_same_bytes(parts, tmp_path):
    again = make_parts(a_course(tmp_path / "elsewhere").read())
    assert again == parts


def test_the_key_of_an_exam_item_is_only_in_its_own_part(parts):
    assert b"explanations" not in parts.items
    assert b"correct" not in parts.items
    assert b"stem" not in parts.keys
    assert {one["item"] for one in read_json(parts.course)["keys"]} == {
        one["id"] for one in read_json(parts.course)["items"]
    }


def test_no_word_of_an_exam_item_is_in_the_course_part(parts):
    course = parts.course.decode()
    for one in read_json(parts.items)["items"]:
        assert one["use"] == "exam"
        assert f'"{one["id"]}"' not in course
        assert all(words["stem"] not in course for words in one["wordings"].values())
    assert {one["use"] for one in read_json(parts.course)["items"]} == {"practice"}


def test_every_part_is_sorted_json_without_fractions(parts):
    for raw in parts.files().values():
        value = read_json(raw)
        assert write_json(value) == raw
        assert json.loads(raw) == value


def test_items_stand_in_the_order_a_person_counts(parts):
    names = [one["id"] for one in read_json(parts.course)["items"]]
    practice = [name for name in names if name.startswith("1.1-p")]
    assert practice == ["1.1-p1", "1.1-p2", "1.1-p10"]


def test_items_and_keys_belong_together(parts):
    items = [(one["id"], one["version"]) for one in read_json(parts.items)["items"]]
    keys = [(one["item"], one["version"]) for one in read_json(parts.keys)["keys"]]
    assert items == keys


@pytest.mark.tool("sha256sum")
def test_the_hash_over_the_parts_can_be_made_with_plain_tools(parts, tmp_path):
    for name, raw in parts.files().items():
        (tmp_path / name).write_bytes(raw)
    lines = subprocess.run(
        ["sha256sum", "course.json", "items.json", "keys.json"], cwd=tmp_path, capture_output=True, check=True
    ).stdout
    assert hashlib.sha256(lines).hexdigest() == parts.sha256()


@given(JSON)
def test_what_is_written_is_read_back(value):
    raw = write_json(value)
    assert read_json(raw) == value
    assert write_json(read_json(raw)) == raw


@pytest.mark.parametrize(
    "raw", [b"1.5", b"NaN", b"1e3", b'{"a":1,"a":2}', b"[" * 40 + b"]" * 40, b"[" * 100000, b"\xff", b"", b"{"]
)
def test_what_we_would_not_write_is_not_read(raw):
    with pytest.raises(NotStrict):
        read_json(raw)


@pytest.mark.parametrize("value", [1.5, {"a": [2.0]}, {1: "a"}])
def test_what_may_not_be_read_is_not_written(value):
    with pytest.raises(NotStrict):
        write_json(value)
