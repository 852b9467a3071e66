"""One wrong key put right from a terminal: proposed by one officer, released by another, told to the branch."""

import json
import shutil

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from certificates import device_papers
from desktop.commands.main import academy
from exams import open_hq
from exams.accounts.person import Person, Role
from exams.desk.bundling import open_bundling
from exams.packs.slots import SlotPurpose
from tests.exams.desk.answering import right_of
from tests.exams.desk.branch_pc import PASSPHRASE, PROCTOR, XIAOYU, BranchPc
from tests.exams.desk.conftest import founded, hq
from tests.exams.desk.enrolling import certified, enrolled
from tests.exams.desk.head_office import PASS, SESSION

__all__ = ["founded", "hq"]
COURSE, PASS_PERCENT = "COURSE", 80
OFFICERS = (Person("H3001", "孙丽华", "", "HR", "", Role.HR), Person("H3002", "李强", "", "HR", "", Role.HR))


class House:
    """HR's own PC, which gets all that it has by files, and what its commands say."""

    def __init__(self, hq):
        self.hq, self.home = hq, hq.folder / "hr-pc"
        (hq.folder / "pass").write_text(f"{PASS}\n", "utf-8")

    def run(self, *words, by="chen", keys=True):
        said = ["hr", *map(str, words), "--home", str(self.home), "--language", "en", "--json"]
        said += ["--passphrase-file", str(self.hq.folder / "pass")] if keys else []
        return CliRunner().invoke(academy, [*said, *(["--by", by] if by else [])])

    def ask(self, *words, by="chen", keys=True, code=0):
        done = self.run(*words, by=by, keys=keys)
        assert done.exit_code == code, (done.stdout, done.stderr, done.exception)
        return json.loads(done.stdout)


@pytest.fixture
def house(hq):
    """One final that is failed by the points of one question, collected."""
    home, _record = enrolled(hq)
    hq.carry(home, hq.revocation(), *sorted(hq.stick.iterdir()))
    pc = BranchPc.set_up(home, home / "packs" / "COURSE-1" / "content.sqlite")
    pc.close_sessions()
    certified(hq, pc, PROCTOR)
    code = hq.release(SlotPurpose.ITEMS).code
    proctor = pc.office.sign_in(PROCTOR.staff_id, PASSPHRASE)
    _info, room_code = proctor.open_session("一号考场", session=SESSION, code=code)
    sitting = pc.begin_final(XIAOYU, room_code)
    made = House(hq)
    made.place = next(one for one in sitting.paper.items if one.type == "single")
    right = right_of(hq.parts, sitting.paper)
    made.letter = next(one for one in made.place.order if one != right[made.place.position])
    told = failing_by_one(right, sitting.paper, made.place)
    for position, value in {**told, made.place.position: made.letter}.items():
        pc.clock.forward(20_000)
        pc.desk().answer(sitting.id, position, value)
    pc.clock.forward(20_000)
    made.sitting = pc.desk().hand_in(sitting.id)
    pc.close()
    with open_bundling(home, pc.clock) as bundling:
        bundling.write(hq.folder / "in")
    a_pc_of_hrs_own_begins(made)
    assert made.ask("collect", hq.folder / "in", "--pack", hq.stick / "1.pack")["accepted"] == 1
    return made


def a_pc_of_hrs_own_begins(house):
    """With the public folder alone it says what is missing; with HR's three keys it wants no other of headquarters'."""
    trust, there = house.hq.folder / "trust", house.home
    house.home = house.hq.home
    house.ask("trust", "--renew", "--out", trust)
    house.home = there
    assert house.ask("init", "--trust", trust, keys=False, by="", code=1)["keys_missing"] == ["hr", "hr_seal", "desk"]
    assert house.ask("report", keys=False, by="") == {"people": [], "branches": []}
    for words in (("collect", house.hq.folder / "in"), ("receipts", "--out", trust)):
        error = house.ask(*words, code=3)["error"]
        assert (error["code"], "hr, hr_seal and desk" in error["message"]) == ("E_NO_HQ", True)
    names = ("hr.key", "hr_seal.key", "desk.key")
    shutil.copytree(house.hq.home / "hq", there / "hq", ignore=lambda _folder, files: _others(files, names))
    assert sorted(path.name for path in (there / "hq").rglob("*.key")) == sorted(names)
    assert house.ask("init", "--trust", trust, keys=False, by="")["keys_missing"] == []


