"""A release of the program: one signed list of all its files, which is also what their checksums are held against."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from exams.packs.manifest import PackedFile
from exams.packs.member_names import check_names
from exams.trust.envelope import Purpose, open_envelope, sign_envelope
from exams.trust.errors import NotStrict
from exams.trust.keys import SigningKey
from exams.trust.root import RoleName, Root
from exams.trust.shapes import Table, exactly, number_in, table_in, text_in
from exams.trust.times import read_time, write_time

MOST_RELEASE = 256 * 1024
_VERSION = re.compile(r"[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Release:
    """`version` as in 0.1.0; `files` by name, those for every kind of PC together."""

    version: str
    issued_wt: int
    files: Mapping[str, PackedFile]

    def archive_for(self, machine: str) -> str:
        """The name of the archive for a kind of PC such as `linux-x86_64`; empty where there is none."""
        name = f"branch-academy-{self.version}-{machine}.tar.xz"
        return name if name in self.files else ""


def this_machine() -> str:
    """The kind of PC this is, as in `linux-x86_64`, `windows-x86_64` or `linux-aarch64`."""
    import platform

    here = platform.uname()
    machine = here.machine.lower()
    return f"{here.system.lower()}-{'x86_64' if machine == 'amd64' else machine}"


def version_order(version: str) -> tuple[int, ...]:
    """To compare versions by; raises `NotStrict` for anything but three numbers."""
    if not _VERSION.fullmatch(version):
        raise NotStrict(detail="version")
    return tuple(map(int, version.split(".")))


def sign_release(release: Release, signer: SigningKey) -> bytes:
    """The envelope, signed by a key of the role `program`; raises `BadPath` or `NotStrict` as reading it would."""
    check_names(release.files)
    version_order(release.version)
    files: Table = {name: {"size": file.size, "sha256": file.sha256} for name, file in release.files.items()}
    payload: Table = {"version": release.version, "issued": write_time(release.issued_wt), "files": files}
    return sign_envelope(Purpose.PROGRAM, payload, [signer])


def read_release(raw: bytes, root: Root) -> Release:
    """The release, signed under this root; raises `BadSignature`, `WrongType`, `NotStrict`, `TooLarge` or `BadPath`."""
    keys, threshold = root.keys_of(RoleName.PROGRAM)
    table = exactly(open_envelope(raw, Purpose.PROGRAM, keys, threshold, MOST_RELEASE), "version", "issued", "files")
    version = text_in(table, "version")
    version_order(version)
    files = table_in(table, "files")
    check_names(files)
    return Release(version, read_time(text_in(table, "issued")), {name: _file(files, name) for name in files})


def _file(files: Table, name: str) -> PackedFile:
    row = exactly(files[name], "size", "sha256")
    digest = text_in(row, "sha256")
    if not _SHA256.fullmatch(digest):
        raise NotStrict(detail="sha256")
    return PackedFile(number_in(row, "size"), digest)
