"""A release is believed for who signed it, and says nothing that could not be a program's."""

import pytest

from exams.packs.file_errors import BadPath
from exams.packs.manifest import PackedFile
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.errors import BadSignature, NotStrict, WrongType
from exams.trust.keys import SigningKey
from exams.trust.root import RoleName
from exams.trust.times import write_time
from exams.updates.release import Release, read_release, sign_release, this_machine
from tests.exams.trust.ceremony import NOW, Ceremony

HQ = Ceremony()
KEY = HQ.roles[RoleName.PROGRAM]
FILE = PackedFile(7, "ab" * 32)


def release(version="0.2.0", **files):
    return Release(version, NOW, files or {"branch-academy-0.2.0-linux-x86_64.tar.xz": FILE})


def test_what_was_signed_is_read():
    assert read_release(sign_release(release(), KEY), HQ.root()) == release()


@pytest.mark.parametrize("signer", [SigningKey.generate(), HQ.roles[RoleName.PACK], HQ.roles[RoleName.CA], *HQ.holders])
def test_no_other_key_of_headquarters_signs_programs(signer):
    with pytest.raises(BadSignature):
        read_release(sign_release(release(), signer), HQ.root())


def test_what_was_signed_for_another_purpose_is_no_release():
    raw = sign_envelope(Purpose.MANIFEST, {"version": "0.2.0", "issued": write_time(NOW), "files": {}}, [KEY])
    with pytest.raises(WrongType):
        read_release(raw, HQ.root())


@pytest.mark.parametrize("version", ["", "1", "1.2", "1.2.3.4", "1.2.x", "../1.2", "1.2.3\n", "٢.0.0"])
def test_a_version_is_three_numbers(version):
    payload = {"version": version, "issued": write_time(NOW), "files": {}}
    with pytest.raises(NotStrict):
        read_release(sign_envelope(Purpose.PROGRAM, payload, [KEY]), HQ.root())
    with pytest.raises(NotStrict):
        sign_release(release(version), KEY)


@pytest.mark.parametrize("name", ["../a", "/a", "a\\b", "C:a", "con", "a\0b"])
def test_a_name_that_is_a_path_elsewhere_is_refused(name):
    files = {name: {"size": 1, "sha256": "ab" * 32}}
    payload = {"version": "0.2.0", "issued": write_time(NOW), "files": files}
    with pytest.raises(BadPath):
        read_release(sign_envelope(Purpose.PROGRAM, payload, [KEY]), HQ.root())


def test_each_kind_of_pc_has_its_own_archive():
    assert release().archive_for("linux-x86_64") == "branch-academy-0.2.0-linux-x86_64.tar.xz"
    assert release().archive_for("windows-x86_64") == ""
    assert this_machine().count("-") == 1
