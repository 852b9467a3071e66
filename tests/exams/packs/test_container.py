"""The container: what we write is read back, and nothing else is read."""

import io
import random
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.errors import AcademyError
from exams.packs.container import CHUNK, PackReader, write_pack
from exams.packs.file_errors import BadContainer, BadPath, WrongFiles, WrongHash
from exams.packs.member_names import check_names
from exams.packs.zip_layout import MOST_BYTES, MOST_MEMBERS, read_layout
from exams.trust.errors import TooLarge
from tests.exams.packs.headquarters import packed

LOCAL, CENTRAL, END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
NAME = st.text("abcdefgh0123", min_size=1, max_size=6)
PLAIN = st.just(b"") | st.binary(max_size=300).map(b".".__add__)  # no archive by chance


def opened(raw):
    return PackReader(io.BytesIO(raw))


def read_all(raw):
    reader = opened(raw)
    return {name: reader.read(name, reader.size(name)) for name in reader.names()}


def zipped(*pairs, **info_fields):
    """A container as other programs may write it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in pairs:
            info = zipfile.ZipInfo(name)
            info.external_attr = 0o100644 << 16
            for field, value in info_fields.items():
                setattr(info, field, value)
            archive.writestr(info, raw, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def patched(raw, signature, offset, new):
    """The bytes with `new` at `offset` from the first header of a kind."""
    at = raw.index(signature) + offset
    return raw[:at] + new + raw[at + len(new) :]


@given(st.dictionaries(NAME.map("course/{}.json".format) | NAME.map("exam/{}.bin".format), PLAIN))
def test_what_is_written_is_read_back_and_the_same_members_give_the_same_bytes(members):
    raw = packed(*members.items())
    assert read_all(raw) == members
    assert packed(*reversed(members.items())) == raw


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
@pytest.mark.parametrize("name", ["a.json", "a.bin"])
def test_members_of_any_length_come_back_whole(size, name):
    raw = (random.Random(size).randbytes(3000) * (size // 3000 + 1))[:size]
    assert read_all(packed((name, raw)))[name] == raw


def test_other_programs_can_open_a_pack():
    with zipfile.ZipFile(io.BytesIO(packed(("a/b.json", b"{}"), ("c.bin", b"xyz")))) as archive:
        assert archive.testzip() is None
        assert archive.read("a/b.json") == b"{}"


def test_a_member_of_one_byte_over_and_over_is_stored_so_that_it_is_no_bomb():
    assert read_all(packed(("a.json", b"a" * 500_000))) == {"a.json": b"a" * 500_000}


@pytest.mark.parametrize(
    "name",
    [
        *(
            "/etc/passwd",
            "C:/x",
            "c:x",
            "a\\b",
            "../x",
            "a/../b",
            "a/./b",
            ".",
            "..",
            "a//b",
            "a/",
            "",
            "a.",
            "a ",
            " a",
        ),
        *("nul", "NUL.txt", "a/con", "com1.json", "LPT9", "aux.", "a\0b", "a\nb", "中文.json", "é", "a?b", "a*", "a|b"),
        *("a<b", 'a"b', "x" * 201, ".hidden", "-rf", "a\x7f", "ａ", "a\u202eb"),
    ],
)
def test_a_name_that_could_mean_another_place_is_refused(name):
    with pytest.raises(BadPath):
        check_names([name])
    with pytest.raises(BadPath):
        packed((name, b"x"))


@pytest.mark.parametrize(
    "names",
    [
        ("a.json", "A.json"),
        ("course/x", "Course/X"),
        ("a", "a/b"),
        ("a/b", "a"),
        ("A", "a/b"),
        ("roots/1.json", "roots/1.json"),
    ],
)
def test_two_names_for_one_file_on_some_system_are_refused(names):
    with pytest.raises(BadPath):
        check_names(names)


@given(st.text(max_size=12))
def test_an_accepted_name_stays_inside_the_folder_on_every_system(name):
    from pathlib import PurePosixPath, PureWindowsPath

    try:
        check_names([name])
    except BadPath:
        return
    for kind in (PurePosixPath, PureWindowsPath):
        path = kind(name)
        assert not path.is_absolute()
        assert not path.drive
        assert ".." not in path.parts
        assert path.as_posix() == name


@pytest.mark.parametrize("name", ["../evil", "a\\b", "NUL", "\u4e2d.txt", "C:x", "dir/"])
def test_a_bad_name_written_by_another_program_is_refused(name):
    with pytest.raises((BadPath, BadContainer)):
        opened(zipped((name, b"x")))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["a.json", "A.JSON"])
def test_two_members_of_one_name_are_refused(second):
    with pytest.raises(BadPath):
        opened(zipped(("a.json", b"1"), (second, b"2")))


@pytest.mark.parametrize(
    ("what", "raw"),
    [
        ("a symbolic link", zipped(("a", b"/etc/passwd"), external_attr=0o120777 << 16)),
        ("a folder", zipped(("a", b""), external_attr=0o040755 << 16 | 0x10)),
        ("a device", zipped(("a", b""), external_attr=0o020644 << 16)),
        ("a comment on a member", zipped(("a", b"x"), comment=b"hello")),
        ("extra fields", zipped(("a", b"x"), extra=struct.pack("<HH4s", 0x9999, 4, b"abcd"))),
        ("bytes before", b"MZ" + zipped(("a", b"x"))),
        ("bytes after", zipped(("a", b"x")) + b"\0"),
        ("a second end", zipped(("a", b"x")) + zipped()),
        ("an encrypted member", patched(patched(zipped(("a", b"x")), LOCAL, 6, b"\1"), CENTRAL, 8, b"\1")),
        ("sizes told late", patched(patched(zipped(("a", b"x")), LOCAL, 6, b"\10"), CENTRAL, 8, b"\10")),
        ("another method", patched(patched(zipped(("a", b"x")), LOCAL, 8, b"\14"), CENTRAL, 10, b"\14")),
        ("another name in the member", patched(zipped(("a", b"x")), LOCAL, 30, b"b")),
        ("another size in the member", patched(zipped(("a", b"x")), LOCAL, 22, b"\2")),
        ("another method in the member", patched(zipped(("a", b"x")), LOCAL, 8, b"\0")),
        ("another checksum in the member", patched(zipped(("a", b"x")), LOCAL, 14, b"\0\0\0\0")),
        ("another flag in the member", patched(zipped(("a", b"x")), LOCAL, 6, b"\1")),
        ("a start elsewhere", patched(zipped(("a", b"x")), CENTRAL, 42, b"\1")),
        ("two disks", patched(zipped(("a", b"x")), END, 4, b"\1")),
        ("a comment at the end", patched(zipped(("a", b"x")), END, 20, b"\1") + b"!"),
        ("fewer members than there are", patched(zipped(("a", b"x"), ("b", b"y")), END, 8, b"\1\0\1\0")),
        ("more members than there are", patched(zipped(("a", b"x")), END, 8, b"\2\0\2\0")),
        ("nothing", b""),
        ("a text", b"hello" * 100),
    ],
)
def test_a_container_that_is_not_exactly_ours_is_refused(what, raw):
    with pytest.raises(BadContainer):
        opened(raw)


def test_members_that_overlap_are_refused():
    """Two entries of the directory for one member: the trick of bombs without recursion."""
    raw = zipped(("a", b"x" * 50), ("b", b"y" * 50))
    second = raw.index(CENTRAL, raw.index(CENTRAL) + 1)
    overlapping = raw[: second + 42] + struct.pack("<L", 0) + raw[second + 46 :]
    with pytest.raises(BadContainer):
        opened(overlapping)


def test_bytes_between_members_are_refused():
    first, second = packed(("a", b"x")), packed(("b", b"y"))
    start, middle = first.index(CENTRAL), second.index(CENTRAL)
    gap = b"hidden"
    directory = first[start : first.index(END)] + patched(
        second[middle : second.index(END)], CENTRAL, 42, struct.pack("<L", start + len(gap))
    )
    body = first[:start] + gap + second[:middle]
    end = struct.pack("<4s4H2LH", END, 0, 0, 2, 2, len(directory), len(body), 0)
    with pytest.raises(BadContainer):
        opened(body + directory + end)


def bomb(declared, inside):
    """A deflated member that says it has `declared` bytes and has `inside`."""
    raw = zipped(("a.json", b"a" * inside))
    told = struct.pack("<L", declared)
    return patched(patched(raw, LOCAL, 22, told), CENTRAL, 24, told)


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(TooLarge):
        opened(zipped(("a.json", b"a" * 10_000_000)))


def test_a_member_that_unpacks_to_more_than_it_says_is_stopped_there():
    given_out = []
    with pytest.raises(TooLarge):
        given_out.extend(opened(bomb(15_000, 3_000_000)).chunks("a.json"))
    assert given_out == []


def test_a_member_that_unpacks_to_less_than_it_says_is_refused():
    with pytest.raises(WrongHash):
        opened(bomb(1001, 1000)).read("a.json", 2000)


def test_a_member_is_not_read_above_the_readers_own_bound():
    reader = opened(packed(("a.bin", b"x" * 100)))
    assert reader.read("a.bin", 100) == b"x" * 100
    with pytest.raises(TooLarge):
        reader.read("a.bin", 99)


def test_a_member_that_is_not_there_is_told():
    with pytest.raises(WrongFiles) as refused:
        opened(packed()).read("a", 1)
    assert refused.value.facts == {"path": "a"}


@pytest.mark.parametrize(
    "inside", [packed(("a", b"x")), packed(), zlib.compress(b"x", wbits=31), b"7z\xbc\xaf\x27\x1c", b"Rar!"]
)
def test_an_archive_in_the_archive_is_refused(inside):
    with pytest.raises(BadContainer):
        read_all(packed(("a.json", inside)))


def test_a_file_above_the_size_of_packs_is_refused_before_anything_is_read():
    with pytest.raises(TooLarge):
        read_layout(io.BytesIO(), MOST_BYTES + 1)


def test_too_many_members_are_refused():
    pairs = [(f"m{number}", b"") for number in range(MOST_MEMBERS + 1)]
    with pytest.raises(TooLarge):
        opened(packed(*pairs))
    assert len(opened(packed(*pairs[:-1])).names()) == MOST_MEMBERS


def test_a_pack_cut_short_at_any_byte_is_refused():
    raw = packed(("course/course.json", b'{"a":1}' * 50), ("exam/A/items.bin", b"x" * 60))
    for length in range(len(raw)):
        with pytest.raises(BadContainer):
            opened(raw[:length])


@given(st.data())
def test_a_spoilt_container_is_refused_or_read_within_its_bounds_and_never_anything_else(data):
    raw = bytearray(packed(("a.json", b'{"key":"value"}' * 5), ("b.bin", b"0123456789")))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        members = read_all(bytes(raw))
    except AcademyError:
        return
    assert sum(map(len, members.values())) <= 200 * len(raw)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_with_a_code(raw):
    with pytest.raises(AcademyError):
        opened(raw)


def test_a_name_that_the_reader_would_refuse_is_not_written():
    file = io.BytesIO()
    with pytest.raises(BadPath):
        write_pack(file, [("a", b"x"), ("A", b"y")])
    assert file.getvalue() == b""
