"""`python -m desktop.words.compile`: every .po under assets/translations becomes the .mo the app reads."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from desktop.assets import asset

_EPOCH = datetime.fromtimestamp(0, UTC)


def compile_catalogues(folder: Path, out: Path | None = None) -> tuple[Path, ...]:
    """Compile `folder/<language>/*.po`; a fault in a file is an error with its name."""
    written = []
    for source in sorted(folder.glob("*/*.po")):
        target = (out or folder) / source.parent.name / f"{source.stem}.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as file:
            try:
                catalogue = read_po(file, locale=source.parent.name, abort_invalid=True)
            except PoFileError as fault:
                raise ValueError(f"{source}: {fault}") from fault
        # Where the .po names no times, babel writes that of the compiling: the same words would give other bytes.
        catalogue.creation_date = catalogue.revision_date = _EPOCH
        with target.open("wb") as file:
            write_mo(file, catalogue)
        written.append(target)
    return tuple(written)


def main() -> int:
    """Compile all catalogues and say how many."""
    written = compile_catalogues(asset("translations"))
    sys.stderr.write(f"{len(written)} catalogues\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
