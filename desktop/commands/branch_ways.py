"""`academy branch share`, `mail`, `codes`: how results reach HR without a stick."""

import time
from collections.abc import Callable
from pathlib import Path

import click

from desktop.commands.common import Context, common
from desktop.commands.small_files import write_file
from desktop.version import VERSION
from desktop.words import tr

_BUNDLE_MOST = 64 * 1024 * 1024
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
every = click.option("--every", type=click.IntRange(5, 86_400), help="Look again after so many seconds, until stopped.")


@click.command()
@click.argument("folder", type=_FOLDER)
@every
@common
def share(context: Context, folder: Path, every: int | None) -> None:
    """Look into a folder that is shared with HR: take in what lies there for this branch, hand in what is new."""
    from certificates import HomeLists, tokens_of
    from exams import share as shared

    def look() -> None:
        tokens, lists = tokens_of(context.home), HomeLists(context.home)
        done = shared(context.home, folder, VERSION, tokens=tokens, lists=lists)
        taken = [one.path.name for one in done.arrivals if one.error is None]
        refused = [{"file": one.path.name, "code": one.error.code} for one in done.arrivals if one.error is not None]
        handed = [one.path.name for one in done.written]
        text = tr("Taken in: {taken}. Handed in: {handed}. HR has: {removed}.")
        told = text.format(taken=len(taken), handed=len(handed), removed=len(done.removed))
        document = {"taken_in": taken, "refused": refused, "handed_in": handed, "taken_away": list(done.removed)}
        context.emit(document, told)

    repeated(look, every)


@click.command()
@click.argument("bundle", type=_FILE)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The text file to write.")
@common
def mail(context: Context, bundle: Path, out: Path) -> None:
    """Write a bundle as text that can be pasted into a mail; a large one is attached to the mail as it is."""
    from exams import mail_text, small_file

    text = mail_text(small_file(bundle, _BUNDLE_MOST))
    write_file(out, text.encode("ascii"))
    said = tr("Paste the text of {file} into a mail to HR, or attach the file: {characters} characters.")
    context.emit({"file": str(out), "characters": len(text)}, said.format(file=out, characters=len(text)))


@click.command()
@click.argument("bundle", type=_FILE)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="FILE.pdf or FILE.txt.")
@common
def codes(context: Context, bundle: Path, out: Path) -> None:
    """Write a bundle as QR codes for the screen or the printer; HR reads them in any order with `hr codes`."""
    from exams import small_file, split_codes

    texts = split_codes(small_file(bundle, _BUNDLE_MOST))
    if out.suffix.lower() == ".pdf":
        write_file(out, _printed(texts, bundle.name))
    else:
        write_file(out, "".join(f"{text}\n" for text in texts).encode("ascii"))
    said = tr("{count} codes written to {file}.")
    context.emit({"file": str(out), "codes": len(texts)}, said.format(count=len(texts), file=out.name))


def _printed(texts: tuple[str, ...], name: str) -> bytes:
    from certificates import ScanCode, Sheet, sheet_pdf

    said = tr("Code {place} of {count}")
    parts = (ScanCode(text, (said.format(place=place, count=len(texts)),)) for place, text in enumerate(texts, 1))
    return sheet_pdf(Sheet(tr("Results for HR, as codes"), name, tuple(parts), name))


def repeated(look: Callable[[], None], every: int | None) -> None:
    """Once, or again and again until somebody stops it."""
    look()
    while every:
        time.sleep(every)
        look()
