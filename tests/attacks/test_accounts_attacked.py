"""Attacks on the door and on roles (rows E01 to E08 of the security design)."""

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.kdf import argon2

from desktop.commands.main import academy
from exams.accounts.common_secrets import COMMON_PINS
from exams.accounts.errors import SignInRefused, WeakPassphrase, WeakPin
from exams.accounts.passphrases import check_passphrase
from exams.accounts.person import Role
from exams.accounts.pins import PinCost, check_pin
from exams.desk.errors import WrongRole
from exams.desk.office import open_office
from exams.desk.trainee_desk import TraineeDesk
from exams.journal.line import Event
from exams.trust.errors import Expired, Revoked
from tests.attacks.doors import (
    WRONG,
    CountedArgon2,
    a_head_office,
    an_enrolled_pc,
    forged,
    last,
    lock_out,
    refused,
    written,
)
from tests.desktop.commands.branch import a_branch
from tests.exams.desk.branch_pc import DAY, HR, PASSPHRASE, PIN, PROCTOR, XIAOYU, ZHIYUAN, BranchPc
from tests.exams.desk.course import build_course
from tests.exams.desk.enrolling import certified

NEW = "739214"


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return build_course(tmp_path_factory.mktemp("course"))


@pytest.fixture
def pc(tmp_path, content):
    pc = BranchPc.set_up(tmp_path / "home", content)
    yield pc
    pc.close()


@pytest.fixture
def hq(tmp_path):
    return a_head_office(tmp_path / "office")


@pytest.fixture
def enrolled_pc(hq, content):
    pc = an_enrolled_pc(hq, content)
    yield pc
    pc.close()


def test_e01_ten_wrong_pins_lock_whatever_is_restarted_or_deleted(pc):
    lock_out(pc, "T1001")
    assert refused(pc, "T1001", PIN) == "E_SIGN_IN_LOCKED"
    pc.reopen()
    assert refused(pc, "T1001", PIN) == "E_SIGN_IN_LOCKED"
    row = pc.db.execute("SELECT * FROM people WHERE staff_id = 'T1001'").fetchone()
    pc.tamper("DELETE FROM people")
    pc.tamper(f"INSERT INTO people VALUES ({', '.join('?' * len(row))})", *row)
    assert refused(pc, "T1001", PIN) == "E_SIGN_IN_LOCKED"


def test_e01_a_proctor_is_locked_out_the_same_way(pc):
    pc.hire(PROCTOR)
    lock_out(pc, "P2001")
    pc.reopen()
    assert refused(pc, "P2001", PASSPHRASE) == "E_SIGN_IN_LOCKED"


@pytest.mark.parametrize(
    "pin",
    [
        "123456",
        "000000",
        "T8391".strip("T") + "00",
        "123123",
        "112233",
        "900101",
        "19900101",
        *sorted(COMMON_PINS)[::9],
    ],
)
def test_e02_an_easy_pin_is_refused_at_every_desk(pc, pin):
    person = XIAOYU._replace(staff_id="T8391")
    with pytest.raises(WeakPin):
        check_pin(pin, person.staff_id)
    with pytest.raises(WeakPin):
        pc.desk(HR).enter_person(person, pin)
    with pytest.raises(WeakPin):
        pc.desk(HR).reset_pin("T1001", "123456")


@pytest.mark.parametrize(
    "phrase",
    [
        "short",
        "password12",
        "Passw0rd!!!!",
        "qwertyuiop",
        "1234567890",
        "aaaaaaaaaaaa",
        "P2002P2002P2002",
        "abcdefghij",
    ],
)
def test_e02_an_easy_passphrase_is_refused(pc, phrase):
    with pytest.raises(WeakPassphrase):
        check_passphrase(phrase, "P2002")
    with pytest.raises(WeakPassphrase):
        pc.desk(HR).enter_person(PROCTOR._replace(staff_id="P2002"), phrase)
    assert "P2002" not in {one.staff_id for one in pc.office.people()}


def test_e03_the_hash_of_one_person_does_not_open_another(pc):
    pc.desk(HR).reset_pin("T1002", NEW)
    pc.tamper("UPDATE people SET pin = (SELECT pin FROM people WHERE staff_id = 'T1002') WHERE staff_id = 'T1001'")
    assert refused(pc, "T1001", NEW) == "E_SIGN_IN"
    assert pc.office.sign_in("T1002", NEW).person == ZHIYUAN


def test_e03_the_key_and_certificate_of_one_person_do_not_open_another(pc):
    pc.hire(PROCTOR)
    for end in ("key", "role"):
        file = pc.home / "keys" / "staff" / f"P2001.{end}"
        file.rename(file.with_name(f"T1001.{end}"))
    assert refused(pc, "T1001", PASSPHRASE) == "E_SIGN_IN"
    assert type(pc.office.sign_in("T1001", PIN)) is TraineeDesk


