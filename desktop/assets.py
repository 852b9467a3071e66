"""Where the files that are not code lie: beside the packages, in the source tree and in the bundle alike."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"


def asset(*parts: str) -> Path:
    """Path of a file or folder under assets/."""
    return ASSETS.joinpath(*parts)


def content_path() -> Path:
    """The content database: inside the bundle's assets, or where `make setup` builds it in a source tree."""
    bundled = ASSETS / "content.sqlite"
    return bundled if bundled.exists() else ASSETS.parent / "build" / "content.sqlite"
