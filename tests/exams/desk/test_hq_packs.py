"""A pack leaves headquarters once, whole, under a version that only rises; what changed shows before it goes out."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from exams.desk.branch_errors import FileUnreadable
from exams.desk.hq_errors import FileNotWritten, VersionTaken
from exams.desk.hq_files import PackPlan
from exams.packs.container import PackReader
from exams.packs.file_errors import BadContainer, WrongHash
from exams.packs.manifest import Grading
from exams.packs.publish import publish
from exams.store.content_build import build_open_content
from exams.trust.errors import BadSignature, Expired, NotStrict
from exams.trust.strict_json import read_json, write_json
from tests.exams.desk.head_office import APP, DAY, NOON
from tests.exams.packs.headquarters import members, rewrite


def versions(hq):
    with hq.desk() as desk:
        return [(row["pack"], row["version"]) for row in desk.status()["packs"]]


def test_the_version_rises_by_itself_and_is_published_once(hq):
    assert hq.publish().manifest.version == 2
    for taken in (1, 2):
        with pytest.raises(VersionTaken):
            hq.publish(taken)
    assert hq.publish(7).manifest.version == 7
    assert versions(hq) == [("COURSE", 1), ("COURSE", 2), ("COURSE", 7)]


def test_a_pack_says_what_it_is_and_seals_the_exam(hq):
    printed = hq.publish(2, Grading.SECOND_CODE, demonstration=True)
    about = printed.manifest
    assert (about.grading, about.demonstration, about.forms) == (Grading.SECOND_CODE, True, ("A",))
    assert [(one.exam, one.form) for one in about.exams] == [("final", "A")]
    assert (about.issued_wt, about.expires_wt) == (NOON, NOON + 365 * DAY)
    assert printed.counts == {"A": hq.parts.items.count(b'"stem"') // 2}
    with printed.path.open("rb") as file:
        reader = PackReader(file)
        assert "exam/A/key.bin" in reader.names()
        members = b"".join(reader.read(name, 1 << 26) for name in reader.names())
    assert b"1.1-s1" not in members
    assert b"1.1-p1" in members


@pytest.mark.parametrize(
    ("plan", "refusal"),
    [({"expires_wt": NOON - DAY}, Expired), ({"app": "latest"}, NotStrict)],
)
def test_what_a_branch_would_refuse_is_not_published(hq, plan, refusal):
    with hq.desk() as desk, pytest.raises(refusal):
        desk.publish(hq.parts, hq.stick / "bad.pack", PackPlan("COURSE", **plan))
    assert not (hq.stick / "bad.pack").exists()
    assert versions(hq) == [("COURSE", 1)]


def test_a_place_that_cannot_be_written_gets_no_pack_and_the_next_try_goes_on(hq):
    taken = hq.stick / "folder"
    (taken / "inside").mkdir(parents=True)
    for place in (taken, hq.stick / "s.slots" / "x.pack"):
        with hq.desk() as desk, pytest.raises(FileNotWritten):
            desk.publish(hq.parts, place, PackPlan("COURSE", app=APP))
    assert sorted(path.name for path in hq.stick.iterdir()) == ["1.pack", "folder", "s.slots"]
    hq.publish()
    hq.slots()
    (hq.stick / "1.pack").unlink()
    (taken / "inside").rmdir()
    taken.rmdir()
    assert hq.branch().is_dir()


def test_a_changed_question_shows_only_to_who_opens_the_desk_key(hq):
    changed = hq.parts.items.replace(b'"version":1', b'"version":2', 1)
    assert changed != hq.parts.items
    hq.publish(2, parts=replace(hq.parts, items=changed))
    with hq.desk() as desk:
        opened = desk.diff(hq.stick / "1.pack", hq.stick / "2.pack", sealed=True)
        closed = desk.diff(hq.stick / "1.pack", hq.stick / "2.pack")
    assert [(one.change, one.old_version, one.new_version) for one in opened.items] == [("changed", 1, 2)]
    assert (opened.forms[0].change, closed.forms[0].change) == ("changed", "unknown")
    assert closed.items == ()


def test_only_packs_of_this_headquarters_are_compared(hq, founded, tmp_path):
    stranger = type(founded)(tmp_path / "stranger", hq.parts)
    stranger.found()
    foreign = stranger.publish(1).path
    with hq.desk() as desk:
        with pytest.raises(BadSignature):
            desk.diff(hq.stick / "1.pack", foreign)
        with pytest.raises(FileUnreadable):
            desk.diff(hq.stick / "nothing.pack", foreign)
        with pytest.raises(BadContainer):
            desk.diff(hq.stick / "s.slots", foreign)


def test_the_same_course_gives_every_pack_the_same_database_and_a_branch_takes_it_as_it_is(hq, tmp_path):
    hq.publish(2)
    build_open_content(hq.parts.course, tmp_path / "own.sqlite")
    own = (tmp_path / "own.sqlite").read_bytes()
    assert [members(hq.stick / name)["content.sqlite"] == own for name in ("1.pack", "2.pack")] == [True, True]
    hq.slots()
    assert (hq.branch() / "packs" / "COURSE-2" / "content.sqlite").read_bytes() == own
    assert not any(name.startswith("course/") for name in members(hq.stick / "1.pack"))


def test_a_doctored_database_is_refused_at_headquarters_and_nothing_goes_out(hq, monkeypatch, tmp_path):
    """Signed by the genuine key on the way out; one answer of a practice item says something else."""
    path = tmp_path / "doctored.sqlite"

    def doctored(out, parts, *rest):
        path.write_bytes(parts.content)
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("UPDATE keys SET correct = '\"A\"' WHERE item = '1.1-p1'")
        return publish(out, replace(parts, content=path.read_bytes()), *rest)

    monkeypatch.setattr("exams.desk.hq_files.publish", doctored)
    with pytest.raises(WrongHash) as refused:
        hq.publish(2)
    assert refused.value.facts == {"path": "content.sqlite"}
    assert path.stat().st_size > 0
    assert (versions(hq), [one.name for one in hq.stick.glob("*.pack")]) == ([("COURSE", 1)], ["1.pack"])


def test_what_changed_in_the_open_course_shows_by_name(hq):
    part = read_json(hq.parts.course)
    part["sections"][0]["texts"]["en"]["title"] = "Another title"
    part["terms"] = part["terms"][1:]
    hq.publish(2, parts=replace(hq.parts, course=write_json({**part, "version": "2027.1"})))
    with hq.desk() as desk:
        diff = desk.diff(hq.stick / "1.pack", hq.stick / "2.pack")
    assert [(one.id, one.change, one.titles["en"]) for one in diff.sections] == [
        (part["sections"][0]["id"], "changed", "Another title")
    ]
    assert ([one.name for one in diff.others], diff.items, diff.blueprints) == (["terms"], (), ())


def test_a_database_that_was_changed_after_it_was_signed_is_not_opened_for_a_comparison(hq):
    pack = hq.publish(2).path
    rewrite(pack, {"content.sqlite": members(pack)["content.sqlite"][:-1] + b"x"})
    with hq.desk() as desk, pytest.raises(WrongHash):
        desk.diff(hq.stick / "1.pack", pack)
