"""Looks through a finished bundle for what must not lie in it (security design, rows B09 and D12), and weighs it.

python .ci/bundle_check.py dist/academy build/pyinstaller/build build/parts
"""

import json
import re
import sys
import types
from collections.abc import Iterator
from pathlib import Path

from PyInstaller.archive.readers import ZlibArchiveReader

from exams.store.content_schema import SHA256

SWITCHES = {"ACADEMY_HOME", "ACADEMY_DEBUG"}
"""The only words of the environment that the program may heed."""

PUBLIC = {"0" * 64, SHA256}
"""What the journal's first line follows, and the hash of the content database's tables."""

HEAVIEST = 0.75
"""Beside PyInstaller's default; on Windows without the fonts, see docs/decisions/0020."""
_SWITCH = re.compile(r"(?:ACADEMY|BX)_[A-Z_]+")
_OURS = ("desktop", "exams", "certificates")
_PRIVATE = re.compile(rb"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[A-Za-z0-9+/]{40}")
_TESTS = re.compile(r"^(tests|hypothesis|pytest|_pytest)(\.|$)")


def main(bundle: Path, work: Path, parts: Path) -> int:
    """Exit 1 where anything was found, or it is too heavy."""
    archive = ZlibArchiveReader(str(work / "PYZ-00.pyz"))
    code = {name: archive.extract(name) for name in archive.toc if name.partition(".")[0] in _OURS}
    found = [
        *(f"a test's module: {name}" for name in archive.toc if _TESTS.match(name)),
        *_foreign_switches(code),
        *_literal_keys(code),
        *_in_files(bundle, parts),
    ]
    sys.stderr.writelines(f"bundle: {one}\n" for one in found)
    heavy = _weigh(bundle, work)
    return 1 if found or heavy else 0


def _constants(code: object) -> Iterator[object]:
    for one in code.co_consts if isinstance(code, types.CodeType) else ():
        if isinstance(one, types.CodeType):
            yield from _constants(one)
        else:
            yield one
            yield from one if isinstance(one, tuple | frozenset) else ()


def _foreign_switches(code: dict[str, object]) -> Iterator[str]:
    for name, module in code.items():
        for text in _constants(module):
            if isinstance(text, str) and _SWITCH.fullmatch(text) and text not in SWITCHES:
                yield f"a switch that only tests may have: {text} in {name}"


def _literal_keys(code: dict[str, object]) -> Iterator[str]:
    """32 bytes, or 64 digits of hex: as long as a key."""
    for name, module in code.items():
        for one in _constants(module):
            if _is_like_a_key(one):
                yield f"a constant as long as a key in {name}"


def _is_like_a_key(one: object) -> bool:
    if isinstance(one, bytes):
        return len(one) == 32
    return isinstance(one, str) and re.fullmatch("[0-9a-f]{64}", one) is not None and one not in PUBLIC


def _in_files(bundle: Path, parts: Path) -> Iterator[str]:
    secrets = _exam_texts(parts)
    for path in sorted(bundle.rglob("*")):
        if not path.is_file() or path.is_symlink():
            continue
        raw = path.read_bytes()
        if _PRIVATE.search(raw):
            yield f"a private key in {path}"
        if path.suffix in {".json", ".toml", ".sqlite", ".sealed", ".pack"}:
            yield from (f"an exam item in clear in {path}" for text in secrets if text in raw)


def _exam_texts(parts: Path) -> list[bytes]:
    """Each exam item's stem as it would stand in a file, those left out that the open course asks too."""
    items = json.loads((parts / "items.json").read_text("utf-8"))["items"]
    course = (parts / "course.json").read_bytes()
    wordings = [wording for one in items for wording in one["wordings"].values()]
    stems = {json.dumps(wording["stem"], ensure_ascii=False).encode() for wording in wordings}
    return [stem for stem in sorted(stems) if stem not in course]


def _weigh(bundle: Path, work: Path) -> bool:
    """True where the bundle is heavier than it may be beside what PyInstaller would have taken by itself."""
    programs = [path for path in bundle.iterdir() if path.is_file() and path.stem in ("academy", "branch-academy")]
    own = sum(path.stat().st_size for path in (bundle / "licences").rglob("*") if path.is_file())
    unpruned = int((work.parent.parent / "default-bytes.txt").read_text())
    unpruned += sum(path.stat().st_size for path in programs)
    pruned = sum(path.lstat().st_size for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()) - own
    fonts = sum(path.stat().st_size for path in (bundle / "_internal" / "assets" / "fonts").rglob("*.*"))
    share, bare = pruned / unpruned, (pruned - fonts) / (unpruned - fonts)
    print(  # noqa: T201
        f"pruned {pruned / 1e6:.0f} MB of {unpruned / 1e6:.0f} MB: {share:.2f}x PyInstaller's default"
        f" (without the fonts, {fonts / 1e6:.0f} MB: {bare:.2f}x)"
    )
    return (bare if sys.platform == "win32" else share) > HEAVIEST


if __name__ == "__main__":
    raise SystemExit(main(*map(Path, sys.argv[1:])))
