"""A branch's database holds no exam; exam items and keys are found only while they lie open in memory."""

import sqlite3
from contextlib import closing
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.content.part_shape import SHAPE
from exams.content.parts import make_parts
from exams.items.item import Use
from exams.store.content_build import build_content, build_open_content
from exams.store.content_errors import ContentDamaged, ContentNewer, ContentNotWritten, ExamSealed, NotInContent
from exams.store.content_rows import ContentStore
from exams.store.exam_memory import ExamMemory
from exams.trust.strict_json import read_json, write_json
from tests.exams.content.sources import a_course


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    return a_course(tmp_path_factory.mktemp("assets")).read()


@pytest.fixture(scope="module")
def parts(sources):
    return make_parts(sources)


@pytest.fixture(scope="module")
def path(parts, tmp_path_factory):
    out = tmp_path_factory.mktemp("content") / "content.sqlite"
    build_open_content(parts.course, out)
    return out


@pytest.fixture
def store(path):
    with closing(ContentStore(path)) as store:
        yield store


@pytest.fixture
def full(sources, tmp_path):
    build_content(sources, tmp_path / "full.sqlite")
    with closing(ContentStore(tmp_path / "full.sqlite")) as store:
        yield store


def test_no_word_of_the_exam_is_in_the_file(path, sources):
    raw = path.read_bytes()
    exam = [one for one in sources.items if one.item.use is Use.EXAM]
    assert exam
    for one in exam:
        assert not any(wording.stem.encode() in raw for wording in one.item.wordings.values())
    with closing(sqlite3.connect(path)) as connection:
        assert {use for (use,) in connection.execute("SELECT DISTINCT use FROM items")} == {"practice"}
        rows = connection.execute("SELECT use, stem, explanation, key FROM item_text").fetchall()
    assert {row[0] for row in rows} == {"practice"}
    assert all(stem and explanation and key for _, stem, explanation, key in rows)


def test_the_same_part_gives_the_same_file_and_sittings_name_the_pack_or_else_the_part(path, parts, store, tmp_path):
    build_open_content(parts.course, tmp_path / "again.sqlite")
    assert (tmp_path / "again.sqlite").read_bytes() == path.read_bytes()
    assert store.parts_sha256() == sha256(parts.course).hexdigest()
    with closing(ContentStore(path, "ab" * 32)) as brought:
        assert brought.parts_sha256() == "ab" * 32


def test_everything_but_the_exam_reads_as_in_the_authors_database(store, full):
    assert store.course() == full.course()
    assert store.section("1.1") == full.section("1.1")
    assert store.items(Use.PRACTICE) == full.items(Use.PRACTICE) == store.items()
    assert store.key("1.1-p1", 1) == full.key("1.1-p1", 1)
    assert store.blueprint("final") == full.blueprint("final")
    assert store.find("ownership") == full.find("ownership")


def test_an_exam_item_or_key_that_is_sealed_is_said_to_be(store):
    for ask in (lambda: store.item("1.1-s1"), lambda: store.items(Use.EXAM), lambda: store.key("1.1-s1", 1)):
        with pytest.raises(ExamSealed):
            ask()
    assert (store.holds_exam, store.exam_is_open) == (False, False)


def test_unsealed_items_are_found_until_they_are_sealed_again_and_keys_stay_closed(store, full, parts):
    store.unseal(parts.items)
    assert store.items(Use.EXAM) == full.items(Use.EXAM)
    assert store.items() == full.items()
    assert store.items(chapter=1) == full.items(chapter=1)
    assert store.item("1.1-s1") == store.item("1.1-s1", 1) == full.item("1.1-s1")
    with pytest.raises(ExamSealed):
        store.key("1.1-s1", 1)
    for ask in (lambda: store.item("1.1-s1", 2), lambda: store.item("9.9-s1")):
        with pytest.raises(NotInContent):
            ask()
    store.seal_again()
    with pytest.raises(ExamSealed):
        store.item("1.1-s1")


def test_keys_are_found_inside_the_block_alone_also_when_it_fails(store, full, parts):
    def fail_inside():
        with store.with_keys(parts.keys):
            with store.with_keys(parts.keys):
                pass
            assert store.key("1.1-s1", 1) == full.key("1.1-s1", 1)
            with pytest.raises(NotInContent):
                store.key("1.1-s1", 2)
            raise KeyboardInterrupt

    store.unseal(parts.items)
    with pytest.raises(KeyboardInterrupt):
        fail_inside()
    with pytest.raises(ExamSealed):
        store.key("1.1-s1", 1)


def test_a_store_that_is_closed_has_forgotten_the_exam(path, parts):
    store = ContentStore(path)
    store.unseal(parts.items)
    store.close()
    with closing(store), pytest.raises(ExamSealed):
        store.item("1.1-s1")


def test_the_authors_database_is_never_sealed(full):
    assert (full.holds_exam, full.exam_is_open) == (True, True)
    assert full.key("1.1-s1", 1).correct == "B"


def changed(raw, **fields):
    return write_json({**read_json(raw), **fields})


def test_a_part_of_a_later_shape_is_told_apart_from_a_spoilt_one(parts, store, tmp_path):
    for act in (
        lambda: build_open_content(changed(parts.course, shape=SHAPE + 1), tmp_path / "new.sqlite"),
        lambda: store.unseal(changed(parts.items, shape=SHAPE + 1)),
    ):
        with pytest.raises(ContentNewer) as refused:
            act()
        assert refused.value.facts["found"] == SHAPE + 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: raw[: len(raw) // 2],
        lambda raw: b"[]",
        lambda raw: changed(raw, part="items"),
        lambda raw: changed(raw, shape=SHAPE - 1),
        lambda raw: changed(raw, items=[{"id": "1.1-p1"}]),
        lambda raw: changed(raw, items=7),
        lambda raw: changed(raw, items=read_json(raw)["items"] * 2),
        lambda raw: changed(raw, chapters={}),
        lambda raw: changed(raw, code=None),
    ],
)
def test_a_course_part_that_cannot_be_read_builds_nothing_and_hurts_nothing(parts, tmp_path, spoil):
    out = tmp_path / "content.sqlite"
    out.write_bytes(b"what stood here before")
    with pytest.raises(ContentDamaged):
        build_open_content(spoil(parts.course), out)
    assert [path.name for path in tmp_path.iterdir()] == ["content.sqlite"]
    assert out.read_bytes() == b"what stood here before"


def test_a_place_that_cannot_be_written_is_said(parts, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ContentNotWritten):
        build_open_content(parts.course, tmp_path / "file" / "content.sqlite")


VALUES = st.none() | st.integers(0, 9) | st.text(max_size=3) | st.lists(st.integers(0, 9), max_size=2)


@given(part=st.sampled_from(["items", "keys"]), data=st.data())
def test_a_sealed_part_with_any_field_spoilt_is_read_or_refused_with_a_code(parts, part, data):
    whole = read_json(parts.items if part == "items" else parts.keys)
    record = data.draw(st.sampled_from(whole[part]))
    field = data.draw(st.sampled_from(sorted(record)))
    record[field] = data.draw(VALUES)
    memory = ExamMemory()
    try:
        if part == "items":
            memory.open_items(write_json(whole))
        else:
            with memory.keys_open(write_json(whole)):
                pass
    except ContentDamaged:
        assert not memory.holds_items
