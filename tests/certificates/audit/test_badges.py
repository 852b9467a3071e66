"""HR's Open Badges credentials: for whom it stands by, by its own key, in the format that others read."""

import json
from datetime import date
from zipfile import ZipFile

import pytest

from certificates import BadgeOffice, BadgePlan
from certificates.errors import AuditTaken
from certificates.proof.badge import read_credential
from tests.certificates.audit.audit_house import KEPT, NUMBERS, SHORT, Register

ISSUER = {"zh": "总行人力资源部", "en": "Headquarters HR"}
LATER = date(2027, 1, 10)


def exported(house, out, today=LATER, register=None, **only):
    register = register or Register(house.proofs())
    with house.office.desk() as desk:
        plan = BadgePlan(out, ISSUER, **only)
        count = BadgeOffice(house.office.home, desk, lambda: today).export(register, plan)
        return count, desk.hr_keys()


@pytest.mark.feature("g6")
def test_who_holds_a_certificate_gets_a_credential_that_hr_signed_twice(own_house, tmp_path):
    count, (key,) = exported(own_house, tmp_path / "badges")
    files = {one.stem: one.read_bytes() for one in (tmp_path / "badges").iterdir()}
    # Revoked, replaced, never confirmed, without proof: none of them gets one; what has run out says so itself.
    assert (count, set(files)) == (2, {KEPT, SHORT})
    said = read_credential(files[KEPT], key, thoroughly=True)
    assert (said.number, said.name, said.staff_id, said.score) == (KEPT, "欧阳㛃䶮", "A0000005", 92)
    assert json.loads(files[SHORT])["validUntil"].startswith("2026-12-01")


def test_an_archive_holds_the_same_files_and_is_the_same_every_time(own_house, tmp_path):
    exported(own_house, tmp_path / "badges")
    for _ in range(2):
        exported(own_house, tmp_path / "badges.zip")
        with ZipFile(tmp_path / "badges.zip") as archive:
            held = {name: archive.read(name) for name in archive.namelist()}
        assert held == {one.name: one.read_bytes() for one in (tmp_path / "badges").iterdir()}


def test_a_folder_that_is_there_is_left_alone_and_a_failure_leaves_nothing(own_house, tmp_path):
    (tmp_path / "badges").mkdir()
    with pytest.raises(AuditTaken):
        exported(own_house, tmp_path / "badges")
    with pytest.raises(ZeroDivisionError):
        exported(own_house, tmp_path / "new", register=Register(own_house.proofs(), ZeroDivisionError()))
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(("new", "."))] == []


def test_only_a_course_or_only_what_holds_that_day(own_house, tmp_path):
    assert exported(own_house, tmp_path / "other", course="OTHER")[0] == 0
    assert exported(own_house, tmp_path / "early", today=date(2026, 11, 25))[0] == len(NUMBERS) - 2
