"""What stands at headquarters: root, keys, packs, sessions, releases; nothing secret, and no key is opened for it."""

from collections import defaultdict
from pathlib import Path

from exams.desk.hq_devices import devices_document
from exams.desk.hq_home import Hq
from exams.desk.hq_keys import DESK, key_path, named_keys
from exams.desk.hq_revoking import revocations
from exams.desk.hq_roots import pdf_root_file
from exams.store.hq_log import LogLine, first_break, log_lines
from exams.store.hq_rows import HqSession, KeyRow, PackRow, all_keys, hq_sessions, published
from exams.trust.envelope import payload_sha256
from exams.trust.root import Root
from exams.trust.times import write_time


def status_document(hq: Hq) -> dict[str, object]:
    """The shape of `academy hq status --json`; `log.broken_at` is 0 where the log is whole."""
    root = hq.root()
    withdrawn = revocations(hq)
    releases: defaultdict[str, list[LogLine]] = defaultdict(list)
    for line in log_lines(hq.db, "release"):
        releases[line.session].append(line)
    return {
        "root": _root(hq, root),
        "keys": [_key(row, root, key_path(hq, row)) for row in all_keys(hq.db)],
        "packs": [_pack(row) for row in published(hq.db)],
        "devices": devices_document(hq),
        "sessions": [_session(one, releases[one.id]) for one in hq_sessions(hq.db)],
        "revocations": {
            "version": withdrawn.version,
            "packs": sorted(withdrawn.packs),
            "devices": sorted(withdrawn.devices),
            "roles": sorted(withdrawn.roles),
            "sessions": sorted(withdrawn.sessions),
        },
        "log": {"lines": len(log_lines(hq.db)), "broken_at": first_break(hq.db)},
    }


def _root(hq: Hq, root: Root) -> dict[str, object]:
    roles = {name.value: {"keys": list(held.keyids), "threshold": held.threshold} for name, held in root.roles.items()}
    return {
        "version": root.version,
        "expires": write_time(root.expires_wt),
        "suite": root.suite,
        "roles": roles,
        "first_sha256": payload_sha256(hq.root_files()[0]),
        "pdf_root": str(pdf_root_file(hq)),
    }


def _key(row: KeyRow, root: Root, file: Path) -> dict[str, object]:
    return {
        "name": row.name,
        "role": row.role,
        "keyid": row.keyid,
        "file": str(file),
        "at_hand": file.is_file(),
        "in_force": row.keyid in named_keys(root) or row.role == DESK,
        "added": write_time(row.added_wt),
    }


def _pack(row: PackRow) -> dict[str, object]:
    return {
        "pack": row.pack,
        "version": row.version,
        "issued": write_time(row.issued_wt),
        "grading": row.grading,
        "forms": list(row.forms),
        "sha256": row.sha256,
    }


def _session(one: HqSession, released: list[LogLine]) -> dict[str, object]:
    return {
        "session": one.id,
        "branch": one.branch,
        "pack": one.pack,
        "form": one.form,
        "not_before": write_time(one.not_before_wt),
        "not_after": write_time(one.not_after_wt),
        "released": [
            {"purpose": line.purpose, "when": write_time(line.wt), "who": line.who, "anchor": line.anchor}
            for line in released
        ],
    }
