"""Interop 3.6 and security 7.1: packages of QTI items, whole and hostile."""

import stat
import zipfile
from io import BytesIO

import pytest

from exams.interop.archive import Archive
from exams.interop.codes import Code
from exams.interop.door import open_bank, read_bank
from exams.interop.errors import BankFormat
from exams.interop.packages import read_package
from exams.interop.question import Question
from exams.packs.file_errors import BadContainer, BadPath
from exams.trust.errors import TooLarge
from tests.exams.interop.qti2.new_items import as_3, choices, declared, item
from tests.exams.interop.qti12.old_items import cond, eq, lid, whole
from tests.exams.interop.qti12.old_items import item as old_item

ITEM = item(declared("B"), choices("a", "b"))
OLD = whole(old_item(lid("A", "B"), cond(eq("A"))))


def packed(*members, method=zipfile.ZIP_DEFLATED):
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, text in members:
            archive.writestr(name, text)
    return file.getvalue()


def manifest(*resources, base=""):
    inside = "".join(f'<resource identifier="r" type="{kind}" {where}/>' for kind, where in resources)
    return (
        f'<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xml:base="{base}">'
        f"<resources>{inside}</resources></manifest>"
    )


def named(title):
    return ITEM.replace('title="T"', f'title="{title}"')


def told(raw):
    return [one.name if isinstance(one, Question) else (one.code, one.facts["file"]) for one in read_package(raw)]


def test_items_come_in_the_order_of_the_manifest_wherever_they_lie():
    listed = manifest(("imsqti_item_xmlv2p1", 'href="deep/z.xml"'), ("imsqti_item_xmlv2p1", 'href="a.xml"'))
    raw = packed(("imsmanifest.xml", listed), ("a.xml", named("second")), ("deep/z.xml", named("first")))
    assert told(raw) == ["first", "second"]


def test_what_the_manifest_forgot_is_read_too_and_what_is_no_question_left_out():
    listed = manifest(("imsqti_item_xmlv2p1", 'href="a.xml"'))
    test = '<assessmentTest identifier="t"><assessmentItemRef href="b.xml"/></assessmentTest>'
    raw = packed(
        ("imsmanifest.xml", listed), ("a.xml", named("one")), ("b.xml", named("two")), ("t.xml", test),
        ("meta.xml", "<quiz><title>x</title></quiz>"), ("notes.xml", "no XML at all"), ("pic.png", b"\x89PNG"),
    )  # fmt: skip
    assert told(raw) == ["one", "two"]


def test_a_missing_file_and_a_broken_one_are_told_and_the_others_read():
    listed = manifest(*(("imsqti_item_xmlv2p1", f'href="{name}"') for name in ("gone.xml", "bad.xml", "a.xml")))
    raw = packed(("imsmanifest.xml", listed), ("bad.xml", "<assessmentItem>"), ("a.xml", named("one")))
    assert told(raw) == [(Code.MISSING_FILE, "gone.xml"), (Code.QTI_FILE, "bad.xml"), "one"]


def test_a_rejected_item_names_its_file():
    own = item(declared("A"), '<customInteraction responseIdentifier="RESPONSE"/>')
    assert told(packed(("x/a.xml", own))) == [(Code.UNSUPPORTED, "x/a.xml")]


def test_addresses_are_relative_to_the_manifest_and_its_base_and_may_be_quoted():
    listed = manifest(("imsqti_item_xmlv2p1", 'href="my%20item.xml"'), base="items/")
    raw = packed(("course/imsmanifest.xml", listed), ("course/items/my item.xml", named("one")))
    assert told(raw) == ["one"]


def test_a_package_without_a_manifest_is_read_in_the_order_of_its_names():
    assert told(packed(("b.xml", named("B")), ("a.xml", named("A")))) == ["A", "B"]


def test_old_and_new_items_and_those_of_3_0_in_one_package():
    raw = packed(("1.xml", OLD), ("2.xml", named("new")), ("3.xml", as_3(named("newest"))))
    assert told(raw) == ["T", "new", "newest"]


