"""Two records of one person become one: whoever got a new staff id keeps what was sat under the old one."""

from dataclasses import replace

from exams.register.errors import BadMerge
from exams.register.people import Change, ChangeKind, StaffRow


def plan_merge(kept: StaffRow, gone: StaffRow) -> tuple[Change, ...]:
    """What becomes of both: one record is left, with what it lacked out of the other; raises `BadMerge`."""
    if kept.staff_id == gone.staff_id:
        raise BadMerge(reason="same", kept=kept.staff_id, gone=gone.staff_id)
    if kept.id_tail and gone.id_tail and kept.id_tail != gone.id_tail:
        raise BadMerge(reason="id_number", kept=kept.staff_id, gone=gone.staff_id)
    after = replace(kept, latin=kept.latin or gone.latin, id_tail=kept.id_tail or gone.id_tail)
    one = Change(ChangeKind.MERGED, gone, replace(gone, active=False))
    return (one,) if after == kept else (one, Change(ChangeKind.CORRECTED, kept, after))
