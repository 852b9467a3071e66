"""What a finished bundle is made of, as PyInstaller wrote it down: the libraries whose files went in."""

import ast
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

OURS = "branch-academy"


def libraries(work: Path) -> list[Distribution]:
    """The libraries of this environment of which a module or file lies in the bundle, by name; `work` is PyInstaller's.

    PyInstaller itself is none: only its bootloader is inside, which its licence allows for any program.
    """
    owners = {_real(dist.locate_file(file)): dist for dist in distributions() for file in dist.files or ()}
    found = {dist.name.lower(): dist for path in _sources(work) if (dist := owners.get(_real(path)))}
    return [found[name] for name in sorted(found) if not name.startswith("pyinstaller") and name != OURS]


def _sources(work: Path) -> Iterator[str]:
    for name in ("PYZ-00.toc", "COLLECT-00.toc"):
        for part in ast.literal_eval((work / name).read_text("utf-8")):
            for row in part if isinstance(part, list) else ():
                yield row[1]


def _real(path: object) -> Path:
    return Path(str(path)).resolve()
