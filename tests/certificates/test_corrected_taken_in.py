"""HR's corrected certificate comes to the branch: believed up to the root, vouched for by HR's lists, never doubled."""

import shutil
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from certificates import Certificate, CertificateDesk, HomeLists, HrIssuer, HrLists, UnknownCertificate
from certificates.corrected import follows
from certificates.issuing import issued_file
from certificates.numbering import certificate_number
from certificates.proof.strict import tokens_in
from certificates.proof.token import parse_token
from certificates.standing.lists import ListKind, StandingList, mark_of
from certificates.standing.standing import Standing
from certificates.store.certificate_rows import save_certificate
from certificates.store.database import open_register
from desktop.words.errors import error_sentence
from exams.desk.branch_desk import open_branch
from exams.desk.certifying import certifying_device
from exams.journal.line import Event
from exams.papers.paper import Paper
from exams.sittings.sitting import Kind, Sitting, State
from exams.store.database import open_database
from exams.store.journal_rows import JournalStore
from exams.store.sitting_rows import find_row, row_of, save_row
from exams.timing.clock import Moment
from tests.certificates.audit.audit_house import House, found_house
from tests.certificates.examples import WHEN, RememberingOffice, some_facts
from tests.certificates.test_hr_issuing import Book, due
from tests.exams.desk.enrolling import enrolled
from tests.exams.desk.head_office import APP, NOON
from tests.once import made_once

COUNTER = "GZ-TH02"
SITTING, FAILED = f"{1:016x}", f"{2:016x}"
OLD = certificate_number(COUNTER, 2026, 3)
OWN = some_facts(number=OLD, sitting=SITTING, branch_code=COUNTER)


def tokens_told(raw):
    return parse_token(tokens_in(raw)[0]).claims.number


def sat(sitting, staff="A0000005"):
    paper = Paper("final", "seed", staff, "S00000001", 1, ())
    moment = Moment("boot", 1, 1, NOON)
    one = Sitting(sitting, Kind.FINAL, staff, "S00000001", 1, paper, State.GRADED, 1, 1, started_wt=NOON, last=moment)
    return row_of(one, 1, 1)


class Post:
    """HR at a PC of its own, and a counter at which two finals were sat: the first passed there, the other failed."""

    def __init__(self, house):
        self.office = house.office
        self.home, self.stick = self.office.folder / "counter", self.office.folder / "post"

    def prepare(self):
        enrolled(self.office, "counter", COUNTER)
        with closing(open_database(self.home)) as db:
            for sitting in (SITTING, FAILED):
                save_row(db, sat(sitting))
        with open_register(self.home) as db:
            save_certificate(
                db, Certificate(OLD, sha256(b"%PDF").hexdigest(), OWN.issued, OWN.valid_until, OWN), b"%PDF"
            )

        self.issue(self.owed())[0].rename(self.stick / "first.pdf")

    @property
    def new(self):
        """What HR issued first, in the place of `OLD`."""
        raw = (self.stick / "first.pdf").read_bytes()
        return self.put(f"{tokens_told(raw)}.pdf", raw)

    def issue(self, *owed):
        """HR issues; gives the files."""
        book = Book(owed)
        with self.office.desk() as desk:
            made = HrIssuer(self.office.folder / "branch", desk, book, self.office.clock).issue().certificates
        return [self.put(f"{one.number}.pdf", book.pdfs[one.number]) for one in made]

    def owed(self, sitting=SITTING, replaces=OLD, number=1):
        return replace(due(self.office, number, replaces=replaces), sitting=sitting)

    def put(self, name, raw):
        self.stick.mkdir(exist_ok=True)
        (self.stick / name).write_bytes(raw)
        return self.stick / name

    def lists(self):
        return sorted((self.office.home / "hq" / "standing").iterdir())

    def say(self, act, *numbers):
        with self.office.desk() as desk:
            getattr(HrLists(self.office.home, desk, lambda: date(2026, 11, 24)), act)(*numbers)

    def bring(self, *files):
        with open_branch(self.home, APP, self.office.clock) as desk:
            return desk.install(files, lists=HomeLists(self.home))

    def refusal(self, file):
        """Why the last of the files was refused; with words for people."""
        error = self.bring(file)[-1].error
        assert error_sentence(error).what
        return error.code, error.facts.get("reason", "")

    @property
    def shelf(self):
        return CertificateDesk(self.home, RememberingOffice())

    @contextmanager
    def database(self):
        with closing(open_database(self.home)) as db:
            yield db

    def imports(self):
        with self.database() as db:
            journal = JournalStore(db, self.office.clock)
            return [one.facts() for one in journal.of_type(Event.CERTIFICATE_IMPORT)]


