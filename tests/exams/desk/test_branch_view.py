"""What the page of headquarters' files reads: pack, sessions, withdrawals, and what lies on a stick."""

from exams.desk.branch_view import BranchView, branch_view, files_in, is_demonstration_pack
from exams.packs.manifest import Grading
from tests.exams.desk.sealed_branch import HERE, LATER


def test_a_home_that_follows_nobody_has_nothing_to_show(tmp_path):
    assert branch_view(tmp_path) == BranchView()
    assert not is_demonstration_pack(tmp_path)


def test_it_names_the_course_the_pack_and_the_sessions_of_this_branch_alone(branch):
    pc = branch()
    view = pc.office.branch_view()
    assert (view.pack.name, view.pack.demonstration, view.pack.withdrawn) == ("TELE-1", False, False)
    assert view.pack.course == pc.office.content.course().version
    assert [plan.session for plan in view.sessions] == [HERE.session, LATER.session]


def test_sessions_that_were_held_or_withdrawn_do_not_lie_ahead(branch):
    pc = branch()
    pc.unlock()
    assert [plan.session for plan in pc.office.branch_view().sessions] == [LATER.session]
    pc.withdraw_session(LATER.session)
    view = pc.office.branch_view()
    assert view.sessions == ()
    assert view.withdrawals.sessions == {LATER.session}


def test_a_course_that_cannot_be_read_leaves_the_pack_to_be_named(branch):
    pc = branch()
    pc.office.close()
    content = pc.home / "packs" / "TELE-1" / "content.sqlite"
    content.write_bytes(b"x" * content.stat().st_size)
    view = branch_view(pc.home)
    assert (view.pack.name, view.pack.course) == ("TELE-1", "")


def test_of_a_stick_only_what_headquarters_could_have_sent_is_taken(sticks, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    for path in sticks(Grading.WITH_UNLOCK).folder.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "holiday.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "letter.docx").write_bytes(b"PK\x03\x04")
    (folder / "notes.json").write_text('{"payloadType": "something else"}')
    (folder / "more").mkdir()
    assert [path.name for path in files_in(folder)] == ["TELE-1.pack", "TELE-1.slots", "revocation.json", "root.json"]
    assert files_in(tmp_path / "nowhere") == ()
