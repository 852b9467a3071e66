"""Headquarters takes something back: the list of withdrawals, one version after the other, signed by its own role."""

import re
from dataclasses import replace
from pathlib import Path

from exams.desk.hq_errors import NotRevocable
from exams.desk.hq_home import Hq, put_file
from exams.desk.hq_keys import newest_key, signing_key
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.errors import BadSignature
from exams.trust.revocation import Revocations, read_revocations, revocation_payload
from exams.trust.root import RoleName

_IDS = {
    "pack": re.compile(r"[A-Z0-9](?:[A-Z0-9-]{0,28}[A-Z0-9])?"),
    "device": re.compile(r"D[0-9A-HJKMNP-TV-Z]{8}"),
    "session": re.compile(r"S[0-9A-HJKMNP-TV-Z]{8}"),
    "role": re.compile(r"[0-9a-f]{16}"),
}
KINDS = tuple(_IDS)


def revocations(hq: Hq) -> Revocations:
    """What is withdrawn now; signed under the root in force or under an earlier one."""
    raw = _file(hq).read_bytes()
    for root in reversed(hq.roots()):
        try:
            return read_revocations(raw, root)
        except BadSignature:
            continue
    raise BadSignature(good=0, needed=1)


def revocation_file(hq: Hq) -> bytes:
    """The list as packs carry it; signed anew where the root in force has another revocation key than the list."""
    raw = _file(hq).read_bytes()
    try:
        read_revocations(raw, hq.root())
    except BadSignature:
        before = revocations(hq)
        return write_revocations(hq, replace(before, version=before.version + 1))
    return raw


def write_revocations(hq: Hq, listed: Revocations) -> bytes:
    """Sign a list and keep it."""
    raw = sign_envelope(
        Purpose.REVOCATION, revocation_payload(listed), [signing_key(hq, newest_key(hq, RoleName.REVOCATION))]
    )
    put_file(_file(hq), raw)
    return raw


def revoke(hq: Hq, kind: str, name: str, out: Path | None = None) -> Revocations:
    """Withdraw a pack, a device, a session or a role certificate (its keyid); the list goes to `out` too.

    Raises `NotRevocable` for no such id.
    """
    if kind not in _IDS or not _IDS[kind].fullmatch(name):
        raise NotRevocable(kind=kind, id=name[:40])
    before = revocations(hq)
    lists = {"pack": before.packs, "device": before.devices, "session": before.sessions, "role": before.roles}
    listed = lists[kind] | {name}
    after = replace(before, version=before.version + 1)
    match kind:
        case "pack":
            after = replace(after, packs=listed)
        case "device":
            after = replace(after, devices=listed)
        case "role":
            after = replace(after, roles=listed)
        case _:
            after = replace(after, sessions=listed)
    raw = write_revocations(hq, after)
    hq.write_down("revoke", session=name if kind == "session" else "", kind=kind, id=name, version=after.version)
    if out is not None:
        put_file(out, raw)
    return after


def _file(hq: Hq) -> Path:
    return hq.folder / "revocation.json"
