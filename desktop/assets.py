"""Where the files that are not code lie: beside the packages, in the source tree and in the bundle alike."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"


def asset(*parts: str) -> Path:
    """Path of a file or folder under assets/."""
    return ASSETS.joinpath(*parts)


def demonstration_parts() -> Path:
    """The three parts a demonstration is published from: in the bundle's assets, or where `make setup` builds them.

    They hold a bank in clear: a program for a real branch comes without this folder, and then shows no demonstration.
    """
    bundled = ASSETS / "demonstration"
    return bundled if bundled.exists() else ASSETS.parent / "build" / "parts"
