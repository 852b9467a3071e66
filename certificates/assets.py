"""Where fonts and wording lie: beside the packages, in the source tree and in the bundle alike."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"


def asset(*parts: str) -> Path:
    """Path of a file under assets/."""
    return ASSETS.joinpath(*parts)
