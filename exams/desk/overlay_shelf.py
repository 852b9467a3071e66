"""The overlay at a branch: what the pack in use lays over its course. Loaded at every start, so it imports little."""

from collections.abc import Sequence

from exams.content.overlay import Overlay, read_overlay
from exams.errors import AcademyError
from exams.packs.active import ActivePack
from exams.trust.envelope import Purpose, open_envelope
from exams.trust.root import RoleName, Root

MEMBER = "overlay.json"
"""Its name among the open files of a pack, below course/."""


def overlay_of_pack(pack: ActivePack, roots: Sequence[Root]) -> Overlay:
    """What an installed pack lays over its course; nothing where it brings none, or one that nobody signed."""
    name = f"course/{MEMBER}"
    if name not in pack.manifest.files:
        return Overlay()
    for root in roots:
        try:
            keys, threshold = root.keys_of(RoleName.PACK)
            return read_overlay(open_envelope(pack.file(name).read_bytes(), Purpose.OVERLAY, keys, threshold))
        except (OSError, AcademyError):
            continue
    return Overlay()