def prepared(folder):
    shutil.copytree(made_once("audit-house", found_house), folder / "house")
    Post(House(folder / "house")).prepare()


@pytest.fixture
def post(tmp_path):
    shutil.copytree(made_once("post", prepared) / "house", tmp_path / "house")
    return Post(House(tmp_path / "house"))


@pytest.mark.feature("e6", "f7")
def test_it_takes_the_old_ones_place_and_the_old_one_is_kept_as_replaced(post):
    new = post.new
    arrivals = post.bring(new, *post.lists())  # lists first, whatever the order on the stick
    assert [one.error for one in arrivals] == [None] * 4
    chain = post.shelf.chain(OLD)
    assert [one.number for one in chain] == [OLD, new.stem]
    assert post.shelf.chain(new.stem) == chain
    assert [str(status) for status, _ in post.shelf.standings(chain)] == ["superseded", "valid"]
    assert (post.shelf.pdf(new.stem), post.shelf.pdf(OLD)) == (new.read_bytes(), b"%PDF")
    assert (post.home / "certificates" / new.name).read_bytes() == new.read_bytes()
    told = chain[-1].facts
    assert (told.score, told.name, told.course_titles["en"]) == (88, "欧阳㛃䶮", OWN.course_titles["en"])
    with post.database() as db:
        assert find_row(db, SITTING).certificate == new.stem
    (line,) = post.imports()
    assert (line["number"], line["replaces"]) == (new.stem, OLD)
    assert [one.taken.changed for one in post.bring(new)] == [False]
    assert len(post.imports()) == 1


def test_what_the_branch_issued_is_still_what_its_bundles_tell_of(post):
    new = post.new
    post.bring(new, *post.lists())
    assert [one.number for one in post.shelf.all()] == [OLD]
    assert post.shelf.of_sitting(SITTING).number == OLD


@pytest.mark.feature("e6")
def test_who_failed_at_the_branch_and_passed_after_all_has_a_first_one(post):
    (new,) = post.issue(post.owed(FAILED, ""))
    post.bring(new, *post.lists())
    assert [one.number for one in post.shelf.chain(new.stem)] == [new.stem]
    assert post.imports()[0]["replaces"] == ""


def test_one_that_was_kept_when_the_power_went_is_journalled_by_the_same_file(post):
    new = post.new
    post.bring(*post.lists())
    keeper = HomeLists(post.home)
    keeper.keep(new.read_bytes(), keeper.judge(new.read_bytes()))
    (post.home / "certificates" / new.name).unlink()
    assert post.bring(new)[0].taken.changed
    assert (post.home / "certificates" / new.name).exists()
    assert post.imports()[0]["replaces"] == OLD


def test_of_two_corrections_the_later_one_counts_and_the_earlier_one_coming_late_is_refused(post):
    first = post.new
    (second,) = post.issue(post.owed(replaces=first.stem))
    post.bring(*post.lists())
    assert post.refusal(first) == ("E_CORRECTED", "stale")
    assert post.bring(second)[0].taken.changed
    assert [one.number for one in post.shelf.chain(OLD)] == [OLD, second.stem]


def test_an_earlier_correction_that_is_here_already_takes_nothing_back(post):
    first = post.new
    post.bring(first, *post.lists())
    (second,) = post.issue(post.owed(replaces=first.stem))
    post.bring(second, *post.lists())
    assert [one.taken.changed for one in post.bring(first)] == [False]
    assert [one.number for one in post.shelf.chain(OLD)] == [OLD, first.stem, second.stem]


