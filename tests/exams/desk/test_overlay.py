"""A bank's own rates travel in its pack, signed; the next pack without them takes them away; no key changes."""

from dataclasses import replace

import pytest

from exams.content.overlay import Overlay, OverlayNote, note_fault, overlay_record, read_overlay
from exams.desk.bank_desk_errors import OverlayRule
from exams.desk.overlay_office import OverlayOffice
from exams.desk.overlay_shelf import MEMBER, overlay_of_pack
from exams.desk.pack_shelf import PackShelf, open_branch_content
from exams.packs.container import PackReader
from exams.store.bank_errors import BankMoved
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.errors import NotStrict
from exams.trust.keys import SigningKey
from exams.trust.root import first_root
from exams.trust.strict_json import read_json

RATE = OverlayNote(
    "F-STD-06", "", {"zh": "我行活期利率 0.05%。", "en": "We pay 0.05 %."}, "通知〔2026〕12 号", "2026-11-01"
)
STEP = OverlayNote("", "2.1", {"zh": "先转二线。"}, "操作手册 3.2", "2026-10-01")


def office(hq, who="Chen"):
    return OverlayOffice(hq.home / "hq" / "bank.sqlite", who, hq.clock)


def save(hq, *notes):
    desk = office(hq)
    return desk.save(desk.current(), notes)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({}, ""),
        ({"fact": "F-1"}, "place"),
        ({"section": "2.1"}, "place"),
        ({"fact": ""}, "place"),
        ({"texts": {"en": "x"}}, "zh"),
        ({"texts": {"zh": "x", "fr": "y"}}, "en"),
        ({"source": " "}, "source"),
        ({"day": "2026-02-30"}, "day"),
    ],
)
def test_a_box_needs_a_place_a_chinese_text_a_source_and_a_day(change, field):
    assert note_fault(replace(RATE, **change)) == field


def test_a_record_is_read_as_it_was_written_and_a_doctored_one_is_not():
    overlay = Overlay(3, 5, (RATE, STEP))
    assert read_overlay(overlay_record(overlay)) == overlay
    for spoilt in ({"version": 0}, {"notes": [{"fact": "F-STD-06"}]}, {"notes": {}}):
        with pytest.raises(NotStrict):
            read_overlay({**overlay_record(overlay), **spoilt})


def test_versions_follow_each_other_and_what_somebody_else_saved_is_not_overwritten(hq):
    desk = office(hq)
    before = desk.current()
    assert (before.version, save(hq, RATE).version, save(hq, RATE, STEP).version) == (0, 1, 2)
    with pytest.raises(BankMoved):
        desk.save(before, (RATE,))
    with pytest.raises(OverlayRule):
        desk.save(desk.current(), (replace(RATE, source=""),))
    assert [row.version for row in desk.history()] == [2, 1]


@pytest.mark.feature("c11")
def test_a_branch_believes_it_by_its_signature_and_the_next_pack_without_it_takes_it_away(hq):
    save(hq, RATE, STEP)
    hq.publish(2)
    hq.slots()
    home = hq.branch()
    content = open_branch_content(home)
    assert content.overlay.notes_of("9.9", ["F-STD-06"]) == (RATE,)
    assert content.overlay.notes_of("2.1", []) == (STEP,)
    content.close()
    roots = (first_root(hq.roots()[0].read_bytes()),)
    pack = PackShelf(home).pack()
    assert overlay_of_pack(pack, roots).notes == (RATE, STEP)
    forged = sign_envelope(Purpose.OVERLAY, overlay_record(Overlay(9, 9, (STEP,))), [SigningKey.generate()])
    pack.file(f"course/{MEMBER}").write_bytes(forged)
    assert overlay_of_pack(pack, roots).notes == ()
    save(hq)
    hq.publish(3)
    hq.carry(home, hq.stick / "3.pack")
    content = open_branch_content(home)
    assert content.overlay.notes == ()
    content.close()


def test_it_changes_no_item_and_no_key_and_names_the_items_that_cite_the_fact(hq):
    save(hq, RATE)
    printed = hq.publish(2)
    assert printed.counts == {"A": len(read_json(hq.parts.items)["items"])}
    with (hq.stick / "2.pack").open("rb") as file:
        assert f"course/{MEMBER}" in PackReader(file).names()
    citing = {one["id"] for one in read_json(hq.parts.items)["items"] if "F-STD-06" in one["facts"]}
    assert {one.item for one in office(hq).citing((RATE, STEP))} == citing
    assert citing
