"""The files of the project, as its architecture tests see them: tracked or about to be, nothing built."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("desktop", "certificates", "exams")


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that git tracks or would track, relative to the root."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return tuple(path for path in map(Path, listing.split("\0")) if path.parts and (ROOT / path).is_file())


def python_files(*rooms: str) -> tuple[Path, ...]:
    """The Python files in these top-level folders, or in all of them."""
    return tuple(path for path in project_files() if path.suffix == ".py" and (not rooms or path.parts[0] in rooms))


def text(path: Path) -> str:
    """The file's text; empty for a picture, a font or whatever else is not text."""
    try:
        return (ROOT / path).read_text("utf-8")
    except UnicodeDecodeError:
        return ""
