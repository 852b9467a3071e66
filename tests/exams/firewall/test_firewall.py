"""A file from outside costs so much and no more, and whatever its reader does, one of our failures comes of it."""

import importlib
import inspect
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exams.firewall.confine import MEGABYTE, Limits
from exams.firewall.errors import FileMemory, FileTimeout, FileUnreadable
from exams.firewall.gate import in_child
from exams.firewall.readers import READERS
from exams.trust.errors import NotStrict, TooLarge
from exams.trust.strict_json import read_json
from tests.exams.firewall import hostile

ROOM = hostile.__name__
LIMITS = Limits(size=MEGABYTE, answer=2 * MEGABYTE, seconds=30, memory=300 * MEGABYTE)


def read(name, source=b"PACK and more", limits=LIMITS):
    reader = f"{ROOM}:{name}"
    return in_child(reader, source, limits, readers={reader})


def test_what_a_reader_gives_comes_back():
    assert read("length") == {"bytes": 13, "first": "PACK"}


def test_a_text_comes_back_as_it_is():
    said = '\0{"failed":"memory"}\n\u2028"\\储蓄'
    assert read("says", said.encode()) == said


def test_a_file_is_read_by_the_child(tmp_path):
    file = tmp_path / "pack"
    file.write_bytes(b"PACK")
    assert read("length", file) == {"bytes": 4, "first": "PACK"}


@pytest.mark.parametrize("reader", ["os:system", f"{ROOM}:length", "exams.trust.strict_json:write_json"])
def test_only_readers_on_the_list_are_run(reader):
    with pytest.raises(ValueError, match=reader):
        in_child(reader, b"{}")


@pytest.mark.parametrize("reader", sorted(READERS))
def test_every_reader_on_the_list_takes_bytes_alone(reader):
    module, _, name = reader.partition(":")
    parameters = inspect.signature(getattr(importlib.import_module(module), name)).parameters
    assert module.startswith("exams.")
    assert [one.name for one in parameters.values() if one.default is one.empty] == ["raw"]


def test_a_reader_that_never_ends_is_stopped():
    with pytest.raises(FileTimeout) as refused:
        read("loops", limits=Limits(seconds=1))
    assert refused.value.facts == {"seconds": 1}


def test_a_reader_that_eats_memory_is_stopped():
    with pytest.raises(FileMemory) as refused:
        read("eats_memory")
    assert refused.value.facts == {"most_mb": 300}


@pytest.mark.parametrize("name", ["dies", "crashes"])
def test_a_reader_that_dies_takes_nothing_with_it(name):
    with pytest.raises(FileUnreadable) as refused:
        read(name)
    assert refused.value.facts == {"reason": "died"}


def test_what_a_reader_prints_is_heard_by_nobody(capfd):
    assert read("prints_rubbish") == {"bytes": 13, "first": "PACK"}
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "name",
    [
        "writes_rubbish_to_every_handle",
        "promises_gigabytes",
        "answers_in_another_shape",
        "answers_with_floats",
        "names_a_class_of_its_choice",
        "gives_a_huge_answer",
        "answers_with_a_spoilt_text",
    ],
)
def test_an_answer_that_is_none_of_ours_is_rubbish(name):
    with pytest.raises(FileUnreadable) as refused:
        read(name)
    assert refused.value.facts == {"reason": "rubbish"}


@pytest.mark.parametrize("name", ["gives_no_json", "gives_half_a_character", "stumbles", "runs_too_deep"])
def test_a_reader_that_stumbles_has_not_read_it(name):
    with pytest.raises(FileUnreadable) as refused:
        read(name)
    assert refused.value.facts == {"reason": "broken"}


def test_a_refusal_of_the_reader_is_raised_again_with_its_facts():
    with pytest.raises(hostile.NotOurs) as refused:
        read("refuses")
    assert (refused.value.code, refused.value.facts) == ("E_NOT_OURS", {"found": 13, "where": "part.json"})


def test_facts_under_any_name_are_but_facts():
    with pytest.raises(hostile.NotOurs) as refused:
        read("refuses_with_facts_of_its_choice")
    assert refused.value.facts == {"self": "x", "found": 7}


def test_a_reader_can_write_no_file(tmp_path):
    target = tmp_path / "planted"
    with pytest.raises(FileUnreadable):
        read("writes_a_file", str(target).encode())
    assert not target.exists() or target.read_bytes() == b""


@pytest.mark.parametrize("as_file", [True, False])
def test_a_file_too_large_is_not_even_opened(tmp_path, as_file):
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(MEGABYTE + 1)
    if as_file:
        large.chmod(0)
    with pytest.raises(TooLarge) as refused:
        read("loops", large if as_file else large.read_bytes())
    assert refused.value.facts == {"most": MEGABYTE}


def test_a_file_that_grows_after_the_look_at_its_size_is_cut_off(tmp_path):
    grown = tmp_path / "grown"
    grown.write_bytes(b"")
    os.truncate(grown, MEGABYTE)
    endless = tmp_path / "endless"
    endless.symlink_to("/proc/self/maps")  # the size it tells is nought
    with pytest.raises(TooLarge):
        read("length", endless, Limits(size=10))
    assert read("length", grown)["bytes"] == MEGABYTE


@pytest.mark.parametrize("name", ["gone", "folder", "pipe"])
def test_what_is_no_file_is_not_waited_for(tmp_path, name):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileUnreadable) as refused:
        read("length", tmp_path / name)
    assert refused.value.facts == {"reason": "no_file"}


@settings(max_examples=5)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_by_a_class_of_ours(raw):
    try:
        read_json(raw)
    except NotStrict as refused:
        with pytest.raises(NotStrict) as again:
            in_child("exams.trust.strict_json:read_json", raw)
        assert again.value.facts == refused.facts  # noqa: PT017
    else:
        assert in_child("exams.trust.strict_json:read_json", raw) == read_json(raw)