def test_before_hrs_lists_have_come_it_is_refused_and_says_what_comes_first(post):
    new = post.new
    assert post.refusal(new) == ("E_CORRECTED", "unlisted")
    (first,) = post.issue(post.owed(FAILED, ""))
    assert post.refusal(first) == ("E_CORRECTED", "unlisted")
    assert post.bring(*post.lists(), new)[-1].taken.changed


def test_one_that_was_revoked_since_is_refused(post):
    new = post.new
    post.say("revoke", [new.stem])
    post.bring(*post.lists())
    assert post.refusal(new) == ("E_CORRECTED", "stale")


def test_an_enrolled_pc_that_hr_does_not_name_is_not_entitled(post):
    new = post.new
    post.bring(*post.lists())
    device = certifying_device(post.office.folder / "branch", post.office.clock)
    forged = replace(OWN, number=certificate_number(device.record.branch, 2026, 77), branch_code=device.record.branch)
    post.say("confirm", [forged.number])  # even a number that HR has confirmed for somebody
    post.bring(*post.lists())
    file = post.put("forged.pdf", issued_file(forged, device, WHEN))
    assert post.refusal(file) == ("E_CORRECTED", "other")
    assert (post.imports(), [one.number for one in post.shelf.chain(OLD)]) == ([], [OLD])
    assert post.bring(new)[0].taken.changed


def test_another_branchs_pc_cannot_sign_the_number_that_hr_named(post):
    device = certifying_device(post.office.folder / "branch", post.office.clock)
    named = certificate_number("HR", 2026, 1)
    post.say("confirm", [named])
    post.say("supersede", OLD, named)
    post.bring(*post.lists())
    facts = replace(OWN, number=named, branch_code=device.record.branch)
    assert post.refusal(post.put("forged.pdf", issued_file(facts, device, WHEN)))[0] == "E_CERTIFICATE_BRANCH"
    assert post.imports() == []


def test_after_the_branchs_own_was_revoked_a_new_one_stands_for_itself(post):
    post.say("revoke", [OLD])
    (new,) = post.issue(post.owed(SITTING, ""))
    post.bring(new, *post.lists())
    assert [one.number for one in post.shelf.chain(OLD)] == [OLD, new.stem]


def test_one_of_somebody_else_is_refused(post):
    device = certifying_device(post.office.folder / "branch", post.office.clock)
    facts = replace(OWN, number=certificate_number(device.record.branch, 2026, 78), branch_code=device.record.branch)
    for at, other in enumerate(({"sitting": "ee" * 8}, {"staff_id": "B0000009"})):
        file = post.put(f"else-{at}.pdf", issued_file(replace(facts, **other), device, WHEN))
        assert post.refusal(file) == ("E_CORRECTED", "person")


def test_a_byte_changed_anywhere_or_the_end_missing_is_refused_and_nothing_is_kept(post):
    raw = post.new.read_bytes()
    spoilt = [raw[:-40], raw + b"\n"]
    for at in (0.2, 0.5, 0.9):
        place = int(len(raw) * at)
        spoilt.append(raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])
    post.bring(*post.lists())
    arrivals = post.bring(*(post.put(f"spoilt-{at}.pdf", one) for at, one in enumerate(spoilt)))
    assert all(one.error is not None and error_sentence(one.error).what for one in arrivals)
    assert (post.imports(), [one.number for one in post.shelf.chain(OLD)]) == ([], [OLD])


def test_the_issuer_of_another_headquarters_is_refused(post):
    new = post.new
    post.bring(*post.lists())
    home = post.office.folder / "stranger"
    shutil.copytree(post.home, home)
    shutil.rmtree(home / "trust")
    with open_branch(home, APP, post.office.clock) as desk:
        assert desk.install([new], lists=HomeLists(home))[0].error.code == "E_UNKNOWN_ISSUER"


def test_a_number_that_nobody_here_knows_has_no_chain(post):
    with pytest.raises(UnknownCertificate):
        post.shelf.chain(certificate_number(COUNTER, 2026, 999))


def test_lists_that_lead_in_a_circle_lead_nowhere():
    said = Standing(superseded=StandingList(ListKind.SUPERSEDED, 1, marks={mark_of("A"): "B", mark_of("B"): "A"}))
    assert follows(said, "A", "B")
    assert not follows(said, "A", "C")
    assert not follows(Standing(), "A", "A")
