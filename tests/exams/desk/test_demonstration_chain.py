"""A demonstration walks the whole way from headquarters in one home, and its codes open its sessions."""

import pytest

from exams.accounts.resets import read_desk
from exams.desk.branch_status import branch_status
from exams.desk.demonstration import BRANCH
from exams.desk.demonstration_chain import DEVICE, PASSPHRASE, SESSIONS, make_chain
from exams.desk.enrolment import genesis_serial
from exams.desk.hq_desk import open_hq
from exams.desk.pack_shelf import PackShelf
from exams.desk.vault import Vault
from exams.journal.line import Event
from exams.store.database import open_database
from exams.store.device_files import kept_record
from exams.store.journal_rows import JournalStore
from exams.store.trust_files import kept_reset_desk, load_trust
from exams.timing.story_clock import StoryClock
from exams.trust.envelope import payload_sha256
from tests.exams.desk.head_office import NOON, course_parts


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("chain")
    parts = course_parts(folder / "assets")
    return folder / "home", parts, make_chain(folder / "home", parts, BRANCH, StoryClock(NOON))


def test_each_code_opens_its_session_in_the_same_home(made):
    home, parts, chain = made
    vault = Vault(home, PackShelf(home), lambda: BRANCH.code)
    assert tuple(chain.codes) == SESSIONS == tuple(plan.session for plan in vault.sessions())
    for session in SESSIONS:
        vault.open_session(session, chain.codes[session], NOON)
        assert vault.items(session) == parts.items
        assert vault.keys(session) == parts.keys


def test_the_pack_is_marked_as_a_demonstration(made):
    home, _parts, chain = made
    pack = branch_status(home)["pack"]
    assert (chain.pack, pack["pack"], pack["version"], pack["demonstration"]) == ("DEMO-1", "DEMO", 1, True)


def test_its_headquarters_works_on_with_the_passphrase_that_is_told(made):
    home, _parts, chain = made
    with open_hq(home, lambda _name, _new: PASSPHRASE, "guest") as desk:
        assert [line.session for line in desk.log("release")] == list(chain.codes)
        assert desk.log_broken_at() == 0


def test_its_pc_is_enrolled_and_the_journal_begins_with_the_record(made):
    home, _parts, _chain = made
    db = open_database(home)
    try:
        journal = JournalStore(db, StoryClock(NOON))
        first = next(journal.records())
        assert (first.line.type, genesis_serial(journal)) == (Event.GENESIS, DEVICE)
        assert first.facts()["record"] == payload_sha256(kept_record(home))
    finally:
        db.close()
    assert branch_status(home)["device"]["serial"] == DEVICE


def test_its_record_has_brought_the_desk_that_lost_pins_are_asked_of(made):
    home, _parts, _chain = made
    assert read_desk(kept_reset_desk(home), load_trust(home).root)


def test_nothing_is_left_lying_about(made):
    home, _parts, _chain = made
    folders = sorted(path.name for path in home.iterdir() if path.is_dir())
    assert folders == ["backups", "certificates", "hq", "keys", "logs", "packs", "trust"]
