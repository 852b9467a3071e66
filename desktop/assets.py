"""Where the files that are not code lie: beside the packages, in the source tree and in the bundle alike."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"


def asset(*parts: str) -> Path:
    """Path of a file or folder under assets/."""
    return ASSETS.joinpath(*parts)


def demonstration_parts() -> Path:
    """What a demonstration is published from: sealed in the bundle's assets, or where `make setup` builds it.

    A program for a real branch comes without this folder, and then shows no demonstration.
    """
    bundled = ASSETS / "demonstration"
    return bundled if bundled.exists() else ASSETS.parent / "build" / "parts"
