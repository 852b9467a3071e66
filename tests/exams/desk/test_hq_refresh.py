"""HR's copy of headquarters' folder becomes a newer one: whole or not at all, never an older, foreign or forged one."""

import json
import os
import shutil
import signal
import sys
from itertools import count

import pytest
from click.testing import CliRunner

from desktop.commands.hr import command
from desktop.words.errors import error_sentence
from exams.desk.hq_desk import open_hq
from exams.desk.hq_errors import FileNotWritten
from exams.desk.hq_roots import RootChange
from exams.errors import AcademyError
from exams.packs.file_errors import WrongHash
from exams.packs.slots import SlotPurpose
from exams.store.hq_database import open_hq_database
from exams.store.hq_devices import enrolled_devices, save_device
from exams.store.trust_files import begin_trust
from exams.trust.errors import RolledBack
from tests.exams.desk.enrolling import enrolled
from tests.exams.desk.head_office import DAY, SESSION, HeadOffice, told

LATER = "S0000000B"


class HrPc:
    """HR's home with a copy of headquarters' folder, as it was when this was made."""

    def __init__(self, hq, home):
        self.hq, self.home = hq, home
        shutil.copytree(hq.home / "hq", home / "hq")

    def desk(self):
        return open_hq(self.home, told, "li", self.hq.clock)

    def copy(self, name="newer", without=()):
        """Headquarters' folder as it is now, on a stick; packs beside it."""
        place = self.home.parent / name
        shutil.copytree(self.hq.home / "hq", place / "hq", ignore=shutil.ignore_patterns("*.key", "keys", *without))
        for pack in self.hq.stick.glob("*.pack"):
            shutil.copyfile(pack, place / pack.name)
        return place

    def refresh(self, folder):
        with self.desk() as desk:
            return desk.refresh(folder)

    def refused(self, folder):
        """The refusal, with words; not a byte of HR's folder has changed."""
        before = self.state()
        with pytest.raises(AcademyError) as refused:
            self.refresh(folder)
        assert self.state() == before
        assert error_sentence(refused.value).what
        return refused.value

    def state(self):
        folder = self.home / "hq"
        files = {
            path.name: path.read_bytes() for path in folder.rglob("*") if path.suffix in (".json", ".pack", ".pem")
        }
        with self.desk() as desk:
            return files, [line.digest for line in desk.log()], [one.id for one in desk.sessions()]


@pytest.fixture
def hr(hq, tmp_path):
    (tmp_path / "hr").mkdir()
    return HrPc(hq, tmp_path / "hr")


@pytest.fixture(scope="module")
def week(founded, tmp_path_factory):
    """That headquarters a week later; nobody writes to it."""
    hq = founded.copied(tmp_path_factory.mktemp("week"))
    work_on(hq)
    return hq


@pytest.fixture
def later(hr, week):
    """HR's copy is a week old."""
    shutil.rmtree(hr.hq.home)
    shutil.copytree(week.home, hr.hq.home)
    shutil.copytree(week.stick, hr.hq.stick, dirs_exist_ok=True)
    hr.hq.clock.forward(7 * DAY)
    return hr


def work_on(hq):
    """What headquarters does in a week: a session released, a pack, a device, something withdrawn, another root."""
    hq.clock.forward(7 * DAY)
    hq.publish(2)
    enrolled(hq, "late")
    hq.plan(LATER)
    hq.release(SlotPurpose.ITEMS, LATER)
    with hq.desk() as desk:
        desk.revoke("session", SESSION)
        desk.rotate(RootChange(replace=("hr",)))


def test_a_week_of_headquarters_is_taken_over_in_one_step_and_hrs_own_acts_stay(later):
    with later.desk() as desk:
        desk.signed_by_hr("standing", {"mine": 1}, lambda _key: None)
    done = later.refresh(later.copy())
    assert (done.changed, done.root, done.withdrawals, "COURSE-2" in done.packs) == (True, 2, 2, True)
    with later.desk() as desk, later.hq.desk() as theirs:
        assert desk.log_broken_at() == 0
        assert [one.id for one in desk.sessions()] == [one.id for one in theirs.sessions()]
        assert [(line.wt, line.session) for line in desk.log("release")] == [
            (line.wt, line.session) for line in theirs.log("release")
        ]
        assert len(desk.log("standing")) == 1
        assert desk.hr_keys() == theirs.hr_keys()
        (line,) = desk.log("refresh")
    assert (line.who, line.facts["root"], line.facts["acts"]) == ("li", 2, done.acts)
    ours, theirs = open_hq_database(later.home), open_hq_database(later.hq.home)
    assert enrolled_devices(ours) == enrolled_devices(theirs)
    ours.close()
    theirs.close()


def test_the_same_folder_again_is_no_news_and_the_next_one_brings_only_what_is_new(later):
    later.refresh(later.copy("a"))
    before = later.state()
    assert later.refresh(later.home.parent / "a").changed is False
    assert later.state() == before
    later.hq.plan("S0000000C")
    done = later.refresh(later.copy("b"))
    assert (done.acts, done.packs) == (1, {})


def test_an_older_copy_is_refused_and_so_is_one_that_goes_on_otherwise(hr):
    old = hr.copy("old")
    aside = HeadOffice(hr.hq.folder, hr.hq.parts, hr.hq.clock).copied(hr.home.parent / "aside")
    hr.hq.plan(LATER)
    hr.refresh(hr.copy("new"))
    assert hr.refused(old).facts["reason"] == "older"
    aside.plan("S0000000C")
    shutil.copytree(aside.home / "hq", hr.home.parent / "fork" / "hq")
    assert hr.refused(hr.home.parent / "fork").facts["reason"] == "fork"
    with hr.hq.desk() as desk:
        desk.revoke("session", LATER)
        desk.rotate(RootChange(replace=("hr",)))
    hr.refresh(hr.copy("newest"))
    assert isinstance(hr.refused(hr.home.parent / "new"), RolledBack)


