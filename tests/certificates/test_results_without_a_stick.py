"""A branch's results reach HR by mail, by codes and by a shared folder, and are judged like any bundle."""

from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from certificates import ScanCode, Sheet, codes_in, read_claim, sheet_pdf
from exams import CODES_PREFIX, join_codes, mail_text, split_codes
from exams.bundles.bundle import Token
from exams.journal.line import Event
from tests.certificates.examples import some_facts
from tests.certificates.test_certificate_claims import branches, copied, device_of, fresh, passed, raw_of
from tests.exams.bundles.hr_room import SERIAL
from tests.exams.register.room import Collector, material

__all__ = ["branches", "copied", "fresh", "passed"]


def sealed(passed, **change):
    """What the branch hands in: a passed final with its certificate."""
    facts = replace(some_facts(sitting=passed.sitting.id, staff_id="T1001", score=100), **change)
    tokens = (Token(passed.sitting.id, raw_of(facts, device_of(passed))),)
    return passed.room.seal(replace(passed.bundle, certificates=tokens))


@pytest.fixture
def bundle(passed):
    return sealed(passed)


@pytest.fixture
def hr(passed, tmp_path):
    return Collector(tmp_path / "hr", material(passed.room, claims=read_claim))


def taken(hr, tmp_path, name, raw):
    (tmp_path / "in").mkdir(exist_ok=True)
    (tmp_path / "in" / name).write_bytes(raw)
    return [(str(one.status), one.code) for one in hr.take(tmp_path / "in" / name)]


def a_mail():
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "结果", "branch@example.com", "hr@example.com"
    mail.set_content("您好")
    return mail


@pytest.mark.feature("h5")
def test_results_come_by_mail_as_text_or_attached_and_the_same_mail_twice_changes_nothing(hr, bundle, tmp_path):
    pasted = a_mail()
    pasted.set_content(f"您好\n\n{mail_text(bundle)}\n", cte="quoted-printable")
    assert taken(hr, tmp_path, "pasted.eml", pasted.as_bytes(policy=SMTP)) == [("accepted", "")]
    before = hr.dump()
    attached = a_mail()
    attached.add_attachment(bundle, maintype="application", subtype="octet-stream", filename="a.bundle")
    assert taken(hr, tmp_path, "attached.eml", attached.as_bytes(policy=SMTP)) == [("duplicate", "")]
    saved = "\r\n".join(f"> {line}" for line in mail_text(bundle).splitlines())
    assert taken(hr, tmp_path, "saved.txt", saved.encode("utf-16")) == [("duplicate", "")]
    assert hr.dump() == before


def test_a_mail_that_lost_a_sign_or_carries_nothing_is_refused_by_reason(hr, bundle, tmp_path):
    text = mail_text(bundle)
    assert taken(hr, tmp_path, "cut.txt", text.replace(text[200], "", 1).encode()) == [("refused", "E_FORMAT")]
    assert taken(hr, tmp_path, "empty.eml", a_mail().as_bytes(policy=SMTP)) == [("refused", "E_FORMAT")]
    codes = split_codes(bundle)
    assert taken(hr, tmp_path, "typed.txt", "\n".join(codes[:-1]).encode()) == [("refused", "E_CODES_MISSING")]


@pytest.mark.feature("h5")
def test_results_come_as_codes_that_are_shown_photographed_and_put_together(hr, bundle, tmp_path):
    codes = split_codes(bundle)
    sheet = Sheet("结果", "", tuple(ScanCode(code, (str(place),)) for place, code in enumerate(codes[:3], 1)))
    seen = codes_in(sheet_pdf(sheet), CODES_PREFIX)
    assert seen == set(codes[:3])
    assert join_codes([*seen, *codes[3:]]).bundles == (bundle,)
    assert taken(hr, tmp_path, "typed.txt", "\r\n".join(codes).encode()) == [("accepted", "")]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, ("accepted", "")),
        ({"score": 99}, ("refused", "E_CERT_MISMATCH")),
        ({"staff_id": "T1002"}, ("refused", "E_CERT_MISMATCH")),
        ({"number": "BJ-WJ01-2026-000006-5"}, ("refused", "E_CERT_MISMATCH")),
    ],
)
def test_a_branch_without_a_receipt_hands_the_same_sittings_in_again(hr, passed, bundle, tmp_path, change, found):
    assert taken(hr, tmp_path, "a.bundle", bundle) == [("accepted", "")]
    passed.pc.office.journal.append(Event.EXPORT, {"from": 1, "serial": SERIAL})
    assert taken(hr, tmp_path, "b.bundle", sealed(passed, **change)) == [found]
