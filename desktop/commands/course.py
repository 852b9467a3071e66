"""`academy course`: check the sources of course and bank, and build the content database from them."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.assets import ASSETS
from desktop.commands.common import REFUSED, Context, Findings, common
from desktop.words import tr, trn
from desktop.words.clock import length_text
from desktop.words.errors import sentence
from desktop.words.faults import fault_text

if TYPE_CHECKING:
    from exams import Fault, Sources

_source = click.option(
    "--source",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=ASSETS,
    help="Folder with course/, bank/ and blueprints/.",
)


@click.group()
def command() -> None:
    """The course and its question bank, from the files their authors write."""


@command.command()
@_source
@common
def check(context: Context, source: Path) -> None:
    """Count what is there and list every fault; exit 1 where there is one."""
    from exams import tally

    sources = _read(source)
    counted = asdict(tally(sources))
    document = {**counted, "facts_unknown": list(counted["facts_unknown"]), "faults": _documents(sources.faults)}
    text = tr(
        "{sections} sections, {length}, {items} exam questions, {practice_items} practice questions;"
        " simulated calls: {scenarios}."
    ).format_map({**counted, "length": length_text(counted["minutes"])})
    context.emit(document, "\n".join([*_lines(sources.faults), text, _verdict(sources)]))
    if sources.faults:
        raise Findings


@command.command()
@_source
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The database to write.")
@click.option("--parts", type=click.Path(path_type=Path, file_okay=False), help="Write the three JSON parts here too.")
@common
def build(context: Context, source: Path, out: Path, parts: Path | None) -> None:
    """Build the content database; with any fault nothing is written."""
    from exams import build_content

    sources = _read(source)
    if sources.faults:
        _refuse(context, sources)
    built = build_content(sources, out, parts)
    document = {"out": str(out), "bytes": built.bytes, "sha256": built.sha256, "parts": dict(built.parts)}
    context.emit(document, tr("Built {path}.").format(path=out))


def _read(source: Path) -> "Sources":
    from exams import read_sources

    return read_sources(source, datetime.now(UTC).date())


def _refuse(context: Context, sources: "Sources") -> None:
    code = "E_SOURCES_FAULTY"
    said = sentence(code, {"count": len(sources.faults)}).text
    if context.json:
        context.show({"error": {"code": code, "message": said}, "faults": _documents(sources.faults)})
    else:
        context.say("\n".join([*_lines(sources.faults), _verdict(sources), f"{said} [{code}]"]))
    raise SystemExit(REFUSED)


def _documents(faults: Iterable["Fault"]) -> list[dict[str, object]]:
    return [
        {"file": one.file, "line": one.line, "code": one.code.value, "message": fault_text(one.code, one.facts)}
        for one in faults
    ]


def _lines(faults: Iterable["Fault"]) -> list[str]:
    return [f"{one.file}:{one.line}: {fault_text(one.code, one.facts)} [{one.code.value}]" for one in faults]


def _verdict(sources: "Sources") -> str:
    count = len(sources.faults)
    return trn("{n} fault.", "{n} faults.", count) if count else tr("No faults.")
