"""HR's lists reach a branch that is offline: by themselves, in the next pack, in HR's receipt; the newest stays."""

import json
from contextlib import closing
from shutil import copytree

import pytest
from click.testing import CliRunner

from certificates import Certificate, CertificateDesk, HomeLists, HrLists, ListKind, Status
from certificates.standing.shelf import list_file, shelf_of, standing_of
from desktop.commands.branch import command
from exams.bundles.ack import Ack, read_ack, sign_ack
from exams.bundles.verdict import Verdict
from exams.desk.branch_desk import open_branch
from exams.desk.branch_errors import NotFromHq
from exams.desk.hq_roots import RootChange
from exams.desk.list_files import MOST_CARRIED, carried
from exams.store.database import open_database
from exams.store.journal_rows import JournalStore
from exams.trust.keys import SigningKey
from tests.certificates.authority import NUMBERS, TODAY
from tests.certificates.examples import RememberingOffice, some_facts
from tests.exams.desk.conftest import founded
from tests.exams.desk.enrolling import enrolled
from tests.exams.desk.head_office import APP

__all__ = ["founded"]

A, B, C = NUMBERS[:3]


def say(hq, *acts):
    """HR's acts at headquarters' desk, each by its name."""
    with hq.desk() as desk:
        lists = HrLists(hq.home, desk, lambda: TODAY)
        for act, *numbers in acts:
            getattr(lists, act)(*numbers)


def carry(hq, home, *files):
    """As `carry` of a headquarters, to a branch that keeps HR's lists."""
    with open_branch(home, APP, hq.clock) as desk:
        return {one.path.name: one for one in desk.install(files, lists=HomeLists(home))}


def issued(number):
    return Certificate(number, "", TODAY, TODAY, some_facts(number=number))


def lists_of(hq):
    return sorted((hq.home / "hq" / "standing").iterdir())


def numbers(home):
    return [one.number for one in standing_of(home).lists]


def head_of(hq, home):
    """How many lines the journal has, and the hash of the last."""
    with closing(open_database(home)) as db:
        return JournalStore(db, hq.clock).head()


def receipt(hq, record, lines, head):
    """HR's answer to a bundle with so many lines of this PC's journal."""
    verdict = Verdict(serial=record.serial, first=1, last=lines, head=head, whole=True)
    with hq.desk() as desk:
        return desk.receipt(verdict, hq.stick / "back")


@pytest.fixture(scope="module")
def joined(founded, tmp_path_factory):
    """A branch that follows headquarters and was enrolled, and its record; nobody writes to it."""
    office = founded.copied(tmp_path_factory.mktemp("joined"))
    return office, enrolled(office)[1]


@pytest.fixture
def hq(joined, tmp_path):
    """Headquarters of that branch, to work with."""
    office = joined[0].copied(tmp_path / "office")
    copytree(joined[0].folder / "branch", office.folder / "branch")
    return office


@pytest.fixture
def branch(hq, joined):
    """The branch to work with, and its record."""
    return hq.folder / "branch", joined[1]


@pytest.mark.feature("f6")
def test_lists_are_taken_in_like_everything_else_from_headquarters_and_an_older_one_is_refused(hq, branch):
    home, _ = branch
    say(hq, ("confirm", [A]))
    old = {path.name: path.read_bytes() for path in lists_of(hq)}
    say(hq, ("revoke", [A]))
    arrivals = carry(hq, home, *lists_of(hq))
    assert [(one.kind.name, one.taken.changed) for one in arrivals.values()] == [("LIST", True)] * 3
    assert {one.taken.name for one in arrivals.values()} == {"confirmed 1", "revoked 2", "superseded 1"}
    assert standing_of(home).revoked.names(A)
    assert not any(one.taken.changed for one in carry(hq, home, *lists_of(hq)).values())
    (hq.stick / "revoked.list").write_bytes(old["revoked.list"])
    assert carry(hq, home, hq.stick / "revoked.list")["revoked.list"].error.code == "E_LIST_OLDER"
    assert standing_of(home).revoked.names(A)


@pytest.mark.feature("f6")
def test_a_pack_carries_the_latest_lists_and_an_older_pack_takes_nothing_back(hq, branch):
    home, _ = branch
    carry(hq, home, hq.stick / "1.pack")
    assert numbers(home) == [0, 0, 0]
    say(hq, ("confirm", [A]), ("revoke", [B]))
    hq.publish(2)
    say(hq, ("revoke", [C]))
    carry(hq, home, *lists_of(hq))
    assert carry(hq, home, hq.stick / "2.pack")["2.pack"].taken.changed
    assert numbers(home) == [1, 3, 1]
    assert standing_of(home).revoked.names(C)


