"""`academy certificate verify` from a terminal."""

import json

import pytest
from click.testing import CliRunner

from certificates import CertificateDesk
from certificates.issuing import issued_file
from desktop.commands.certificate import command
from desktop.words import use_language
from desktop.words.errors import sentence
from tests.certificates.authority import NUMBERS, authority, device_keys, new_authority, said
from tests.certificates.examples import WHEN, RememberingOffice, a_person, a_sitting, code_of, some_facts
from tests.translations import compiled


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    authority().believed_in(home)
    return home


@pytest.fixture
def made(home):
    desk = CertificateDesk(home, RememberingOffice())
    certificate = desk.issue(a_sitting(), a_person())
    return certificate, desk.path(certificate.number)


def verify(home, *files, typed=None):
    return CliRunner().invoke(command, ["verify", *map(str, files), "--home", str(home), "--json"], input=typed)


def test_one_verdict_per_file_in_the_order_given(home, made, tmp_path):
    (tmp_path / "other.pdf").write_bytes(issued_file(some_facts(), new_authority().enrolled(device_keys()), WHEN))
    done = verify(home, made[1], tmp_path / "other.pdf", tmp_path / "none.pdf")
    verdicts = json.loads(done.stdout)
    assert [each["status"] for each in verdicts] == ["valid", "unknown_issuer", "unreadable"]
    assert [set(each) for each in verdicts] == [{"file", "status", "code", "facts"}] * 3
    assert done.exit_code == 1


def test_a_good_certificate_ends_with_exit_code_0(home, made):
    done = verify(home, made[1])
    assert done.exit_code == 0
    assert json.loads(done.stdout)[0]["facts"]["number"] == made[0].number


def test_the_text_of_a_printed_code_is_read_from_standard_input(home, made):
    done = verify(home, "-", typed=code_of(made[0].facts) + "\n")
    assert [(each["file"], each["status"]) for each in json.loads(done.stdout)] == [("-", "valid")]


def test_a_folder_is_judged_with_all_that_lies_below_it_and_other_peoples_files_are_passed_over(home, made, tmp_path):
    stick = tmp_path / "stick"
    for place in ("b/c", "a"):
        (stick / place).mkdir(parents=True)
        (stick / place / "certificate.PDF").write_bytes(made[1].read_bytes())
    for name in ("notes.txt", "._a.pdf", "b/photo.jpg"):
        (stick / name).write_bytes(b"rubbish")
    (tmp_path / "empty").mkdir()
    verdicts = json.loads(verify(home, stick, tmp_path / "empty", made[1]).stdout)
    assert [(each["file"], each["status"], each["code"]) for each in verdicts] == [
        (str(stick / "a" / "certificate.PDF"), "valid", None),
        (str(stick / "b" / "photo.jpg"), "unreadable", "E_UNREADABLE"),
        (str(stick / "b" / "c" / "certificate.PDF"), "valid", None),
        (str(tmp_path / "empty"), "unreadable", "E_FOLDER_EMPTY"),
        (str(made[1]), "valid", None),
    ]


def test_a_folder_that_leads_back_to_itself_ends(home, tmp_path):
    (tmp_path / "round").mkdir()
    (tmp_path / "round" / "again").symlink_to(tmp_path / "round")
    assert len(json.loads(verify(home, tmp_path / "round").stdout)) == 1


def test_bytes_that_are_no_text_on_standard_input_are_unreadable(home):
    done = verify(home, "-", typed=b"\xff\xfe\x00BAC1:")
    assert [each["status"] for each in json.loads(done.stdout)] == ["unreadable"]
    assert done.exit_code == 1


def test_people_get_a_sentence_for_each_file(home, made, tmp_path):
    altered = tmp_path / "altered.pdf"
    altered.write_bytes(made[1].read_bytes() + b" ")
    arguments = ["verify", str(made[1]), str(altered), "--home", str(home), "--language", "en"]
    done = CliRunner().invoke(command, arguments)
    assert done.exit_code == 1
    assert "valid" in done.stdout.splitlines()[0]
    assert "E_PDF_APPENDED" in done.stdout


def trust_folder(folder, **told):
    """What HR hands out."""
    folder.mkdir()
    authority().believed_in(folder, said(**told))
    return folder


def test_a_trust_folder_takes_the_place_of_the_home(tmp_path, made):
    nobody = tmp_path / "nobody"
    nobody.mkdir()
    number = made[0].number
    for name, told, expected, code in (
        ("a", {}, "valid", 0),
        ("b", {"confirmed": ()}, "provisional", 0),
        ("c", {"revoked": [number]}, "revoked", 1),
        ("d", {"superseded": [(number, NUMBERS[5])]}, "superseded", 1),
    ):
        done = verify(nobody, made[1], "--trust", trust_folder(tmp_path / name, **told))
        assert (json.loads(done.stdout)[0]["status"], done.exit_code) == (expected, code)
    assert json.loads(verify(nobody, made[1]).stdout)[0]["status"] == "unknown_issuer"


