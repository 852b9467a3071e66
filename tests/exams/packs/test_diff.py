"""What changed between two packs, as a person at headquarters wants to read it."""

import pytest

from exams.packs.container import PackReader
from exams.packs.diff import Change, Contents, ItemChange, NamedChange, SectionChange, pack_diff
from exams.packs.manifest import PackedExam
from exams.packs.verify import verify_pack
from exams.trust.errors import NotStrict
from exams.trust.strict_json import read_json
from tests.exams.packs.headquarters import APP, NOW, Headquarters, a_course, a_form, item, section


@pytest.fixture
def compare(tmp_path):
    """The difference between two packs; `opened` says whether headquarters has the content keys."""
    hq = Headquarters()

    def between(old, new, *, opened=False):
        contents = []
        for version, side in enumerate((old, new), start=1):
            changes = {"forms": {"A": a_form()}, "content": a_course(), **side}
            path = tmp_path / f"{version}.pack"
            hq.publish(path, version, **changes)
            with path.open("rb") as file:
                reader = PackReader(file)
                manifest = verify_pack(reader, hq.state(), NOW, APP).manifest
                course = read_json(changes["content"])
            contents.append(Contents(manifest, course, changes["forms"] if opened else {}))
        return pack_diff(*contents)

    return between


def test_two_packs_of_the_same_sources_differ_in_nothing_once_opened(compare):
    diff = compare({}, {"content": a_course(version="2")}, opened=True)
    assert (diff.old, diff.new) == ("TELE-1", "TELE-2")
    assert (diff.sections, diff.items, diff.blueprints, diff.others) == ((), (), (), ())
    assert diff.forms == (NamedChange("A", Change.SAME),)


def test_sections_are_named_with_their_titles_in_both_languages(compare):
    sections = [section("1.1", "Greeting", "new text"), section("1.3", "Closing")]
    assert compare({}, {"content": a_course(sections=sections)}).sections == (
        SectionChange("1.1", Change.CHANGED, {"en": "Greeting", "zh": "Greeting（中）"}),
        SectionChange("1.2", Change.REMOVED, {"en": "Products", "zh": "Products（中）"}),
        SectionChange("1.3", Change.ADDED, {"en": "Closing", "zh": "Closing（中）"}),
    )


def test_practice_items_are_named_with_their_versions(compare):
    items = [item("1.1-p2", 2, "Reworded?"), item("1.1-p3")]
    keys = [{"item": "1.1-p2", "correct": "B"}]
    assert compare({}, {"content": a_course(items=items, keys=keys)}).items == (
        ItemChange("1.1-p1", Change.REMOVED, "", 1, 0),
        ItemChange("1.1-p2", Change.CHANGED, "", 1, 2),
        ItemChange("1.1-p3", Change.ADDED, "", 0, 1),
    )


def test_an_item_whose_answer_changed_under_the_same_version_shows(compare):
    keys = [{"item": "1.1-p1", "correct": "C"}, {"item": "1.1-p2", "correct": "B"}]
    assert compare({}, {"content": a_course(keys=keys)}).items == (ItemChange("1.1-p1", Change.CHANGED, "", 1, 1),)


def test_blueprints_and_the_rest_of_the_course_are_named(compare):
    blueprints = [{"name": "final", "minutes": 90}, {"name": "renewal", "minutes": 40}]
    diff = compare(
        {"media": {"a.png": b"1"}}, {"content": a_course(blueprints=blueprints, terms=["t"]), "media": {"a.png": b"2"}}
    )
    assert diff.blueprints == (
        NamedChange("final", Change.CHANGED),
        NamedChange("quiz-1", Change.REMOVED),
        NamedChange("renewal", Change.ADDED),
    )
    assert diff.others == (NamedChange("course/a.png", Change.CHANGED), NamedChange("terms", Change.CHANGED))


def test_without_the_keys_a_form_sealed_anew_cannot_be_told(compare):
    diff = compare({}, {"forms": {"A": a_form(item("1.1-e9"))}})
    assert diff.forms == (NamedChange("A", Change.UNKNOWN),)
    assert diff.items == ()


def test_with_the_keys_the_items_of_a_form_are_named(compare):
    new = a_form(item("1.1-e1", 2), item("1.1-e3"))
    diff = compare({}, {"forms": {"A": new}}, opened=True)
    assert diff.forms == (NamedChange("A", Change.CHANGED),)
    assert diff.items == (
        ItemChange("1.1-e1", Change.CHANGED, "A", 1, 2),
        ItemChange("1.1-e2", Change.REMOVED, "A", 1, 0),
        ItemChange("1.1-e3", Change.ADDED, "A", 0, 1),
    )


def test_with_the_keys_a_changed_answer_shows(compare):
    diff = compare({}, {"forms": {"A": a_form(right="B")}}, opened=True)
    assert [change.id for change in diff.items] == ["1.1-e1", "1.1-e2"]


def test_forms_that_come_and_go_are_named(compare):
    exams = (PackedExam("final", "B", "final"),)
    diff = compare({}, {"forms": {"B": a_form()}, "exams": exams}, opened=True)
    assert diff.forms == (NamedChange("A", Change.REMOVED), NamedChange("B", Change.ADDED))
    assert {(change.form, change.change) for change in diff.items} == {("A", Change.REMOVED), ("B", Change.ADDED)}


@pytest.mark.parametrize("changes", [{"sections": {}}, {"items": [{"id": 5}]}, {"sections": [{"id": "1.1"}]}])
def test_a_course_of_another_shape_is_refused_with_a_code(compare, changes):
    with pytest.raises(NotStrict):
        compare({}, {"content": a_course(**changes)})


def test_the_same_sealed_bytes_are_the_same_without_any_key(tmp_path):
    hq = Headquarters()
    hq.publish(tmp_path / "1.pack")
    with (tmp_path / "1.pack").open("rb") as file:
        reader = PackReader(file)
        contents = Contents(verify_pack(reader, hq.state(), NOW, APP).manifest, read_json(a_course()))
    assert pack_diff(contents, contents).forms == (NamedChange("A", Change.SAME),)
