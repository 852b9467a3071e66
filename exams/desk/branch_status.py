"""What of headquarters stands in a branch home now: read only, whether the app is open or not."""

from contextlib import suppress
from pathlib import Path

from exams.desk.answer_sealing import can_seal
from exams.desk.branch_files import believed
from exams.desk.pack_shelf import PackShelf
from exams.packs.active import ActivePack
from exams.store.device_files import device_record, kept_request
from exams.store.glance import glance
from exams.store.trust_files import has_trust, root_files
from exams.trust.envelope import payload_sha256
from exams.trust.errors import BadSignature
from exams.trust.state import TrustState
from exams.trust.times import write_time


def branch_status(home: Path) -> dict[str, object]:
    """The shape of `academy branch status --json`; raises `TrustSpoilt` where the trust folder was changed."""
    found = glance(home).branch
    branch = found.code if found else ""
    state = believed(home) if has_trust(home) else None
    shelf = PackShelf(home)
    pack = shelf.pack()
    return {
        "branch": branch,
        "device": _device(home, state),
        "seals_answers": can_seal(home),
        "root": None if state is None else _root(home, state),
        "revocations": None if state is None else _revocations(state),
        "pack": None if pack is None else _pack(pack, shelf),
        "sessions": _sessions(shelf, pack, branch),
    }


def _device(home: Path, state: TrustState | None) -> dict[str, object] | None:
    """`asked` tells that a request waits for its record; without a record the rest is empty."""
    asked = kept_request(home) is not None
    record = None
    with suppress(BadSignature):  # of other roots than these
        record = None if state is None else device_record(home)
    if record is None or state is None:
        return {"serial": "", "asked": True} if asked else None
    return {
        "serial": record.serial,
        "asked": asked,
        "label": record.label,
        "not_before": write_time(record.not_before_wt),
        "not_after": write_time(record.not_after_wt),
        "revoked": record.serial in state.revocations.devices,
    }


def _root(home: Path, state: TrustState) -> dict[str, object]:
    return {
        "version": state.root.version,
        "expires": write_time(state.root.expires_wt),
        "first_sha256": payload_sha256(root_files(home)[0]),
        "not_earlier_than": write_time(state.floor_wt),
    }


def _revocations(state: TrustState) -> dict[str, object]:
    found = state.revocations
    lists = {"packs": found.packs, "devices": found.devices, "roles": found.roles, "sessions": found.sessions}
    return {"version": found.version, **{name: sorted(names) for name, names in lists.items()}}


def _pack(pack: ActivePack, shelf: PackShelf) -> dict[str, object]:
    about = pack.manifest
    return {
        "pack": about.pack,
        "version": about.version,
        "issued": write_time(about.issued_wt),
        "expires": write_time(about.expires_wt),
        "grading": about.grading.value,
        "forms": list(about.forms),
        "demonstration": about.demonstration,
        "sha256": pack.sha256,
        "previous": pack.previous,
        "revoked": bool(shelf.revocations().packs & {about.pack, about.name}),
    }


def _sessions(shelf: PackShelf, pack: ActivePack | None, branch: str) -> list[dict[str, object]]:
    withdrawn = shelf.revocations().sessions
    here = None if pack is None else (pack.manifest.pack, pack.manifest.version)
    return [
        {
            "session": plan.session,
            "branch": plan.branch,
            "pack": file.pack,
            "version": file.version,
            "form": plan.form,
            "not_before": write_time(plan.not_before_wt),
            "not_after": write_time(plan.not_after_wt),
            "usable": (file.pack, file.version) == here and plan.session not in withdrawn,
        }
        for file in shelf.slots()
        for plan in file.sessions
        if branch in ("", plan.branch)
    ]
