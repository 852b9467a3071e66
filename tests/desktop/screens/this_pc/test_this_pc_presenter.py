"""How this PC stands with headquarters: asked, answered, due, over, withdrawn; each refusal in one sentence."""

from dataclasses import replace

import pytest

from desktop.background.manual import ManualJobs
from desktop.screens.this_pc.presenter import Exits, ThisPcPresenter, Tools, enrolled_text
from desktop.screens.this_pc.state import Field, Standing
from exams import Asked, DeviceView, Enrolled
from exams.devices.errors import ForeignRecord, RequestRefused
from exams.devices.identity import DeviceKeys
from exams.devices.record import DeviceRecord
from exams.devices.request import make_request, read_request
from exams.trust.errors import TrustSpoilt
from tests.desktop.screens.proctor_act.test_proctor_act_presenter import Page

DAY = 86_400_000
NOW = 1_800_000_000_000
RAW = make_request(DeviceKeys.generate(), "NJ-01", "前台一号机")
ASKED = Asked(read_request(RAW), "7KQ2-M9D4", RAW, "BAR1:ABC")
RECORD = DeviceRecord("D0000000A", "NJ-01", "前台一号机", b"", b"", b"", b"", NOW - DAY, NOW + 364 * DAY, 1)
NEW = DeviceView(follows=True)
WAITING = replace(NEW, asked=ASKED)
ENROLLED = replace(NEW, record=RECORD)


class Desk:
    """Keeps how the PC stands; `refusal` is what it says next."""

    def __init__(self, view=NEW):
        self.now, self.refusal, self.heard = view, None, []

    def view(self):
        if isinstance(self.now, Exception):
            raise self.now
        return self.now

    def ask(self, branch, label):
        self._hear("ask", branch, label)
        self.now = replace(self.now, asked=ASKED)
        return ASKED

    def take_in(self, raw):
        self._hear("take in", raw)
        self.now = replace(self.now, asked=None, record=RECORD)
        return Enrolled(RECORD, changed=True, renewal=False)

    def _hear(self, *words):
        if self.refusal:
            raise self.refusal
        self.heard.append(words)


class FocusPage(Page):
    """Also remembers where the cursor was put."""

    cursor = None

    def focus(self, field):
        self.cursor = field


class Pc:
    """The page with its jobs, and where it led."""

    def __init__(self, desk):
        self.desk, self.page, self.jobs, self.led, self.clipboard = desk, FocusPage(), ManualJobs(), [], []
        tools = Tools(lambda: NOW, lambda text: ((bool(text),),), self.clipboard.append)
        exits = Exits(
            save=lambda name, raw: self.led.append((name, raw)),
            file=lambda taken: taken(b"{file}"),
            enrolled=lambda done: self.led.append(enrolled_text(done)),
            packs=lambda: self.led.append("packs"),
            leave=lambda: self.led.append("leave"),
        )
        self.presenter = ThisPcPresenter(desk, self.jobs, tools, exits)
        self.presenter.attach(self.page)
        self.presenter.show()

    @property
    def state(self):
        return self.page.state

    def fill(self, **fields):
        for name, text in fields.items():
            self.presenter.type(name, text)


@pytest.mark.parametrize(
    ("seen", "standing"),
    [
        (NEW, Standing.NOBODYS),
        (WAITING, Standing.WAITING),
        (ENROLLED, Standing.ENROLLED),
        (replace(ENROLLED, asked=ASKED), Standing.ENROLLED),
        (replace(ENROLLED, record=replace(RECORD, not_after_wt=NOW + 30 * DAY + 1)), Standing.ENROLLED),
        (replace(ENROLLED, record=replace(RECORD, not_after_wt=NOW + 30 * DAY)), Standing.DUE),
        (replace(ENROLLED, record=replace(RECORD, not_after_wt=NOW + 1)), Standing.DUE),
        (replace(ENROLLED, record=replace(RECORD, not_after_wt=NOW)), Standing.OVER),
        (replace(ENROLLED, revoked=True), Standing.WITHDRAWN),
    ],
)
def test_the_page_says_how_the_pc_stands(seen, standing):
    assert Pc(Desk(seen)).state.standing is standing


def test_a_request_is_made_beside_the_window_and_shown_three_ways():
    pc = Pc(Desk())
    pc.fill(branch=" nj-01 ", label=" 前台一号机 ")
    pc.presenter.ask()
    assert (pc.state.busy, pc.desk.heard) == (True, [])
    pc.jobs.finish_all()
    assert pc.desk.heard == [("ask", "NJ-01", "前台一号机")]
    request = pc.state.request
    assert (request.fingerprint, request.text, request.symbol) == ("7KQ2-M9D4", "BAR1:ABC", ((True,),))
    assert (pc.state.busy, pc.page.cursor) == (False, Field.ANSWER)


