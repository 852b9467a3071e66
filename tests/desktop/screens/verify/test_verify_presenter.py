"""Many files, scans and codes are judged beside the window, one bad one stops nothing, each has its reason."""

from datetime import date
from pathlib import Path

import pytest

from certificates import Status, Verdict
from certificates.errors import RegisterDamaged
from desktop.background.manual import ManualJobs
from desktop.gallery.verify import AGREES, DISAGREES, SIGNED, VERDICTS
from desktop.screens.verify.judging import Judging
from desktop.screens.verify.presenter import Tools, VerifyPresenter
from desktop.widgets.values import Tone
from exams.trust.errors import TrustSpoilt
from tests.desktop.screens.proctor_act.test_proctor_act_presenter import Page

GOOD = Verdict(Status.VALID, None, SIGNED)
BAD = Verdict(Status.UNREADABLE, "E_UNREADABLE")


class Judge:
    """Says of a file what its name says; `during` is called before each verdict."""

    lists_day, lists_days = date(2026, 11, 24), 2

    def __init__(self):
        self.during = lambda: None

    def file(self, path):
        self.during()
        return VERDICTS[path.stem]

    def text(self, text):
        return GOOD if text == "BAC1:GOOD" else BAD


class Bench:
    """The page with its jobs, its judge, and what was asked of it."""

    def __init__(self):
        self.page, self.jobs, self.judge_now, self.asked, self.left = Page(), ManualJobs(), Judge(), [], []
        self.refusal = self.second_refusal = None
        self.knows, self.second = True, VERDICTS["valid"]
        tools = Tools(
            jobs=self.jobs,
            judge=self.judge,
            believes=lambda: self.knows,
            second_look=self.second_look,
            gather=self.gather,
            choose_files=self.asked.append,
            choose_folder=self.asked.append,
        )
        self.presenter = VerifyPresenter(tools, lambda: self.left.append(True))
        self.presenter.attach(self.page)

    def judge(self):
        if self.refusal:
            raise self.refusal
        return self.judge_now

    def second_look(self, path, verdict):
        if self.second_refusal:
            raise self.second_refusal
        self.asked.append((path, verdict))
        return self.second

    @staticmethod
    def gather(places):
        for place in places:
            if place.suffix:
                yield place
            else:
                yield from (Path(f"{kind}.pdf") for kind in VERDICTS)

    @property
    def state(self):
        return self.page.state

    def shown(self):
        self.presenter.show()
        self.jobs.finish_all()
        return self

    def bring(self, *names):
        self.presenter.bring(tuple(Path(name) for name in names))
        self.jobs.finish_all()

    def words(self):
        return [line.status for line in self.state.lines]


@pytest.mark.feature("f2")
def test_every_file_of_a_folder_has_its_verdict_its_reason_and_its_facts():
    bench = Bench().shown()
    bench.bring("stick")
    assert [line.name for line in bench.state.lines] == [f"{kind}.pdf" for kind in VERDICTS]
    assert set(bench.words()) == {
        "valid",
        "provisional",
        "expired",
        "replaced",
        "revoked",
        "altered",
        "not valid",
        "unknown issuer",
        "unreadable",
    }
    assert all(line.why for line in bench.state.lines)
    facts = {fact.name: fact.value for fact in bench.state.detail.facts}
    assert facts == {
        "Name": f"{SIGNED['name']} · {SIGNED['latin']}",
        "Certificate number": SIGNED["number"],
        "Staff ID": "A0000005",
        "Course": "Foundations for Bank Contact-Centre Agents · CSC-BASIC",
        "Score": "92%, to pass 80%",
        "Issued": "24 Nov 2026",
        "Valid until": "23 Nov 2028",
        "Branch": "Wangjing Sub-branch, Beijing · BJ-WJ01",
    }
    assert bench.state.detail.source == "From what was signed, never from the words on the page."


def test_a_bad_file_stops_nothing_and_the_counts_say_how_many_are_what():
    bench = Bench().shown()
    bench.bring("valid.pdf", "unreadable.pdf", "altered.pdf", "valid.pdf")
    assert bench.words() == ["valid", "unreadable", "altered", "valid"]
    assert bench.state.counts == (("2 valid", Tone.GOOD), ("1 altered", Tone.BAD), ("1 unreadable", Tone.NEUTRAL))


@pytest.mark.parametrize("kind", ["stale", "demonstration"])
def test_valid_with_a_reservation_is_not_shown_like_valid_without(kind):
    bench = Bench().shown()
    bench.bring("valid.pdf", f"{kind}.pdf")
    assert [line.tone for line in bench.state.lines] == [Tone.GOOD, Tone.WARN]


@pytest.mark.parametrize("kind", ["unknown_issuer", "disagrees"])
def test_what_nobody_vouches_for_is_called_a_claim_and_names_nobody_in_the_list(kind):
    bench = Bench().shown()
    bench.bring(f"{kind}.pdf")
    assert bench.state.detail.source == "Claimed only. Do not rely on it."
    assert bench.state.lines[0].person == ""


def test_the_number_that_took_its_place_is_told():
    bench = Bench().shown()
    bench.bring("superseded.pdf")
    assert bench.state.detail.facts[-1].value == "BJ-WJ01-2026-000017-3"


def test_a_code_is_judged_and_shown_as_soon_as_it_is_scanned():
    bench = Bench().shown()
    bench.bring("revoked.pdf")
    bench.presenter.scan(" BAC1:GOOD\n")
    bench.jobs.finish_all()
    assert (bench.state.detail.line.name, bench.state.detail.line.status) == ("Printed code", "valid")
    bench.presenter.scan("  ")
    assert bench.jobs.waiting == 0