def _others(files, names):
    return [name for name in files if name.endswith(".key") and name not in names]


def failing_by_one(right, paper, wrong):
    """Every right answer but at the place whose key is wrong, and so few others that its points decide."""
    told, left, total = dict(right), sum(one.points for one in paper.items), sum(one.points for one in paper.items)
    for one in paper.items:
        if one is not wrong and not one.red_line and (left - one.points) * 100 >= PASS_PERCENT * total:
            del told[one.position]
            left -= one.points
    assert (left - wrong.points) * 100 < PASS_PERCENT * total
    return told


@pytest.mark.feature("e5", "e6")
def test_a_wrong_key_is_put_right_from_the_terminal_to_the_branch(house, tmp_path):
    item, version = house.place.item, house.place.version
    before = house.ask("report", keys=False, by="")["people"]
    assert [(one["staff_id"], one["state"]) for one in before] == [(XIAOYU.staff_id, "failed")]
    asked = ("regrade", "propose", COURSE, "--item", item, "--version", version, "--right", house.letter)
    asked = (*asked, "--reason", "The key was wrong: two colleagues agree.")
    tried = house.ask(*asked, "--dry-run")
    assert (tried["run"], tried["changed"], house.ask("regrade", "list", keys=False, by="")["runs"]) == (None, 1, [])
    told = house.ask(*asked)
    assert (told["run"], told["sittings"], told["originals"]) == (1, 1, tried["originals"])
    (change,) = told["changes"]
    assert (change["staff_id"], change["change"], change["consequence"]) == (XIAOYU.staff_id, "up", "issue")
    assert house.ask("report", keys=False, by="")["people"] == before
    assert house.ask("regrade", "release", 1, code=3)["error"]["code"] == "E_REGRADE_RELEASE"
    done = house.ask("regrade", "release", 1, by="li")
    assert (done["state"], done["decided_by"], len(done["to_do"])) == ("released", "li", 1)
    (person,) = house.ask("report", keys=False, by="")["people"]
    assert (person["state"], person["score"]) == ("valid", change["counts"]["percent"])
    house.ask("regrade", "export", 1, "--format", "xlsx", "--out", tmp_path / "run.xlsx", keys=False, by="")
    rows = [[cell.value for cell in row] for row in load_workbook(tmp_path / "run.xlsx").active.rows]
    assert [row[1] for row in rows] == ["staff_id", XIAOYU.staff_id]
    out = tmp_path / "back"
    house.ask("receipts", "--out", out)
    assert house.ask("regrade", "notices", 1, "--out", out, keys=False, by="")["notices"] == ["BJ-WJ01/regraded-1.csv"]
    assert len(list((out / "BJ-WJ01").iterdir())) == 2
    the_certificate_is_issued_and_goes_to_the_branch(house, change["sitting"], out)
    assert house.ask("regrade", "show", 1, keys=False, by="")["to_do"] == []
    nothing_else_is_corrected(house)
    where_officers_have_accounts_one_person_cannot_do_both(house)


