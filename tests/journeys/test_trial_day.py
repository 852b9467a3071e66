"""Questions on trial from headquarters' pack to HR's figures: sat at a branch, collected, worth nothing, measured."""

import json

import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from exams.content.parts import make_parts
from exams.desk.bundling import open_bundling
from exams.packs.slots import SlotPurpose
from tests.exams.content.sources import choices
from tests.exams.desk.answering import right_of
from tests.exams.desk.branch_pc import PASSPHRASE, PROCTOR, XIAOYU, BranchPc
from tests.exams.desk.conftest import founded, hq
from tests.exams.desk.course import two_chapters
from tests.exams.desk.enrolling import certified, enrolled
from tests.exams.desk.head_office import PASS

__all__ = ["founded", "hq"]
pytestmark = pytest.mark.feature("c10")
SESSION, TRIALS = "S0000000B", {"2.1-s7", "2.1-s8", "2.1-s9"}


def with_trials(folder):
    """The course of two chapters whose final mixes in two of three questions on trial."""
    tree = two_chapters(folder)
    head, titles, rest = tree.text("blueprints/final.toml").partition("[titles]")
    tree.write("blueprints/final.toml", f"{head}[trial]\ncount = 2\n{titles}{rest}")
    more = "".join(choices(name, "single", "2.1-a", '"A"', extra="trial = true\n") for name in sorted(TRIALS))
    tree.write("bank/exam/2.1.toml", tree.text("bank/exam/2.1.toml") + more)
    sources = tree.read()
    assert sources.faults == (), sources.faults
    return make_parts(sources)


@pytest.fixture
def ask(hq):
    """What a command of HR says at headquarters' own home."""
    (hq.folder / "pass").write_text(f"{PASS}\n", "utf-8")

    def call(*words, keys=True):
        said = ["hr", *map(str, words), "--home", str(hq.home), "--language", "en", "--json"]
        said += ["--passphrase-file", str(hq.folder / "pass"), "--by", "chen"] if keys else []
        done = CliRunner().invoke(academy, said)
        assert done.exit_code == 0, (done.stdout, done.stderr, done.exception)
        return json.loads(done.stdout)

    return call


@pytest.fixture
def sitting(hq):
    """Every scored question right and every one on trial wrong; the bundle lies on the stick."""
    parts = with_trials(hq.folder / "assets")
    hq.publish(2, parts=parts)
    hq.plan(SESSION)
    hq.slots("t.slots")
    home, _record = enrolled(hq)
    files = (hq.stick / name for name in ("2.pack", "t.slots"))
    arrivals = hq.carry(home, hq.revocation(), *files)
    assert [one.error for one in arrivals.values() if one.error] == []
    pc = BranchPc.set_up(home, home / "packs" / "COURSE-2" / "content.sqlite")
    pc.close_sessions()
    certified(hq, pc, PROCTOR)
    proctor = pc.office.sign_in(PROCTOR.staff_id, PASSPHRASE)
    _info, code = proctor.open_session("一号考场", session=SESSION, code=hq.release(SlotPurpose.ITEMS, SESSION).code)
    begun = pc.begin_final(XIAOYU, code)
    told = right_of(parts, begun.paper)
    for place in begun.paper.items:
        pc.clock.forward(20_000)
        value = told[place.position]
        if not place.points:
            value = next(letter for letter in place.order if letter != value)
        pc.desk().answer(begun.id, place.position, value)
    pc.clock.forward(20_000)
    done = pc.desk().hand_in(begun.id)
    pc.close()
    with open_bundling(home, pc.clock) as bundling:
        bundling.write(hq.folder / "in")
    return done


def test_a_person_reads_which_items_were_on_trial(hq, ask, sitting):
    ask("collect", hq.folder / "in", "--pack", hq.stick / "2.pack")
    said = CliRunner().invoke(academy, ["hr", "items", "COURSE", "--home", str(hq.home), "--language", "zh"]).stdout
    tried = [place.item for place in sitting.paper.items if not place.points]
    marked = [line.partition("：")[0] for line in said.splitlines() if line.endswith(" · 试测题，不计分")]
    assert sorted(marked) == sorted(tried)


def test_questions_on_trial_come_to_hr_worth_nothing_and_are_measured(hq, ask, sitting):
    tried = {place.item for place in sitting.paper.items if not place.points}
    assert len(tried) == 2
    assert tried <= TRIALS
    assert ask("collect", hq.folder / "in", "--pack", hq.stick / "2.pack")["accepted"] == 1
    (person,) = ask("report", keys=False)["people"]
    assert person["state"] == "valid", person
    assert ask("marking", "gather") == {"found": 0, "waiting": 0}
    told = {one["item"]: one for one in ask("items", "COURSE", keys=False)["items"]}
    assert {name for name, one in told.items() if one["trial"]} == tried
    assert {one["item"] for one in told.values()} == {place.item for place in sitting.paper.items}
    assert all(told[name]["p"] == 0 for name in tried)
    assert all(one["p"] == 1 for name, one in told.items() if name not in tried)
    assert {(one["sittings"], one["answered"]) for one in told.values()} == {(1, 1)}