def test_what_an_interruption_left_out_comes_with_the_same_pack_once_more(hq, branch):
    home, _ = branch
    say(hq, ("revoke", [B]))
    hq.publish(2)
    carry(hq, home, hq.stick / "2.pack")
    list_file(shelf_of(home), ListKind.REVOKED).unlink()
    carry(hq, home, hq.stick / "2.pack")
    assert standing_of(home).revoked.names(B)


@pytest.mark.feature("f6")
def test_a_receipt_carries_them_and_says_what_is_news(hq, branch):
    home, record = branch
    say(hq, ("confirm", [A, B]))
    desk, certificate = CertificateDesk(home, RememberingOffice()), issued(A)
    assert desk.standings([certificate]) == ((Status.PROVISIONAL, ""),)
    handed_in = head_of(hq, home)
    first = carry(hq, home, receipt(hq, record, *handed_in))
    assert [one.taken.changed for one in first.values()] == [True]
    assert desk.standings([certificate]) == ((Status.VALID, ""),)
    say(hq, ("revoke", [B]))
    news = receipt(hq, record, *handed_in)  # of the journal it says no more than the one before
    assert [one.taken.changed for one in carry(hq, home, news).values()] == [True]
    assert standing_of(home).revoked.names(B)
    assert [one.taken.changed for one in carry(hq, home, news).values()] == [False]


def test_lists_of_a_key_that_was_replaced_since_are_passed_over_and_the_pack_is_taken_in(hq, branch):
    home, _ = branch
    say(hq, ("revoke", [B]))
    hq.publish(2)
    with hq.desk() as desk:
        desk.rotate(RootChange(replace=("hr",)))
    carry(hq, home, *hq.roots())
    assert carry(hq, home, hq.stick / "2.pack")["2.pack"].taken.changed
    assert numbers(home) == [0, 0, 0]


def test_a_list_spoilt_on_the_disk_is_made_good_by_any_that_hr_signed(hq, branch):
    home, _ = branch
    say(hq, ("revoke", [B]))
    for way in ("list", "pack"):
        carry(hq, home, *lists_of(hq))
        list_file(shelf_of(home), ListKind.REVOKED).write_bytes(b"rubbish")
        if way == "pack":
            hq.publish(2)
        carry(hq, home, *(lists_of(hq) if way == "list" else [hq.stick / "2.pack"]))
        assert standing_of(home).revoked.names(B)


def test_a_home_that_asks_for_no_certificates_refuses_a_list_and_passes_over_those_that_come_along(hq, branch):
    home, _ = branch
    say(hq, ("revoke", [B]))
    assert hq.carry(home, lists_of(hq)[0])["confirmed.list"].error.code == NotFromHq.code
    hq.publish(2)
    assert hq.carry(home, hq.stick / "2.pack")["2.pack"].taken.changed
    assert numbers(home) == [0, 0, 0]


@pytest.mark.feature("f6")
def test_the_command_takes_them_in_and_the_certificate_is_confirmed(hq, branch, tmp_path):
    home, _ = branch
    say(hq, ("confirm", [A]))
    done = CliRunner().invoke(command, ["install", *map(str, lists_of(hq)), "--home", str(home), "--json"])
    assert [row["status"] for row in json.loads(done.stdout)["files"]] == ["installed"] * 3
    assert CertificateDesk(home, RememberingOffice()).standings([issued(A)]) == ((Status.VALID, ""),)


@pytest.mark.parametrize("raw", [b"\xd2\x84", b"\xd2\x84rubbish"])
def test_what_only_begins_like_a_list_is_refused(hq, branch, raw):
    home, _ = branch
    (hq.stick / "some.list").write_bytes(raw)
    assert carry(hq, home, hq.stick / "some.list")["some.list"].error.code == "E_LIST"


def test_a_receipt_says_its_lists_as_they_went_in():
    key, lists = SigningKey.generate(), {"revoked.list": b"\xd2\x84one", "confirmed.list": b""}
    ack = Ack("D00000001", 7, "ab" * 32, lists)
    assert read_ack(sign_ack(ack, key), {key.keyid: key.public}) == ack


def test_where_a_receipt_has_no_room_for_all_what_was_taken_back_goes_first():
    big = bytes(MOST_CARRIED)
    assert set(carried({"confirmed.list": big, "revoked.list": b"r", "superseded.list": b"s"})) == {
        "revoked.list",
        "superseded.list",
    }
    key = SigningKey.generate()
    ack = Ack("D00000001", 7, "ab" * 32, carried({"revoked.list": big}))
    assert read_ack(sign_ack(ack, key), {key.keyid: key.public}).lists == {"revoked.list": big}