def test_blackboard_names_its_files_in_an_attribute_of_its_own():
    listed = (
        '<manifest xmlns:bb="http://www.blackboard.com/content-packaging/"><resources>'
        '<resource bb:file="res00001.dat" type="assessment/x-bb-qti-pool"/></resources></manifest>'
    )
    assert told(packed(("imsmanifest.xml", listed), ("res00001.dat", OLD))) == ["T"]


def test_a_quiz_that_canvas_wrote_twice_is_read_once_and_in_full():
    raw = packed(("g1/assessment_qti.xml", OLD), ("non_cc_assessments/g1.xml.qti", OLD))
    assert told(raw) == ["T"]


def test_a_package_with_a_test_only_holds_no_question():
    assert told(packed(("t.xml", '<assessmentTest identifier="t"/>'))) == []


def test_a_zip_without_questions_is_no_format_of_ours():
    with pytest.raises(BankFormat):
        told(packed(("readme.txt", "hello")))


@pytest.mark.parametrize(
    ("raw", "kind"), [(packed(("a.xml", ITEM)), "qti-package"), (OLD.encode(), "qti12"), (ITEM.encode(), "qti2"),
                      (as_3(ITEM).encode(), "qti2"), (ITEM.encode("utf-16"), "qti2")]
)  # fmt: skip
def test_the_format_is_found_out(raw, kind):
    found = read_bank(raw)
    assert (found.format, len(found.questions)) == (kind, 1)


@pytest.mark.parametrize("name", ["qti21", "QTI_3", "qti"])
def test_a_version_may_be_named(name):
    assert open_bank(ITEM.encode(), "", name)[0] == "qti2"


# hostile archives


NAMES = [
    "../a.xml", "/a.xml", "C:/a.xml", "a/../../b.xml", "a.xml:stream", "a\\b.xml", "con.xml", "x/NUL", "dir./a.xml",
    "a.xml ", "a//b.xml", "a\tb.xml", "a\u202eb.xml", "x" * 500,
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_means_another_place_is_refused(name):
    with pytest.raises(BadPath):
        told(packed((name, ITEM)))


def test_two_names_that_differ_by_case_only_are_refused():
    with pytest.raises(BadPath):
        told(packed(("a.xml", ITEM), ("A.XML", ITEM)))


def test_a_link_is_refused():
    link = zipfile.ZipInfo("a.xml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(BadContainer):
        told(packed((link, "/etc/passwd")))


def test_a_locked_member_is_refused():
    raw = bytearray(packed(("a.xml", ITEM)))
    raw[raw.rindex(b"PK\1\2") + 8] |= 1
    with pytest.raises(BadContainer):
        told(bytes(raw))


@pytest.mark.parametrize("name", ["inner.zip", "x/inner.7z", "inner.tar.gz"])
def test_an_archive_inside_is_refused(name):
    with pytest.raises(BadContainer):
        told(packed((name, packed(("a.xml", ITEM)))))


def test_a_bomb_is_refused_before_anything_is_unpacked():
    with pytest.raises(TooLarge):
        told(packed(("a.xml", b" " * 30_000_000)))


def test_too_many_members_are_refused():
    with pytest.raises(TooLarge):
        told(packed(*((f"{n}.txt", "") for n in range(5_001))))


def test_a_member_larger_than_is_read_is_refused_when_it_is_asked_for():
    archive = Archive(packed(("a.xml", b"x" * (20 * 1024 * 1024 + 1)), method=zipfile.ZIP_STORED))
    with pytest.raises(TooLarge):
        archive.read("a.xml")


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_a_package_cut_short_is_refused(cut):
    with pytest.raises(BadContainer):
        told(packed(("a.xml", ITEM))[:-cut])


def test_spoilt_bytes_are_refused_or_the_file_is_told():
    raw = bytearray(packed(("a.xml", ITEM)))
    raw[60] ^= 0xFF
    with pytest.raises(BankFormat):
        told(bytes(raw))


def test_entities_in_a_package_cost_only_their_file():
    bomb = '<!DOCTYPE x [<!ENTITY a "b">]><assessmentItem title="&a;"/>'
    listed = manifest(("imsqti_item_xmlv2p1", 'href="bomb.xml"'))
    raw = packed(("imsmanifest.xml", listed), ("bomb.xml", bomb), ("a.xml", named("one")))
    assert told(raw) == [(Code.QTI_FILE, "bomb.xml"), "one"]
