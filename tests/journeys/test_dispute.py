"""A dispute from end to end with the program: collected, replayed, appealed against, marked, answered in print."""

import json

import pypdfium2
import pytest
from click.testing import CliRunner

from desktop.commands.main import academy
from exams.desk.bundling import open_bundling
from exams.packs.slots import SlotPurpose
from tests.exams.desk.branch_pc import PASSPHRASE, PROCTOR, XIAOYU, BranchPc
from tests.exams.desk.enrolling import certified, enrolled
from tests.exams.desk.head_office import PASS, SESSION, HeadOffice


class House:
    """Headquarters' home with HR's register, and what the commands say."""

    def __init__(self, hq):
        self.hq = hq
        (hq.folder / "pass").write_text(f"{PASS}\n", "utf-8")

    def ask(self, *words, by="chen", keys=True, code=0, language="en"):
        said = ["hr", *map(str, words), "--home", str(self.hq.home), "--language", language, "--json"]
        said += ["--passphrase-file", str(self.hq.folder / "pass")] if keys else []
        done = CliRunner().invoke(academy, [*said, *(["--by", by] if by else [])])
        assert done.exit_code == code, (done.stdout, done.stderr, done.exception)
        return json.loads(done.stdout)


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """One final sat at an enrolled PC, objected to, collected."""
    hq = HeadOffice.founded_once().copied(tmp_path_factory.mktemp("dispute") / "office")
    home, _record = enrolled(hq)
    hq.carry(home, hq.revocation(), *sorted(hq.stick.iterdir()))
    pc = BranchPc.set_up(home, home / "packs" / "COURSE-1" / "content.sqlite")
    pc.close_sessions()
    certified(hq, pc, PROCTOR)
    code = hq.release(SlotPurpose.ITEMS).code
    proctor = pc.office.sign_in(PROCTOR.staff_id, PASSPHRASE)
    _info, room_code = proctor.open_session("一号考场", session=SESSION, code=code)
    sitting = pc.begin_final(XIAOYU, room_code)
    place = next(one for one in sitting.paper.items if one.type == "single")
    for letter in place.order[:2]:
        pc.clock.forward(20_000)
        pc.desk().answer(sitting.id, place.position, letter)
    pc.desk().aids.comment(sitting.id, place.position, "key", "两个选项都对")
    pc.clock.forward(20_000)
    pc.desk().hand_in(sitting.id)
    pc.close()
    with open_bundling(home, pc.clock) as bundling:
        bundling.write(hq.folder / "in")
    made = House(hq)
    assert made.ask("collect", hq.folder / "in", "--pack", hq.stick / "1.pack")["accepted"] == 1
    made.sitting, made.place = sitting.id, place
    return made


@pytest.mark.feature("e4", "e9")
def test_a_dispute_from_the_replay_to_the_printed_answer(house):
    sitting, position = house.sitting, house.place.position
    told, order = house.ask("replay", sitting, "--item", position), house.place.order
    answers = [one["answer"] for one in told["steps"] if one["event"] == "answer"]
    assert (told["agrees"], answers, told["questions"][0]["order"]) == (
        True,
        list(order[:2]),
        list(order),
    )
    asked = ("appeal", "add", XIAOYU.staff_id, sitting, "--reason", "两个选项都对", "--item", position)
    number = house.ask(*asked, keys=False)["number"]
    decide = ("appeal", "decide", number, "upheld", "--relief", "full", "--words", "两项均可，给满分。")
    assert house.ask(*decide, code=3)["error"]["code"] == "E_APPEAL_DECISION"
    letter = house.hq.folder / "answer.pdf"
    done = house.ask(*decide, "--letter", letter, by="li", language="zh")
    assert (done["outcome"], done["decided_by"]) == ("upheld", "li")
    assert done["score_after"] > done["score_before"]
    page = pypdfium2.PdfDocument(letter.read_bytes())[0].get_textpage().get_text_range()
    assert all(text in page for text in (XIAOYU.staff_id, "两项均可，给满分。", f"{done['score_after']}%"))
    assert house.ask("appeal", "list", "--open", keys=False, by="")["appeals"] == []


@pytest.mark.feature("e4")
def test_an_objection_on_the_spot_is_marked_by_two_from_a_terminal(house):
    assert house.ask("marking", "gather")["found"] == 1
    (case,) = house.ask("marking", "list", keys=False)["cases"]
    where = (case["sitting"], case["position"])
    assert house.ask("marking", "mark", *where, "0.5", "--remark", "可以")["turn"] == 2
    assert house.ask("marking", "mark", *where, "1", code=3)["error"]["code"] == "E_MARKING"
    shown = house.ask("marking", "show", *where, by="li")
    assert (shown["marks"], shown["remark"]["text"], shown["mine"]) == ([], "两个选项都对", True)
    assert house.ask("marking", "mark", *where, "0.5", by="li")["points"] == 500
    told = house.ask("marking", "agreement", keys=False, by="")
    assert (told["count"], told["percent"], told["kappa"]) == (1, 100, None)
    assert [one["points"] for one in house.ask("marking", "show", *where, by="wang")["marks"]] == [500, 500]


def test_the_rules_are_read_and_changed_within_their_bounds(house):
    assert house.ask("appeal", "rules", "--days", 20, "--gap", "0.25", keys=False, by="") == {
        "appeal_days": 20,
        "marking_gap": 250,
    }
    refused = house.ask("appeal", "rules", "--days", 0, keys=False, by="", code=3)
    assert refused["error"]["code"] == "E_DISPUTE_RULE"
    assert house.ask("replay", "0" * 16, code=3)["error"]["code"] == "E_SITTING_UNKNOWN"
