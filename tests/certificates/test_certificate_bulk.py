"""All certificates in one archive."""

from dataclasses import replace
from zipfile import ZipFile

import pytest

from certificates import Certificate, save_all
from certificates.bulk import file_names
from certificates.errors import CannotWrite, RegisterDamaged
from tests.certificates.examples import a_person, a_sitting, some_facts


def made(facts):
    return Certificate(facts.number, "0" * 64, facts.issued, facts.valid_until, facts)


class Shelf:
    def __init__(self, *issued):
        self.issued, self.damaged = issued, ""

    def all(self):
        return self.issued

    def pdf(self, number):
        if number == self.damaged:
            raise RegisterDamaged(number=number)
        return f"PDF of {number}".encode()


ONE = made(some_facts())
TWO = made(some_facts(number="SH-2", name="王芳", staff_id="A0000006", branch_code="SH-PD02"))


@pytest.mark.feature("f9")
def test_every_certificate_is_in_the_archive_as_it_was_issued_named_by_staff_id_and_name(desk, tmp_path):
    issued = desk.issue(a_sitting(), a_person())
    assert save_all(desk, tmp_path / "out" / "all.zip") == 1
    with ZipFile(tmp_path / "out" / "all.zip") as archive:
        assert archive.namelist() == ["A0000005_欧阳㛃䶮.pdf"]
        assert archive.read("A0000005_欧阳㛃䶮.pdf") == desk.pdf(issued.number)


def test_only_the_branch_asked_for(tmp_path):
    assert save_all(Shelf(ONE, TWO), tmp_path / "all.zip", "SH-PD02") == 1
    assert ZipFile(tmp_path / "all.zip").namelist() == ["A0000006_王芳.pdf"]


def test_the_same_certificates_give_the_same_bytes(tmp_path):
    for name in ("a.zip", "b.zip"):
        save_all(Shelf(ONE, TWO), tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_whoever_has_several_gets_the_numbers_behind_the_name():
    again = made(some_facts(number="BJ-2"))
    assert file_names([ONE, again, TWO]) == [
        f"A0000005_欧阳㛃䶮_{ONE.number}.pdf",
        "A0000005_欧阳㛃䶮_BJ-2.pdf",
        "A0000006_王芳.pdf",
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [("../../etc/x", ".._.._etc_x"), ('a<b>:"c"|?*', "a_b___c____"), ("J. ", "J"), ("王" * 90, "王" * 60)],
)
def test_no_name_leads_out_of_the_folder_or_is_refused_by_windows(name, told):
    assert file_names([replace(ONE, facts=some_facts(name=name))]) == [f"A0000005_{told}.pdf"]


def test_where_one_file_is_damaged_no_archive_is_left(tmp_path):
    shelf = Shelf(ONE, TWO)
    shelf.damaged = TWO.number
    with pytest.raises(RegisterDamaged):
        save_all(shelf, tmp_path / "all.zip")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite):
        save_all(Shelf(ONE), tmp_path / "file" / "all.zip")