def where_officers_have_accounts_one_person_cannot_do_both(house):
    """Whoever holds HR's keys and the passphrase of one account still wants the other officer."""
    content = house.hq.folder / "branch" / "packs" / "COURSE-1" / "content.sqlite"
    pc = BranchPc(house.home, content)
    for officer in OFFICERS:
        certified(house.hq, pc, officer)
    pc.close()
    mine = f"{OFFICERS[0].staff_id}\t{PASSPHRASE}\n"
    (house.hq.folder / "pass").write_text(f"{PASS}\n{mine}", "utf-8")
    again = ("regrade", "propose", COURSE, "--exam", "final", "--pass-percent", "79", "--reason", "Put to the board.")
    assert house.ask(*again, by="chen", code=3)["error"]["code"] == "E_OFFICER"
    number = house.ask(*again, by="H3001")["run"]
    for by, code in (("H3001", "E_REGRADE_RELEASE"), ("li", "E_OFFICER"), ("H3002", "E_OFFICER")):
        assert house.ask("regrade", "release", number, by=by, code=3)["error"]["code"] == code
    for others in (("results", "names", 1), ("finding", "done", "s", "--note", "seen")):
        assert house.ask(*others, by="H3002", code=3)["error"]["code"] == "E_OFFICER"
    assert house.ask("results", "names", 1, by="H3001")["names"] == 1
    (house.hq.folder / "pass").write_text(f"{PASS}\nH3002\t{PASSPHRASE}\n", "utf-8")
    assert house.ask("regrade", "release", number, by="H3002")["decided_by"] == "H3002"
    with open_hq(house.home, lambda _key, _new: PASS, "chen") as desk:
        told = desk.log("regrade")[-1]
    assert (told.who, "officer" in told.facts["about"]) == ("H3002", True)


def the_certificate_is_issued_and_goes_to_the_branch(house, sitting, out):
    """HR's PC is enrolled under a code of HR's own: what it signs is believed wherever headquarters is."""
    (due,) = house.ask("due", keys=False, by="")["due"]
    assert (due["sitting"], due["staff_id"], due["replaces"]) == (sitting, XIAOYU.staff_id, None)
    assert house.ask("issue", code=3)["error"]["code"] == "E_NOT_ENROLLED"
    enrolled(house.hq, house.home.name, "HR", papers=device_papers)
    assert [one["code"] for one in house.ask("issue", code=1)["refused"]] == ["E_ISSUE"]
    staff = house.hq.folder / "staff.csv"
    staff.write_text(f"staff_id,name,branch\n{XIAOYU.staff_id},{XIAOYU.name},BJ-WJ01\n", "utf-8")
    house.ask("staff", "import", staff, keys=False)
    (issued,) = house.ask("issue")["issued"]
    assert issued["number"].startswith("HR-2026-000001-")
    assert house.ask("issue")["issued"] == []
    returned = house.ask("receipts", "--out", out)["certificates"]
    assert returned == [f"BJ-WJ01/certificates/{issued['number']}.pdf"]
    again = house.ask("issued", "--branch", "BJ-WJ01", "--out", out.with_name("again"), keys=False, by="")
    assert (again["issued"], again["files"]) == ([issued], returned)
    verify = ["certificate", "verify", str(out / returned[0]), "--home", str(house.home), "--json"]
    (verdict,) = json.loads(CliRunner().invoke(academy, verify).stdout)
    assert (verdict["status"], verdict["facts"]["name"]) == ("valid", XIAOYU.name)


REFUSED = (
    (("--item", "9.9-x", "--credit"), "E_CORRECTION"),
    (("--exam", "other", "--pass-percent", "50"), "E_CORRECTION"),
    (("--exam", "final"), "E_CORRECTION"),
)
MISUSED = (
    (),
    ("--item", "9.9-x"),
    ("--item", "9.9-x", "--credit", "--remove"),
    ("--item", "9.9-x", "--exam", "final", "--credit"),
)


def nothing_else_is_corrected(house):
    for words, code in REFUSED:
        asked = ("regrade", "propose", COURSE, *words, "--reason", "why")
        assert house.ask(*asked, code=3)["error"]["code"] == code
    for words in MISUSED:
        assert house.run("regrade", "propose", COURSE, *words, "--reason", "why").exit_code == 2
    for words in (("show", 7), ("export", 7, "--format", "json", "--out", house.hq.folder / "x.json")):
        assert house.ask("regrade", *words, keys=False, by="", code=3)["error"]["code"] == "E_REGRADE_RELEASE"
    for words in (("withdraw", 1), ("withdraw", 7), ("settle", 1, "0" * 16, "N")):
        assert house.ask("regrade", *words, keys=False, code=3)["error"]["code"] == "E_REGRADE_RELEASE"
