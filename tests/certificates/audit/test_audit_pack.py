"""Audit packs: what one proves for a day, and that not a byte of it can be changed, taken away or added."""

import shutil
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certificates import Held, check_audit
from certificates.audit.manifest import AuditManifest, sign_manifest
from certificates.errors import AuditDay, AuditEdition, AuditEmpty, AuditTaken, AuditUnsound
from exams import RootChange
from tests.certificates.audit.audit_house import (
    FIRST,
    KEPT,
    LAST,
    NUMBERS,
    PLAN,
    REPLACED,
    REVOKED,
    SHORT,
    TODAY,
    UNPROVED,
    WAITING,
    Register,
    at_hr,
)
from tests.certificates.authority import authority

pytestmark = pytest.mark.feature("g8")


def held(house, day):
    return {one.proved.claims.number: one.held for one in house.checked().on(day)}


def codes(audited):
    return [(one.code, one.file) for one in audited.findings]


def test_a_pack_as_hr_made_it_holds_and_names_the_words_that_were_sat_on(house):
    audited = house.checked()
    assert (audited.findings, audited.unproved, len(audited.certificates)) == ((), (UNPROVED,), 5)
    ((sha256, edition),) = audited.editions.items()
    assert {one.edition for one in audited.certificates} == {sha256}
    assert (edition.name, [one.number for one in edition.chapters]) == ("COURSE-1", [1, 2])
    assert len({one.sha256 for one in edition.chapters}) == 2


def test_who_was_valid_follows_from_the_term_and_from_the_day_of_each_act(house):
    first, tenth, twentieth = TODAY, TODAY + timedelta(10), TODAY + timedelta(20)
    assert held(house, first - timedelta(1)) == {}
    always = {KEPT: Held.VALID, WAITING: Held.PROVISIONAL}
    assert held(house, first) == {**always, REVOKED: Held.VALID, REPLACED: Held.VALID, SHORT: Held.VALID}
    assert held(house, tenth) == {**always, REVOKED: Held.REVOKED, REPLACED: Held.VALID, SHORT: Held.EXPIRED}
    assert held(house, twentieth) == {**always, REVOKED: Held.REVOKED, REPLACED: Held.SUPERSEDED, SHORT: Held.EXPIRED}
    (replaced,) = [one for one in house.checked().on(LAST) if one.held is Held.SUPERSEDED]
    assert (replaced.since, replaced.successor) == (twentieth.isoformat(), KEPT)


def test_the_last_day_of_a_term_counts_and_the_next_does_not(house):
    assert held(house, date(2026, 12, 1))[SHORT] is Held.VALID
    assert held(house, date(2026, 12, 2))[SHORT] is Held.EXPIRED


@pytest.mark.parametrize("day", [FIRST - timedelta(1), LAST + timedelta(1)])
def test_a_day_outside_the_span_is_not_answered(house, day):
    with pytest.raises(AuditDay):
        house.checked().on(day)


@settings(max_examples=60)
@given(data=st.data())
def test_any_changed_byte_is_found_and_its_file_is_named(house, tmp_path_factory, data):
    pack = spoilable(house, tmp_path_factory)
    path = data.draw(st.sampled_from(sorted(one for one in pack.rglob("*") if one.is_file())))
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    try:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :])
        audited = house.checked(pack)
        assert path.relative_to(pack).as_posix() in {one.file for one in audited.findings}
        with pytest.raises(AuditUnsound):
            audited.on(TODAY)
    finally:
        path.write_bytes(whole)


def spoilable(house, factory, _made=[]):  # noqa: B006  # one copy for all examples: each puts back what it spoilt
    if not _made:
        _made.append(shutil.copytree(house.pack, factory.mktemp("spoilt") / "pack"))
    return _made[0]


def every_file(house):
    return sorted(one.relative_to(house.pack).as_posix() for one in house.pack.rglob("*") if one.is_file())


def test_any_missing_or_shortened_file_is_named(house, pack):
    for name in every_file(house):
        whole = (pack / name).read_bytes()
        (pack / name).unlink()
        assert ("E_AUDIT_MISSING", name) in codes(house.checked(pack)), name
        (pack / name).write_bytes(whole[:-1])
        assert ("E_AUDIT_CHANGED", name) in codes(house.checked(pack)), name
        (pack / name).write_bytes(whole)
    assert house.checked(pack).findings == ()


@pytest.mark.parametrize("name", ["more.txt", "editions/COURSE-1/more.bin", ".hidden", "trust/roots/9.json", "new/a"])
def test_a_file_that_was_not_signed_is_named(house, pack, name):
    (pack / name).parent.mkdir(exist_ok=True)
    (pack / name).write_bytes(b"{}")
    assert codes(house.checked(pack)) == [("E_AUDIT_EXTRA", name)]