def test_a_folder_that_holds_no_trust_is_refused(home, made, tmp_path):
    done = verify(home, made[1], "--trust", tmp_path)
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, "E_NOT_FOUND")


def test_a_trust_folder_whose_list_was_spoilt_is_refused(home, made, tmp_path):
    folder = trust_folder(tmp_path / "trust")
    (folder / "trust" / "standing" / "revoked.list").write_bytes(b"rubbish")
    done = verify(home, made[1], "--trust", folder)
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, "E_LIST")


def test_the_age_of_the_lists_is_in_the_facts_and_told_to_people(tmp_path, made):
    folder = trust_folder(tmp_path / "trust")
    facts = json.loads(verify(folder, made[1]).stdout)[0]["facts"]
    assert facts["lists"] == "2026-11-24"
    assert facts["lists_days"] >= 0
    done = CliRunner().invoke(command, ["verify", str(made[1]), "--home", str(folder), "--language", "en"])
    assert f"of 24 Nov 2026, {facts['lists_days']} days old" in done.stderr


def test_a_second_opinion_stands_beside_the_verdict_on_a_pdf(home, made, tmp_path):
    altered = tmp_path / "altered.pdf"
    altered.write_bytes(made[1].read_bytes() + b" ")
    done = verify(home, made[1], altered, "--second-opinion")
    good, bad = json.loads(done.stdout)
    assert good["facts"]["second_opinion"] == {
        "signatures": 1,
        "intact": True,
        "trusted": True,
        "whole_file": True,
        "unchanged": True,
        "good": True,
    }
    assert (bad["status"], bad["code"], "second_opinion" in bad["facts"]) == ("invalid", "E_PDF_APPENDED", False)


@pytest.mark.parametrize(
    ("told", "english", "chinese"),
    [
        ({}, "HR has confirmed it", "已获人力资源部确认"),
        ({"confirmed": ()}, "has not confirmed it yet", "尚未"),
        ({"revoked": NUMBERS[:1]}, "HR has revoked", "已撤销"),
        ({"superseded": [(NUMBERS[0], NUMBERS[5])]}, NUMBERS[5], NUMBERS[5]),
    ],
)
def test_each_standing_is_a_sentence_in_both_languages(tmp_path, made, told, english, chinese):
    folder = trust_folder(tmp_path / "trust", **told)
    assert made[0].number == NUMBERS[0]
    done = CliRunner().invoke(command, ["verify", str(made[1]), "--home", str(folder), "--language", "en"])
    assert english in done.stdout
    verdict = json.loads(verify(folder, made[1]).stdout)[0]
    use_language("zh", compiled() / "zh")
    assert chinese in sentence(verdict["code"] or "VALID", verdict["facts"]).text
    use_language("en")


def lists_from(folder):
    return sorted(str(path) for path in (folder / "trust" / "standing").iterdir())


def take(home, files):
    return CliRunner().invoke(command, ["lists", *files, "--home", str(home), "--json"])


@pytest.mark.feature("f6")
def test_a_revocation_reaches_a_branch_as_a_file(home, made, tmp_path):
    new = trust_folder(tmp_path / "new", number=2, revoked=[made[0].number])
    old = lists_from(trust_folder(tmp_path / "old"))
    done = take(home, lists_from(new))
    assert (done.exit_code, json.loads(done.stdout)["revoked"]) == (0, {"number": 2, "day": "2026-11-24"})
    assert json.loads(verify(home, made[1]).stdout)[0]["status"] == "revoked"
    done = take(home, old)
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, "E_LIST_OLDER")
    assert json.loads(verify(home, made[1]).stdout)[0]["status"] == "revoked"


@pytest.mark.parametrize("data", [b"", b"rubbish", b"\xd2\x84"])
def test_what_is_no_list_is_refused(home, tmp_path, data):
    (tmp_path / "some.list").write_bytes(data)
    for name in ("some.list", "none.list"):
        done = take(home, [str(tmp_path / name)])
        assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, "E_LIST")


def test_a_home_without_a_root_takes_no_list(home, tmp_path):
    (tmp_path / "empty").mkdir()
    done = take(tmp_path / "empty", lists_from(home))
    assert (done.exit_code, json.loads(done.stdout)["error"]["code"]) == (3, "E_LIST")
    assert list((tmp_path / "empty").iterdir()) == []
