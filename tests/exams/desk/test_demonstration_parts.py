"""The demonstration's parts as a bundle carries them: what is examined is not legible on the disk."""

import pytest

from exams.content.parts import Parts
from exams.desk.demonstration_parts import COURSE, SEALED, read_demonstration, seal_demonstration
from exams.packs.errors import BlobSpoilt

PARTS = Parts(
    '{"part":"course","text":"公开"}'.encode(),
    '{"part":"items","stem":"冻结多久"}'.encode(),
    '{"part":"keys","correct":"甲"}'.encode(),
)


def test_what_was_sealed_is_read_again(tmp_path):
    seal_demonstration(PARTS, tmp_path / "demonstration")
    assert read_demonstration(tmp_path / "demonstration") == PARTS


def test_no_item_and_no_key_can_be_read_in_the_folder(tmp_path):
    seal_demonstration(PARTS, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {COURSE, SEALED}
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert "公开".encode() in written
    assert not any(text.encode() in written for text in ("冻结多久", "甲", "correct"))


def test_the_same_parts_give_the_same_bytes_and_others_give_others(tmp_path):
    for name, parts in {"one": PARTS, "two": PARTS, "three": Parts(PARTS.course, PARTS.items, b"{}")}.items():
        seal_demonstration(parts, tmp_path / name)
    one, two, three = ((tmp_path / name / SEALED).read_bytes() for name in ("one", "two", "three"))
    assert one == two
    assert one[:28] != three[:28]


@pytest.mark.parametrize("change", [lambda raw: raw[:-1], lambda raw: raw[:9], lambda raw: raw[:40] + b"\0" + raw[41:]])
def test_a_changed_or_cut_seal_is_refused(tmp_path, change):
    seal_demonstration(PARTS, tmp_path)
    raw = (tmp_path / SEALED).read_bytes()
    (tmp_path / SEALED).write_bytes(change(raw))
    with pytest.raises(BlobSpoilt):
        read_demonstration(tmp_path)


def test_open_parts_of_a_source_tree_are_read_too(tmp_path):
    for name, raw in PARTS.files().items():
        (tmp_path / name).write_bytes(raw)
    assert read_demonstration(tmp_path) == PARTS
