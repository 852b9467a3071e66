"""HR confirms, revokes and replaces at headquarters' desk; others verify by a folder that it hands out."""

from datetime import timedelta
from shutil import copytree

import pytest

from certificates import HrLists, ListKind, fates, take_lists, verifier
from certificates.errors import BadNumber, OlderList, ReplacesItself
from certificates.standing.shelf import list_file, shelf_of, standing_of
from exams import has_trust, load_trust, open_hq, set_up_hq
from exams.desk.hq_keys import HqWork
from tests.certificates.authority import NUMBERS, TODAY
from tests.certificates.examples import RememberingOffice

LIGHT = HqWork(memory_kib=65_536, key_passes=1)
A, B, C = NUMBERS[:3]


def passphrase(_name, _new):
    return "several plain words"


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    home = tmp_path_factory.mktemp("hq")
    set_up_hq(home, passphrase, "chen", work=LIGHT, clock=RememberingOffice().clock).close()
    return home


@pytest.fixture
def desk(founded, tmp_path):
    copytree(founded / "hq", tmp_path / "hq")
    with open_hq(tmp_path, passphrase, "chen", RememberingOffice().clock) as desk:
        yield desk


@pytest.fixture
def hr(tmp_path, desk):
    return HrLists(tmp_path, desk, lambda: TODAY)


def numbers(standing):
    return [one.number for one in standing.lists]


def test_the_first_act_founds_all_lists_and_each_further_one_gives_the_next_number_of_its_own(hr):
    assert numbers(hr.confirm([A, B])) == [1, 1, 1]
    assert numbers(hr.confirm([C])) == [2, 1, 1]
    assert numbers(hr.revoke([B])) == [2, 2, 1]
    standing = hr.supersede(A, C)
    assert numbers(standing) == [2, 2, 2]
    assert [standing.confirmed.names(one) for one in (A, B, C)] == [True, True, True]
    assert [standing.revoked.names(one) for one in (A, B, C)] == [False, True, False]
    assert standing.successor(A) == C


def test_each_act_is_in_headquarters_log(hr, desk):
    hr.revoke([A])
    (line,) = desk.log("standing")
    assert (line.who, line.facts["about"]["revoked"]["number"]) == ("chen", 1)
    assert len(line.facts["about"]["revoked"]["added"]) == 1


def test_who_revoked_and_who_replaced_is_told_out_of_that_log(hr, desk):
    hr.confirm([A, B, C])
    hr.revoke([B])
    standing = hr.supersede(A, C)
    told = fates(standing, desk.log("standing"), [A, B, C])
    assert {one: (str(fate.kind), fate.successor, fate.who) for one, fate in told.items()} == {
        A: ("superseded", C, "chen"),
        B: ("revoked", "", "chen"),
    }
    assert all(fate.wt for fate in told.values())


def test_a_number_mistyped_confirms_nothing(hr):
    with pytest.raises(BadNumber):
        hr.confirm([A, B[:-1] + ("0" if B[-1] != "0" else "1")])
    assert hr.standing().confirmed.number == 0


def test_a_certificate_cannot_take_its_own_place_not_even_by_a_detour(hr):
    with pytest.raises(ReplacesItself):
        hr.supersede(A, A)
    hr.supersede(A, B)
    hr.supersede(B, C)
    with pytest.raises(ReplacesItself):
        hr.supersede(C, A)


def test_signing_anew_makes_the_lists_young_and_changes_nobody(tmp_path, hr, desk):
    hr.confirm([A])
    later = HrLists(tmp_path, desk, lambda: TODAY + timedelta(days=30))
    standing = later.renew()
    assert numbers(standing) == [2, 2, 2]
    assert standing.day == TODAY + timedelta(days=30)
    assert standing.confirmed.names(A)


@pytest.mark.feature("f6")
def test_the_folder_handed_out_is_all_that_a_verifier_needs(tmp_path, hr, desk):
    hr.confirm([A])
    folder = hr.export(tmp_path / "for others")
    assert has_trust(folder)
    assert load_trust(folder).revocations.version == 1
    assert standing_of(folder).confirmed.names(A)
    desk.revoke("device", "D00000009")
    hr.revoke([A])
    hr.export(folder)
    assert load_trust(folder).revocations.devices == {"D00000009"}
    assert standing_of(folder).revoked.names(A)
    assert verifier(folder, RememberingOffice().clock).text("BAC1:").status == "unreadable"


def test_a_folder_with_newer_lists_is_not_set_back(tmp_path, hr):
    hr.confirm([A])
    folder = hr.export(tmp_path / "for others")
    old = list_file(shelf_of(folder), ListKind.CONFIRMED).read_bytes()
    hr.confirm([B])
    hr.export(folder)
    with pytest.raises(OlderList):
        take_lists(folder, [(ListKind.CONFIRMED, old)])


def test_nothing_secret_is_in_the_folder(tmp_path, hr):
    hr.confirm([A])
    folder = hr.export(tmp_path / "for others")
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert names == [
        "root.pem",
        "trust/revocation.json",
        "trust/roots/1.json",
        "trust/standing/confirmed.list",
        "trust/standing/revoked.list",
        "trust/standing/superseded.list",
        "trust/state.json",
    ]
