"""HQ's recovery key opens a form when every code is lost; nobody else's does."""

import pytest

from exams.packs.blobs import FormContext, new_cek, open_blob, seal_blob
from exams.packs.errors import BlobSpoilt
from exams.packs.recovery import open_recovery, seal_recovery
from exams.packs.slots import SlotPurpose
from exams.trust.errors import CannotOpen
from exams.trust.keys import SealingKey, seal_to
from exams.trust.shapes import base64_text
from exams.trust.strict_json import read_json, write_json

FORM = FormContext("TELLER-2026", 3, "F1")
RECOVERY = SealingKey.generate()
CEKS = {SlotPurpose.ITEMS: new_cek(), SlotPurpose.KEY: new_cek()}


def test_the_recovery_key_opens_items_and_answer_key():
    items = seal_blob(CEKS[SlotPurpose.ITEMS], b"items", FORM.items_aad)
    answers = seal_blob(CEKS[SlotPurpose.KEY], b"answers", FORM.key_aad(items))
    written = write_json(seal_recovery(RECOVERY.public, CEKS, FORM))
    ceks = open_recovery(RECOVERY, read_json(written), FORM)
    assert open_blob(ceks[SlotPurpose.ITEMS], items, FORM.items_aad) == b"items"
    assert open_blob(ceks[SlotPurpose.KEY], answers, FORM.key_aad(items)) == b"answers"


def test_another_key_opens_nothing():
    with pytest.raises(CannotOpen):
        open_recovery(SealingKey.generate(), seal_recovery(RECOVERY.public, CEKS, FORM), FORM)


@pytest.mark.parametrize(
    "form",
    [FormContext("TELLER-2027", 3, "F1"), FormContext("TELLER-2026", 4, "F1"), FormContext("TELLER-2026", 3, "F2")],
)
def test_it_opens_nothing_of_another_form(form):
    with pytest.raises(CannotOpen):
        open_recovery(RECOVERY, seal_recovery(RECOVERY.public, CEKS, FORM), form)


@pytest.mark.parametrize("payload", [None, [], {}, {"sealed": 1}, {"sealed": "="}, {"sealed": "", "more": 1}])
def test_another_shape_is_spoilt(payload):
    with pytest.raises(BlobSpoilt):
        open_recovery(RECOVERY, payload, FORM)


@pytest.mark.parametrize(
    "plain", [b"", b"[]", b'{"items":1}', b'{"other":""}', write_json({"items": base64_text(bytes(16))})]
)
def test_keys_that_are_none_are_spoilt(plain):
    with pytest.raises(BlobSpoilt):
        open_recovery(RECOVERY, {"sealed": base64_text(seal_to(RECOVERY.public, plain, FORM.recovery_info))}, FORM)