def test_a_later_root_that_is_gone_is_named_though_the_signature_needs_it(own_house):
    with own_house.office.desk() as desk:
        desk.rotate(RootChange(replace=("hr",)))
    at_hr(own_house.office, lambda lists: lists.renew())
    out = own_house.folder / "later"
    own_house.make(Register(own_house.proofs()), out)
    assert own_house.checked(out).findings == ()
    (out / "trust" / "roots" / "2.json").unlink()
    assert ("E_AUDIT_MISSING", "trust/roots/2.json") in codes(own_house.checked(out))


def test_a_link_stands_for_no_file(house, pack):
    (pack / "aside").mkdir()
    moved = (pack / "register.csv").rename(pack / "aside" / "register.csv")
    (pack / "register.csv").symlink_to(moved)
    assert ("E_AUDIT_MISSING", "register.csv") in codes(house.checked(pack))


def test_the_pack_of_another_headquarters_is_told_from_ours(house):
    assert codes(check_audit(house.pack, authority().root_file)) == [("E_AUDIT_ROOT", "trust/roots/1.json")]
    assert codes(check_audit(house.pack, b"rubbish")) != []
    assert codes(check_audit(house.pack / "editions", house.root)) != []


def test_what_was_signed_by_anybody_but_hr_is_not_believed(house, pack):
    (pack / "manifest.json").write_bytes(sign_manifest(AuditManifest(TODAY, FIRST, LAST, (), {}), authority().hr))
    (finding,) = house.checked(pack).findings
    assert (finding.code, finding.file, finding.reason) == ("E_AUDIT_CHANGED", "manifest.json", "E_SIG")


def test_a_summary_that_lies_changes_no_answer(own_house):
    assert own_house.checked().findings == ()
    (own_house.pack / "summary.xlsx").write_bytes(b"everybody is valid")
    (own_house.pack / "register.csv").write_bytes(b"everybody is valid")
    own_house.signed_again(own_house.pack)
    assert held(own_house, LAST)[REVOKED] is Held.REVOKED


def test_not_even_hr_can_move_a_certificate_to_another_sitting_or_person(own_house):
    lines = (own_house.pack / "proofs.jsonl").read_bytes().splitlines(keepends=True)
    lines[0] = lines[0].replace(b'"staff":"A0000005"', b'"staff":"A0000006"')
    lines[1] = lines[1].replace(b'"seq":11', b'"seq":12')
    lines[2] = lines[2].replace(NUMBERS[2].encode(), NUMBERS[3].encode())
    (own_house.pack / "proofs.jsonl").write_bytes(b"".join(lines))
    own_house.signed_again(own_house.pack)
    found = own_house.checked().findings
    assert [(one.code, one.about) for one in found] == [("E_AUDIT_PROOF", NUMBERS[at]) for at in (0, 1, 3)]


def test_not_even_hr_can_put_other_words_under_an_edition(own_house):
    content = own_house.pack / "editions" / "COURSE-1" / "content.sqlite"
    content.write_bytes(content.read_bytes() + b"\0")
    own_house.signed_again(own_house.pack)
    assert [(one.code, one.reason) for one in own_house.checked().findings] == [("E_AUDIT_PROOF", "E_HASH")]


@pytest.mark.parametrize("act", ["revoked", "confirmed"])
def test_an_act_that_the_lists_know_cannot_be_left_out(own_house, act):
    acts = own_house.pack / "acts.jsonl"
    kept = [line for line in acts.read_bytes().splitlines(keepends=True) if act.encode() not in line]
    acts.write_bytes(b"".join(kept))
    own_house.signed_again(own_house.pack)
    assert {(one.code, one.reason) for one in own_house.checked().findings} == {("E_AUDIT_UNDATED", act)}


def test_a_pack_is_made_whole_or_not_at_all(own_house):
    out = own_house.folder / "new"
    with pytest.raises(ZeroDivisionError):
        own_house.make(Register(own_house.proofs(), ZeroDivisionError()), out)
    with pytest.raises(AuditEmpty):
        own_house.make(Register([]), out)
    assert [one.name for one in own_house.folder.iterdir() if "new" in one.name] == []
    made = own_house.make(Register(own_house.proofs()[:1]), out)
    assert (made.folder, made.proved, made.unproved) == (out, 1, ())
    assert made.sha256 == own_house.checked(out).sha256
    with pytest.raises(AuditTaken):
        own_house.make(Register(own_house.proofs()), out)


def test_a_span_that_ends_before_it_begins_is_refused(own_house):
    with pytest.raises(AuditDay):
        own_house.make(Register([]), own_house.folder / "new", replace(PLAN, first=LAST, last=FIRST))


def test_an_edition_that_hr_has_no_copy_of_is_named(own_house):
    proofs = own_house.proofs()
    shutil.rmtree(own_house.office.home / "hq" / "hr-packs")
    with pytest.raises(AuditEdition) as refused:
        own_house.make(Register(proofs), own_house.folder / "new")
    assert refused.value.facts["number"] == KEPT
