"""`academy hr share`, `codes`: results that come without a stick."""

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from desktop.commands.branch_ways import every, repeated
from desktop.commands.common import Context, Findings, Refused, common
from desktop.commands.hr_options import register_of, with_register
from desktop.commands.passphrases import asker, with_passphrases
from desktop.commands.small_files import write_file
from desktop.words import tr

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
_FILE_MOST = 64 * 1024 * 1024
_STDIN = "-"


@click.command()
@click.argument("folder", type=_FOLDER)
@every
@with_register
@with_passphrases
@common
def share(
    context: Context, folder: Path, every: int | None, register: Path | None, passphrase_file: Path | None, by: str
) -> None:
    """Collect what branches have put into a shared folder, and put their receipts there."""
    known: dict[str, str] = {}
    ask = asker(passphrase_file)

    def phrase(name: str, new: bool) -> str:
        if name not in known:
            known[name] = ask(name, new)
        return known[name]

    repeated(lambda: _look(context, folder, register, (phrase, by)), every)


def _look(context: Context, folder: Path, register: Path | None, who: tuple[Callable[[str, bool], str], str]) -> None:
    from certificates import HrLists, read_claim, today
    from exams import TO_BRANCH, TO_HR, SystemClock, open_hq

    told: list[dict[str, Any]] = []

    def hear(one: Any) -> bool:
        told.append({"file": one.file, "status": str(one.status), "code": one.code, "branch": one.branch})
        return True

    with open_hq(context.home, *who) as desk, register_of(context, register, who[1], new=True) as opened:
        if (folder / TO_HR).is_dir():
            opened.collect(desk.hr_material((), claims=read_claim), [folder / TO_HR], hear)
        opened.heed_revoked(HrLists(context.home, desk, lambda: today(SystemClock())).standing().revoked.names)
        written = opened.write_receipts(desk, folder / TO_BRANCH)
    refused = sum(one["status"] == "refused" for one in told)
    names = [path.relative_to(folder).as_posix() for path in written]
    text = tr("{count} files looked at, {refused} refused, {receipts} receipts put there.")
    said = text.format(count=len(told), refused=refused, receipts=len(names))
    context.emit({"files": told, "receipts": names}, said)


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder for the bundles.")
@common
def codes(context: Context, files: tuple[str, ...], out: Path) -> None:
    """Put bundles together out of codes: photographs, scans, text files, or what a code reader types (`-`).

    Exit 1 while codes are missing; they are named, and the same call with further pictures finds them.
    """
    from exams import join_codes

    joined = join_codes([text for name in files for text in _texts(name)])
    paths = []
    for raw in joined.bundles:
        paths.append(out / f"{hashlib.sha256(raw).hexdigest()[:16]}.bundle")
        write_file(paths[-1], raw)
    missing = {digest: list(places) for digest, places in joined.missing.items()}
    lines = [tr("Whole: {path}").format(path=path) for path in paths]
    lines += [
        tr("Missing of {digest}: {places}").format(digest=digest, places=", ".join(map(str, places)))
        for digest, places in missing.items()
    ]
    context.emit({"files": [str(path) for path in paths], "missing": missing}, "\n".join(lines) or tr("No code found."))
    if missing or not paths:
        raise Findings


def _texts(name: str) -> list[str]:
    from certificates import codes_in
    from exams import CODES_PREFIX

    if name == _STDIN:
        return [sys.stdin.read(_FILE_MOST)]
    try:
        with Path(name).open("rb") as file:
            raw = file.read(_FILE_MOST)
    except OSError as error:
        raise Refused("E_NOT_FOUND", path=name) from error
    return [*codes_in(raw, CODES_PREFIX)] or [raw.decode("utf-8", "replace")]


COMMANDS = (share, codes)