def test_e05_a_trainee_who_calls_a_proctors_command_is_refused_and_written_down(tmp_path):
    home = a_branch(tmp_path / "home")
    words = ["session", "close", "--home", str(home), "--staff", "T1001", "--json"]
    called = CliRunner().invoke(academy, words, input=f"{PIN}\n")
    assert called.exit_code == 3
    assert '"E_ROLE"' in called.stdout
    pc = BranchPc(home)
    assert [facts for kind, facts in written(pc) if kind == Event.ERROR] == [{"code": "E_ROLE", "staff": "T1001"}]
    assert Event.SESSION_CLOSE not in [kind for kind, _ in written(pc)]
    pc.close()


def test_e05_a_trainees_desk_has_nothing_of_a_proctors(pc):
    with pytest.raises(WrongRole):
        pc.office.proctor("T1001", PIN)
    assert last(pc) == (Event.ERROR, {"code": "E_ROLE", "staff": "T1001"})
    desk = pc.office.sign_in("T1001", PIN)
    for act in ("pause", "resume", "extend", "force", "void", "reopen", "open_session", "close_session", "reset_pin"):
        assert not hasattr(desk, act)


@pytest.mark.parametrize("role", ["proctor", "hr", "root"])
def test_e06_the_column_of_roles_gives_nobody_a_role(pc, role):
    pc.tamper("UPDATE people SET role = ? WHERE staff_id = 'T1001'", role)
    assert type(pc.office.sign_in("T1001", PIN)) is TraineeDesk
    assert {one.staff_id: one.role for one in pc.office.people()}["T1001"] is Role.TRAINEE


def test_e06_where_headquarters_enrolled_a_role_of_the_homes_own_key_counts_for_nothing(pc, hq, enrolled_pc):
    pc.hire(PROCTOR)
    target = enrolled_pc.home / "keys" / "staff"
    target.mkdir()
    for file in (pc.home / "keys" / "staff").iterdir():
        (target / file.name).write_bytes(file.read_bytes())
    (enrolled_pc.home / "keys" / "device.key").write_bytes((pc.home / "keys" / "device.key").read_bytes())
    assert refused(enrolled_pc, "P2001", PASSPHRASE) == "E_SIGN_IN"
    assert type(enrolled_pc.desk(enrolled_pc.office.person("P2001"))) is TraineeDesk


def test_e06_a_certificate_changed_by_hand_gives_no_role(hq, enrolled_pc):
    certified(hq, enrolled_pc, PROCTOR)
    assert enrolled_pc.office.person("P2001").role is Role.PROCTOR
    file = enrolled_pc.home / "keys" / "staff" / "P2001.role"
    file.write_bytes(forged(file.read_bytes()))
    assert enrolled_pc.office.person("P2001").role is Role.TRAINEE
    assert refused(enrolled_pc, "P2001", PASSPHRASE) == "E_SIGN_IN"


def test_e07_an_unknown_id_and_a_wrong_secret_cost_the_same_work_and_say_the_same(tmp_path, content, monkeypatch):
    pc, cost = BranchPc.set_up(tmp_path / "home", content), PinCost(memory_kib=65_536, passes=1)
    pc.hire(PROCTOR)
    pc.close()
    done, found = [], []
    monkeypatch.setattr(argon2, "Argon2id", type("Counting", (CountedArgon2,), {"done": done}))
    with open_office(pc.home, content, clock=pc.clock, pin_cost=cost) as office:
        office.desk_of(HR).reset_pin("T1001", PIN)
        for staff_id in ("T1001", "T9999", "P2001", "王小雨"):
            done.clear()
            with pytest.raises(SignInRefused) as refusal:
                office.sign_in(staff_id, WRONG)
            found.append((refusal.value.code, refusal.value.facts, list(done)))
    assert found == [("E_SIGN_IN", {"wait_seconds": 0}, [(65_536, 1)])] * 4


def test_e08_a_role_that_ran_out_opens_nothing(hq, enrolled_pc):
    granted = certified(hq, enrolled_pc, PROCTOR, days=1)
    assert enrolled_pc.office.proctor("P2001", PASSPHRASE).person.role is Role.PROCTOR
    enrolled_pc.clock.forward(DAY)
    with pytest.raises(Expired):
        enrolled_pc.office.proctor("P2001", PASSPHRASE)
    assert last(enrolled_pc)[1] == {"code": "E_EXPIRED", "staff": "P2001", "role_certificate": granted.id}
    assert refused(enrolled_pc, "P2001", "another phrase") == "E_SIGN_IN"


def test_e08_a_role_that_was_withdrawn_opens_nothing(hq, enrolled_pc):
    granted = certified(hq, enrolled_pc, PROCTOR)
    with hq.desk() as desk:
        desk.revoke("role", granted.id)
        listed = desk.revocation_path
    assert [one.error for one in enrolled_pc.office.take_in([listed], "0.1.0")] == [None]
    with pytest.raises(Revoked):
        enrolled_pc.office.proctor("P2001", PASSPHRASE)


def test_e08_what_a_proctor_does_names_the_certificate_it_is_done_under(hq, enrolled_pc):
    granted = certified(hq, enrolled_pc, PROCTOR)
    desk = enrolled_pc.office.proctor("P2001", PASSPHRASE)
    desk.confirm_clock("looked at the station clock")
    assert last(enrolled_pc)[1]["role_certificate"] == granted.id
