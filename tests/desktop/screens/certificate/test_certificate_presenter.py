"""A certificate looked at, saved and printed, without a window."""

from dataclasses import replace
from pathlib import Path

import pytest

from certificates import Status
from certificates.errors import CannotWrite, RegisterDamaged
from desktop.screens.certificate.presenter import MOST_WIDTH, PRINT_WIDTH
from desktop.widgets.values import FaceKind, Tone
from desktop.words import use_language
from desktop.words.errors import sentence
from tests.desktop.screens.certificate.page_desk import FACTS, ISSUED, Desk, Page, Paper


@pytest.fixture
def desk():
    made = Desk()
    made.jobs.finish_all()
    return made


def test_until_it_is_read_the_page_says_that_it_is_being_opened():
    state = Desk().page.state
    assert state.face.kind is FaceKind.LOADING
    assert not state.ready


def test_the_facts_stand_beside_the_picture(desk):
    state = desk.page.state
    facts = {fact.name: fact.value for fact in state.facts}
    assert (state.number, state.person, state.demonstration) == (FACTS.number, "欧阳㛃䶮", True)
    assert facts["Score"] == "92%, to pass 80%"
    assert (facts["Issued"], facts["Valid until"]) == ("24 Nov 2026", "23 Nov 2028")
    assert facts["SHA-256"] == "06fe 0c84 de97 …"
    assert state.face is None
    assert state.picture is not None


@pytest.mark.feature("f5", "f6")
@pytest.mark.parametrize(
    ("status", "successor", "badge"),
    [
        (Status.PROVISIONAL, "", ("provisional", Tone.WARN)),
        (Status.VALID, "", ("confirmed by HR", Tone.GOOD)),
        (Status.EXPIRED, "", ("expired", Tone.WARN)),
        (Status.SUPERSEDED, "BJ-2", ("replaced", Tone.WARN)),
        (Status.REVOKED, "", ("revoked", Tone.BAD)),
    ],
)
def test_where_a_certificate_stands_is_marked_and_from_when_on_it_is_renewed(status, successor, badge):
    desk = Desk()
    desk.shelf.issued = replace(ISSUED, facts=replace(FACTS, provisional=True))
    desk.shelf.standing = (status, successor)
    desk.jobs.finish_all()
    facts = {fact.name: fact.value for fact in desk.page.state.facts}
    assert desk.page.state.standing == badge
    assert facts.get("Replaced by", "") == successor
    renewable = status not in {Status.SUPERSEDED, Status.REVOKED}
    assert facts.get("To be renewed from", "") == ("25 Aug 2028" if renewable else "")


def test_a_demonstrations_certificate_waits_for_nobody(desk):
    assert desk.page.state.standing is None


def test_a_new_view_shows_the_same_picture_without_reading_again(desk):
    other = Page()
    desk.presenter.attach(other)
    desk.presenter.show()
    assert other.state.picture is desk.page.state.picture
    assert desk.shelf.read == 1


def test_a_nearer_look_draws_a_sharper_picture_of_the_same_bytes(desk):
    desk.presenter.sharpen(2_000)
    desk.presenter.sharpen(2_100)
    assert desk.jobs.waiting == 1
    desk.jobs.finish_all()
    assert desk.page.state.picture.width == 2_000
    assert desk.shelf.read == 1


def test_a_picture_never_takes_more_than_the_screen_can_show(desk):
    desk.presenter.sharpen(50_000)
    desk.jobs.finish_all()
    assert desk.page.state.picture.width == MOST_WIDTH
    desk.presenter.sharpen(60_000)
    assert desk.jobs.waiting == 0


def test_it_is_saved_where_the_person_wants_it(desk):
    desk.presenter.save()
    assert desk.page.state.saving
    desk.jobs.finish_all()
    assert desk.asked == [f"{FACTS.number}.pdf"]
    assert desk.shelf.saved == [(FACTS.number, Path("/tmp/out.pdf"))]
    assert (desk.page.state.notice.tone, desk.page.state.notice.detail) == (Tone.GOOD, "/tmp/out.pdf")


def test_whoever_cancels_the_saving_changes_nothing(desk):
    desk.place = None
    before = len(desk.page.states)
    desk.presenter.save()
    assert desk.jobs.waiting == 0
    assert len(desk.page.states) == before


def test_a_file_that_cannot_be_written_is_said_with_its_place_and_another_one_is_offered(desk):
    desk.shelf.refusal = CannotWrite(path="/tmp/out.pdf", reason="No space left on device")
    desk.presenter.save()
    desk.jobs.finish_all()
    notice = desk.page.state.notice
    assert notice.text == "The file could not be written: /tmp/out.pdf"
    assert "E_CERTIFICATE_WRITE" in notice.detail
    assert notice.action == "Save elsewhere"
    assert not desk.page.state.saving
    assert desk.page.state.picture is not None


def test_a_damaged_register_stands_instead_of_the_picture_and_can_be_tried_again():
    desk = Desk(refusal=RegisterDamaged(number=FACTS.number))
    desk.jobs.finish_all()
    face = desk.page.state.face
    assert face.kind is FaceKind.ERROR
    assert face.title == sentence("E_REGISTER_DAMAGED", {"number": FACTS.number}).what
    assert "E_REGISTER_DAMAGED" in face.text
    desk.presenter.save()
    desk.presenter.print()
    assert desk.asked == desk.printer.printed == []
    desk.shelf.refusal = None
    desk.presenter.try_again()
    desk.jobs.finish_all()
    assert desk.page.state.ready


def test_an_unknown_number_is_refused_with_a_sentence():
    desk = Desk("DEMO-01-2026-999999-X")
    desk.jobs.finish_all()
    assert desk.page.state.face.title == "There is no such certificate here."


def test_on_paper_it_is_drawn_for_300_dots_per_inch(desk):
    desk.presenter.print()
    assert desk.page.state.printing
    desk.jobs.finish_all()
    assert desk.printer.printed == [(PRINT_WIDTH, f"Certificate {FACTS.number}")]
    assert desk.page.state.notice.text == "Handed to the printer."
    assert not desk.page.state.printing


def test_a_printer_that_does_not_take_the_page_leads_to_the_file():
    desk = Desk(printer=Paper(takes=False))
    desk.jobs.finish_all()
    desk.presenter.print()
    desk.jobs.finish_all()
    assert desk.page.state.notice.tone is Tone.BAD
    assert desk.page.state.notice.action == "Save as PDF"


def test_without_a_printer_one_sentence_says_so_and_the_file_is_offered():
    desk = Desk(printer=Paper(there=False))
    desk.jobs.finish_all()
    desk.presenter.print()
    assert desk.jobs.waiting == 0
    notice = desk.page.state.notice
    assert notice.text == "This PC has no printer. Save the PDF and print it on a PC that has one."
    assert notice.action == "Save as PDF"


def test_a_notice_speaks_the_language_in_use(desk, chinese):
    desk.printer.there = False
    desk.presenter.print()
    use_language("zh", chinese)
    try:
        desk.presenter.show()
        assert desk.page.state.notice.action == "另存为 PDF"
    finally:
        use_language("en")


def test_a_notice_that_was_read_does_not_come_back(desk):
    desk.presenter.save()
    desk.jobs.finish_all()
    desk.presenter.close_notice()
    desk.presenter.show()
    assert desk.page.state.notice is None


def test_a_page_that_is_gone_is_not_drawn_on():
    desk = Desk()
    desk.presenter.detach(desk.page)
    before = len(desk.page.states)
    desk.jobs.finish_all()
    assert len(desk.page.states) == before
    desk.presenter.go_home()
    assert desk.went == ["home"]
