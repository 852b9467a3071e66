"""Small programs that print their version, packed as `make packages` packs them, and headquarters that signs them."""

import io
import subprocess
import tarfile
from random import Random

from exams.packs.manifest import PackedFile
from exams.trust.root import RoleName
from exams.updates.install import Here, install_program
from exams.updates.release import Release, read_release, sign_release
from exams.updates.shelf import programs, successor
from tests.exams.trust.ceremony import NOW, Ceremony

MACHINE = "linux-x86_64"
INSTALLED = "0.1.0"
HQ = Ceremony()


def files_of(version):
    """What lies in a program's folder: name → bytes."""
    noise = Random(version)
    return {
        "academy": f"#!/bin/sh\necho {version}\n".encode(),
        "_internal/library.so": noise.randbytes(9_000),
        "_internal/assets/font.ttf": noise.randbytes(5_000),
        "_internal/version": version.encode(),
    }


def packed(version, files=None, links=(("_internal/link.so", "library.so"),), top=None):
    """The archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:xz") as tar:
        for name, raw in (files or files_of(version)).items():
            info = tarfile.TarInfo(f"{top or f'branch-academy-{version}'}/{name}")
            info.size, info.mode = len(raw), 0o755 if name == "academy" else 0o644
            tar.addfile(info, io.BytesIO(raw))
        for name, target in links:
            info = tarfile.TarInfo(f"branch-academy-{version}/{name}")
            info.type, info.linkname = tarfile.SYMTYPE, target
            tar.addfile(info)
    return out.getvalue()


def a_release(stick, version, raw=None, hq=HQ, machine=MACHINE):
    """The archive on the stick, and the release that headquarters signed for it."""
    import hashlib

    raw = packed(version) if raw is None else raw
    name = f"branch-academy-{version}-{machine}.tar.xz"
    stick.mkdir(exist_ok=True)
    (stick / name).write_bytes(raw)
    listed = {name: PackedFile(len(raw), hashlib.sha256(raw).hexdigest())}
    signed = sign_release(Release(version, NOW, listed), hq.roles[RoleName.PROGRAM])
    (stick / f"{version}.program").write_bytes(signed)
    return read_release(signed, hq.root())


def take_in(home, stick, version, own=INSTALLED, **here):
    """Install the release of this version from the stick."""
    release = read_release((stick / f"{version}.program").read_bytes(), HQ.root())
    return install_program(home, release, stick, Here(own, MACHINE, **here))


def started(home):
    """The version that runs at the next start of the installed program, every file of it looked at."""
    found = successor(home, INSTALLED)
    if found is None:
        return INSTALLED
    folder = programs(home) / found.version
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    whole = {name: path.read_bytes() for name, path in there.items() if not path.is_symlink()}
    assert whole == files_of(found.version)
    assert there["_internal/link.so"].read_bytes() == whole["_internal/library.so"]
    return found.version


def run(home):
    """The same, by running it."""
    folder = programs(home) / started(home)
    return subprocess.run([folder / "academy"], capture_output=True, text=True, check=True).stdout.strip()
