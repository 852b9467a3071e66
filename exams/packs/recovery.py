"""A form's content keys under HQ's recovery key, so that no lost code loses an exam (security design, 3.3)."""

from collections.abc import Mapping

from exams.packs.blobs import CEK_BYTES, FormContext
from exams.packs.errors import BlobSpoilt
from exams.packs.slots import SlotPurpose
from exams.trust.errors import NotStrict
from exams.trust.keys import SealingKey, seal_to
from exams.trust.shapes import Table, base64_text, bytes_in, exactly, table_of
from exams.trust.strict_json import Json, read_json, write_json


def seal_recovery(public: bytes, ceks: Mapping[SlotPurpose, bytes], context: FormContext) -> Table:
    """recovery.json for one form: HPKE to HQ's recovery key, bound to the form through `info`."""
    plain = write_json({purpose.value: base64_text(cek) for purpose, cek in ceks.items()})
    return {"sealed": base64_text(seal_to(public, plain, context.recovery_info))}


def open_recovery(key: SealingKey, payload: Json, context: FormContext) -> dict[SlotPurpose, bytes]:
    """The content keys; raises `BlobSpoilt` for another shape, `CannotOpen` for another key or another form."""
    try:
        sealed = bytes_in(exactly(payload, "sealed"), "sealed")
        table = table_of(read_json(key.open(sealed, context.recovery_info)))
        return {SlotPurpose(name): bytes_in(table, name, CEK_BYTES) for name in table}
    except (NotStrict, ValueError) as error:
        raise BlobSpoilt from error