def test_withdrawals_never_go_back(hr):
    old = (hr.hq.home / "hq" / "revocation.json").read_bytes()
    with hr.hq.desk() as desk:
        desk.revoke("session", SESSION)
    hr.refresh(hr.copy("a"))
    place = hr.copy("b")
    (place / "hq" / "revocation.json").write_bytes(old)
    assert isinstance(hr.refused(place), RolledBack)


def test_another_headquarters_and_a_folder_that_is_none_are_refused(later):
    place = later.copy()
    roots = place / "hq" / "roots"
    shutil.copyfile(roots / "2.json", roots / "1.json")
    assert later.refused(place).facts["reason"] == "other"
    assert later.refused(roots).facts["reason"] == "nothing"


def test_an_altered_log_a_forged_device_and_a_spoilt_pack_are_refused(hr):
    enrolled(hr.hq, "late")
    places = {name: hr.copy(name) for name in ("log", "device", "pack")}
    db = open_hq_database(places["log"])
    db.execute("UPDATE log SET who = 'somebody' WHERE seq = 2")
    db.close()
    db = open_hq_database(places["device"])
    (row,) = enrolled_devices(db)
    save_device(db, type(row)(row.serial, "SH-PD02", row.sign, row.raw, row.issued_wt))
    db.close()
    raw = (places["pack"] / "1.pack").read_bytes()
    (places["pack"] / "1.pack").write_bytes(raw[: len(raw) // 2])
    assert (hr.refused(places["log"]).code, hr.refused(places["device"]).facts["reason"]) == ("E_HQ_LOG", "device")
    assert hr.refused(places["pack"]).code


def test_a_pack_that_one_byte_has_spoilt_takes_no_good_ones_place(hr):
    with hr.desk() as desk:
        desk.keep_packs([hr.hq.stick / "1.pack"])
    place = hr.copy()
    raw = bytearray((place / "1.pack").read_bytes())
    raw[raw.index(b"SQLite format 3") + 4_000] ^= 1
    (place / "1.pack").write_bytes(raw)
    assert hr.refused(place).code == "E_HASH"
    with hr.desk() as desk, pytest.raises(WrongHash):
        desk.keep_packs([place / "1.pack"])


def test_what_fails_half_way_leaves_everything_as_it_was(later):
    place, blocked = later.copy(), later.home / "hq" / "hr-packs"
    blocked.write_text("a file where the folder of packs would be")
    assert isinstance(later.refused(place), FileNotWritten)
    blocked.unlink()
    assert later.refresh(place).changed


class Killed:
    """A process that is killed before it moves a file to its place, or flushes a folder, for the n-th time."""

    def __init__(self, moment):
        self.left = moment

    def hear(self, event, args):
        if event == "os.rename" or (event == "open" and args[2] & os.O_DIRECTORY):
            self.left -= 1
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)


def refreshed_until(hr, folder, moment):
    """True where the kill came before the end."""
    child = os.fork()
    if not child:
        status = 1
        try:
            sys.addaudithook(Killed(moment).hear)
            hr.refresh(folder)
            status = 0
        finally:
            os._exit(status)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended in (0, -signal.SIGKILL)
    return ended != 0


def told_of(hr):
    """What the last line of the log says, and what the home believes of certificates and files."""
    with hr.desk() as desk:
        *_, line = desk.log("refresh")
    trust = {path.name: path.read_bytes() for path in (hr.home / "trust").rglob("*.json")}
    return hr.state(), line.facts, trust, sorted(path.name for path in hr.home.rglob("*.part"))


@pytest.mark.parametrize(("kind", "step"), [("copy", 3), ("verifiers", 2)])
def test_killed_anywhere_and_run_again_it_ends_as_if_nobody_had_killed_it(later, tmp_path, kind, step):
    place = later.copy()
    if kind == "verifiers":
        place = tmp_path / "bank"
        with later.hq.desk() as desk:
            desk.write_trust(place)
    begin_trust(later.home, (later.home / "hq" / "roots" / "1.json").read_bytes())
    as_it_was = tmp_path / "as-it-was"
    shutil.copytree(later.home, as_it_was)
    whole = later.refresh(place)
    wanted, kills = told_of(later), 0
    for moment in count(2, step):
        shutil.rmtree(later.home)
        shutil.copytree(as_it_was, later.home)
        killed = refreshed_until(later, place, moment)
        if not killed:
            break
        assert later.refresh(place) == whole
        assert told_of(later) == wanted
        kills += 1
    assert kills >= 4


def test_what_headquarters_gives_to_verifiers_brings_roots_and_withdrawals_alone(later, tmp_path):
    with later.hq.desk() as desk:
        desk.write_trust(tmp_path / "bank")
    done = later.refresh(tmp_path / "bank")
    assert (done.root, done.withdrawals, done.acts, done.packs) == (2, 2, 0, {})


def test_the_command_tells_until_when_the_root_holds(later):
    place = later.copy()
    done = CliRunner().invoke(command, ["refresh", str(place), "--home", str(later.home), "--by", "li", "--json"])
    document = json.loads(done.stdout)
    assert (document["changed"], document["root"]["version"], sorted(document["packs"])) == (
        True,
        2,
        ["COURSE-1", "COURSE-2"],
    )
    assert done.exit_code == (1 if document["root"]["expired"] else 0)
    again = CliRunner().invoke(command, ["refresh", str(place), "--home", str(later.home), "--by", "li", "--json"])
    assert json.loads(again.stdout)["changed"] is False
