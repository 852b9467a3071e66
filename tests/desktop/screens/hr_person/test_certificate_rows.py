"""A person's certificates: which one stands, which took whose place, which was revoked, when and by whom."""

from dataclasses import replace

import pytest

from certificates import Fate, ListKind
from desktop.screens.hr_person.certificates import certificate_rows
from desktop.widgets.values import Tone
from exams import IssuedCertificate
from exams.register.matrix import PersonStory
from exams.register.outcome import CertificateRow
from exams.store.register_errors import RegisterNotWritten
from tests.desktop.screens.hr_register import NOON
from tests.desktop.screens.register_fixtures import shown
from tests.drivers.base import Driver
from tests.drivers.looks import cut_off, settle

FIRST = CertificateRow("BJ-WJ01-2026-000001-X", "s1", "T1001", "BJ-WJ01", "TELE", 92, "2026-11-29", "2028-11-28")
SECOND = replace(FIRST, number="HR-2026-000009-Y", percent=95)
OLD = replace(FIRST, number="BJ-WJ01-2024-000007-Z", sitting="s0", until_day="2026-10-01")
ISSUED = IssuedCertificate(SECOND.number, "s1", FIRST.number, "BJ-WJ01", "ab", "token", "chen", NOON)


def story(*certificates, issued=()):
    return PersonStory("T1001", None, (), (), certificates, issued=issued, day="2026-11-29")


def test_a_certificate_that_hr_replaced_stands_below_the_one_that_took_its_place():
    new, old = certificate_rows(story(FIRST, SECOND, issued=(ISSUED,)), {})
    assert (new.number, new.state, new.tone, new.stands) == (SECOND.number, "Valid", Tone.GOOD, True)
    assert "corrected: in place of BJ-WJ01-2026-000001-X, issued by HR on 25 Nov 2026, chen" in new.detail
    assert (old.number, old.state, old.stands) == (FIRST.number, "Replaced", False)
    assert "replaced by HR-2026-000009-Y on 25 Nov 2026, chen" in old.detail


def test_a_first_certificate_of_hr_replaces_nothing():
    (one,) = certificate_rows(story(SECOND, issued=(replace(ISSUED, replaces=""),)), {})
    assert one.detail == "until 2028-11-28 · issued by HR on 25 Nov 2026, chen"
    assert one.stands


def test_one_that_has_run_out_is_expired():
    (one,) = certificate_rows(story(OLD), {})
    assert (one.state, one.stands) == ("Expired", False)


def test_what_hr_s_lists_say_is_told_with_day_and_name():
    fates = {
        FIRST.number: Fate(ListKind.REVOKED, "", NOON, "li"),
        OLD.number: Fate(ListKind.SUPERSEDED, FIRST.number, NOON, "wu"),
    }
    revoked, replaced = certificate_rows(story(FIRST, OLD), fates)
    assert (revoked.state, revoked.tone) == ("Revoked", Tone.BAD)
    assert revoked.detail.endswith("revoked on 25 Nov 2026, li")
    assert (replaced.state, replaced.stands) == ("Replaced", False)
    assert replaced.detail.endswith(f"replaced by {FIRST.number} on 25 Nov 2026, wu")
    quiet = {OLD.number: Fate(ListKind.SUPERSEDED, FIRST.number)}
    assert certificate_rows(story(OLD), quiet)[0].detail.endswith(f"replaced by {FIRST.number}")


def test_one_that_the_register_has_as_revoked_is_revoked_before_any_list_is_read():
    (one,) = certificate_rows(story(replace(FIRST, revoked=True)), {})
    assert (one.state, one.stands) == ("Revoked", False)


@pytest.mark.parametrize(("code", "zoom"), [("en", 100), ("zh", 200)])
def test_the_page_marks_them_once_the_lists_were_read(room, window, qtbot, house, code, zoom):
    house.listed = {FIRST.number: Fate(ListKind.REVOKED, "", NOON, "li")}
    window.set_language(code)
    window.set_zoom(zoom)
    room.open_person("T1001")
    words = ("Valid", "Revoked") if code == "en" else ("有效", "已撤销")
    page = shown(window, qtbot, Driver)
    assert (words[0] in card(page), words[1] in card(page)) == (True, False)
    window.jobs.finish_all()
    settle()
    assert (words[0] in card(page), words[1] in card(page)) == (False, True)
    assert cut_off(page.view) == []


def test_lists_that_cannot_be_read_are_told_beside_what_the_register_knows(room, window, qtbot, house):
    room.open_person("T1001")
    house.refusal = RegisterNotWritten(path="hq.sqlite", detail="locked")
    window.jobs.finish_all()
    page = shown(window, qtbot, Driver)
    assert page.sees("HR's lists could not be asked: The register hq.sqlite could not be written: locked")
    assert FIRST.number in card(page)


def card(page):
    """What can be read on the card of certificates."""
    return Driver(page.qtbot, page.part("certificates")).words()