def test_how_far_it_is_can_be_seen_and_a_code_scanned_meanwhile_is_judged_next():
    bench = Bench().shown()

    def meanwhile():
        bench.judge_now.during = lambda: None
        bench.presenter.scan("BAC1:GOOD")
        bench.presenter.tick()

    bench.judge_now.during = meanwhile
    bench.bring("expired.pdf", "revoked.pdf")
    busy = next(state for state in bench.page.states if state.at_work == "expired.pdf")
    assert (busy.busy, busy.done, busy.of) == (True, 0, 3)
    assert [line.name for line in bench.state.lines] == ["expired.pdf", "Printed code", "revoked.pdf"]
    assert not bench.state.busy


def test_whoever_stops_keeps_what_was_judged_and_can_go_on_with_others():
    bench = Bench().shown()
    bench.judge_now.during = bench.presenter.stop
    bench.bring("stick")
    assert bench.words() == ["valid"]
    bench.judge_now.during = lambda: None
    bench.bring("revoked.pdf")
    assert bench.words() == ["valid", "revoked"]


def test_leaving_the_page_ends_the_work_and_draws_nothing_more():
    bench = Bench().shown()
    bench.judge_now.during = lambda: bench.presenter.detach(bench.page)
    drawn = len(bench.page.states) + 1
    bench.bring("stick")
    assert len(bench.page.states) == drawn


def test_an_empty_page_begins_again():
    bench = Bench().shown()
    bench.bring("valid.pdf")
    bench.presenter.clear()
    assert (bench.state.lines, bench.state.detail, bench.state.counts) == ((), None, ())
    bench.bring("revoked.pdf")
    assert bench.words() == ["revoked"]


def test_the_line_one_is_at_is_shown_in_full():
    bench = Bench().shown()
    bench.bring("valid.pdf", "revoked.pdf")
    assert bench.state.detail.line.name == "valid.pdf"
    bench.presenter.choose(bench.state.lines[1].key)
    assert bench.state.detail.line.name == "revoked.pdf"


@pytest.mark.parametrize(
    ("day", "days", "knows", "tone"),
    [
        (date(2026, 11, 24), 31, True, Tone.INFO),
        (date(2026, 10, 23), 32, True, Tone.WARN),
        (None, None, True, Tone.WARN),
        (None, None, False, Tone.BAD),
    ],
)
def test_the_age_of_hrs_lists_is_said_before_anything_is_judged(day, days, knows, tone):
    bench = Bench()
    bench.judge_now.lists_day, bench.judge_now.lists_days, bench.knows = day, days, knows
    bench.shown()
    assert bench.state.lists.tone is tone
    assert not bench.state.lines


@pytest.mark.parametrize("refusal", [TrustSpoilt(file="state.json"), RegisterDamaged(path="academy.sqlite")])
def test_what_stops_everything_is_said_and_the_next_files_are_tried_again(refusal):
    bench = Bench().shown()
    bench.refusal = refusal
    bench.bring("valid.pdf")
    assert bench.state.fault
    assert (bench.state.lines, bench.state.busy) == ((), False)
    bench.refusal = None
    bench.bring("valid.pdf")
    assert (bench.state.fault, bench.words()) == ("", ["valid"])


def test_a_second_program_is_asked_on_demand_about_the_file_one_is_at():
    bench = Bench().shown()
    bench.bring("stale.pdf")
    assert bench.state.detail.can_ask
    bench.presenter.ask_another()
    assert (bench.state.detail.asking, bench.jobs.waiting) == (True, 1)
    bench.second = Verdict(Status.VALID, "W_STALE_LIST", {**SIGNED, "second_opinion": AGREES})
    bench.jobs.finish_all()
    assert (bench.state.detail.second.tone, bench.state.detail.can_ask) == (Tone.GOOD, False)
    assert bench.asked == [(Path("stale.pdf"), VERDICTS["stale"])]


def test_where_it_disagrees_the_verdict_does_not_hold_and_says_why():
    bench = Bench().shown()
    bench.bring("stale.pdf")
    bench.second = Verdict(Status.INVALID, "E_ALTERED", {**SIGNED, "second_opinion": DISAGREES})
    bench.presenter.ask_another()
    bench.jobs.finish_all()
    assert (bench.words(), bench.state.detail.second.tone) == (["altered"], Tone.BAD)
    assert "does not cover the whole file" in bench.state.detail.second.detail


def test_a_second_program_that_cannot_be_asked_is_said_and_asked_again():
    bench = Bench().shown()
    bench.bring("stale.pdf")
    bench.second_refusal = TrustSpoilt(file="state.json")
    bench.presenter.ask_another()
    bench.jobs.finish_all()
    assert bench.state.fault
    assert (bench.state.detail.asking, bench.state.detail.can_ask) == (False, True)


@pytest.mark.parametrize("name", ["altered.pdf", "valid.jpg"])
def test_nobody_else_is_asked_about_a_picture_or_what_does_not_hold(name):
    bench = Bench().shown()
    bench.bring(name)
    assert not bench.state.detail.can_ask
    bench.presenter.ask_another()
    assert bench.jobs.waiting == 0


def test_choosing_asks_for_files_or_a_folder_and_whoever_cancels_changes_nothing():
    bench = Bench().shown()
    bench.presenter.choose_files()
    bench.presenter.choose_folder()
    for chosen in bench.asked:
        chosen(())
    assert (bench.jobs.waiting, len(bench.asked)) == (0, 2)
    bench.presenter.leave()
    assert bench.left == [True]


def test_a_folder_is_looked_through_only_until_it_is_stopped():
    judging = Judging(Bench.gather)
    judging.bring((Path("one"), Path("two")))
    judging.stop()
    judging.work(Judge())
    assert (judging.found, judging.waits, judging.total) == ([], False, 0)