def test_a_pc_without_a_name_is_called_by_its_branch():
    pc = Pc(Desk())
    pc.fill(branch="nj-01")
    pc.presenter.ask()
    pc.jobs.finish_all()
    assert pc.desk.heard == [("ask", "NJ-01", "NJ-01")]


def test_without_a_branch_nothing_is_asked():
    pc = Pc(Desk())
    pc.presenter.ask()
    assert (pc.jobs.waiting, pc.page.cursor) == (0, Field.BRANCH)


def test_the_request_goes_out_as_a_file_or_by_the_clipboard():
    pc = Pc(Desk(WAITING))
    pc.presenter.save()
    pc.presenter.copy()
    assert (pc.led, pc.clipboard) == ([("NJ-01.request", RAW)], ["BAR1:ABC"])


def test_before_a_request_was_made_there_is_none_to_save():
    pc = Pc(Desk())
    pc.presenter.save()
    pc.presenter.copy()
    assert (pc.led, pc.clipboard) == ([], [])


@pytest.mark.parametrize("way", ["text", "file"])
def test_the_answer_is_taken_in_and_told(way):
    pc = Pc(Desk(WAITING))
    pc.fill(answer=" bad1:xyz ")
    (pc.presenter.take_text if way == "text" else pc.presenter.take_file)()
    pc.jobs.finish_all()
    assert pc.desk.heard == [("take in", b"bad1:xyz" if way == "text" else b"{file}")]
    assert (pc.state.standing, pc.state.request, pc.state.draft.answer) == (Standing.ENROLLED, None, "")
    assert "D0000000A" in pc.led[0]
    assert [fact.value for fact in pc.state.facts][:3] == ["D0000000A", "NJ-01", "前台一号机"]


def test_an_empty_field_is_no_answer():
    pc = Pc(Desk(WAITING))
    pc.presenter.take_text()
    assert (pc.jobs.waiting, pc.page.cursor) == (0, Field.ANSWER)


@pytest.mark.parametrize(
    "refusal", [ForeignRecord(reason="nonce", serial="D0000000B"), RequestRefused(reason="branch")]
)
def test_a_refusal_is_said_and_what_was_typed_stays(refusal):
    pc = Pc(Desk(WAITING))
    pc.desk.refusal = refusal
    pc.fill(answer="BAD1:XYZ")
    pc.presenter.take_text()
    pc.jobs.finish_all()
    assert pc.state.fault
    assert (pc.state.busy, pc.state.draft.answer, pc.state.standing) == (False, "BAD1:XYZ", Standing.WAITING)
    pc.desk.refusal = None
    pc.presenter.take_text()
    pc.jobs.finish_all()
    assert pc.state.fault == ""


def test_an_enrolled_pc_asks_for_its_own_branch_only():
    pc = Pc(Desk(ENROLLED))
    assert (pc.state.fixed, pc.state.draft.branch, pc.state.draft.label) == (True, "NJ-01", "前台一号机")
    pc.presenter.ask()
    pc.jobs.finish_all()
    assert pc.desk.heard == [("ask", "NJ-01", "前台一号机")]


def test_a_withdrawn_pc_asks_for_nothing():
    assert not Pc(Desk(replace(ENROLLED, revoked=True))).state.may_ask


def test_without_headquarters_keys_the_page_leads_to_where_they_are_taken_in():
    pc = Pc(Desk(replace(WAITING, follows=False)))
    assert pc.state.keys_missing
    pc.presenter.open_packs()
    assert pc.led == ["packs"]
    assert not Pc(Desk(WAITING)).state.keys_missing


def test_nothing_leads_away_while_keys_are_made():
    pc = Pc(Desk())
    pc.fill(branch="NJ-01")
    pc.presenter.ask()
    pc.presenter.ask()
    pc.presenter.leave()
    pc.presenter.open_packs()
    assert (pc.jobs.waiting, pc.led, pc.presenter.busy) == (1, [], True)
    pc.jobs.finish_all()
    pc.presenter.leave()
    assert pc.led == ["leave"]


def test_a_folder_of_trust_that_was_changed_is_told():
    assert Pc(Desk(TrustSpoilt(file="1.json"))).state.fault


def test_a_view_that_is_gone_is_not_drawn_on():
    pc = Pc(Desk())
    pc.fill(branch="NJ-01")
    pc.presenter.ask()
    pc.presenter.detach(pc.page)
    pc.jobs.finish_all()
    assert pc.state.busy  # as it was drawn last
