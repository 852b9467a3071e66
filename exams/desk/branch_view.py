"""What of headquarters stands in a branch home, for the page that shows it; the command line has `branch_status`."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from exams.bundles.study_rules import StudyRules
from exams.desk.branch_files import FileKind, brought
from exams.desk.pack_shelf import PackShelf
from exams.errors import AcademyError
from exams.packs.active import ActivePack
from exams.packs.slots import SessionPlan
from exams.store.content_rows import ContentStore
from exams.store.glance import glance
from exams.trust.revocation import Revocations

PACK_ENDING = ".pack"
CERTIFICATES = "certificates"
"""The folder beside receipts in which HR's own certificates lie."""


@dataclass(frozen=True, slots=True)
class PackView:
    """The pack in use; `titles` and `course` (its edition) are empty where its content cannot be read."""

    name: str
    issued_wt: int
    expires_wt: int
    demonstration: bool
    withdrawn: bool
    titles: Mapping[str, str] = field(default_factory=dict)
    course: str = ""


@dataclass(frozen=True, slots=True)
class BranchView:
    """`sessions` are this branch's of the pack in use, the earliest first, withdrawn ones left out.

    `rules` are those of learning that hold here; None where no journal is open to tell them.
    """

    pack: PackView | None = None
    sessions: tuple[SessionPlan, ...] = ()
    withdrawals: Revocations = field(default_factory=Revocations)
    rules: StudyRules | None = None


def branch_view(home: Path, held: Collection[str] = ()) -> BranchView:
    """Read anew, whether the program has the home open or not, without the sessions `held`; raises `TrustSpoilt`."""
    shelf = PackShelf(home)
    pack, withdrawals = shelf.pack(), shelf.revocations()
    if pack is None:
        return BranchView(withdrawals=withdrawals)
    found = glance(home).branch
    plans = _sessions(shelf, pack, found.code if found else "")
    return BranchView(_pack(pack, withdrawals), tuple(p for p in plans if p.session not in held), withdrawals)


def is_demonstration_pack(home: Path) -> bool:
    """True where the pack in use was signed for a demonstration."""
    with suppress(AcademyError):
        pack = PackShelf(home).pack()
        return pack is not None and pack.manifest.demonstration
    return False


def files_in(folder: Path) -> tuple[Path, ...]:
    """What lies in a folder or on a stick and looks like headquarters'; other people's files are passed over."""
    found = (*_files_of(folder), *(path for path in _files_of(folder / CERTIFICATES) if path.suffix == ".pdf"))
    return tuple(path for path in found if _looks_right(path))


def _files_of(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except OSError:
        return []


def _looks_right(path: Path) -> bool:
    try:
        return brought(path).kind is not FileKind.PACK or path.suffix.lower() == PACK_ENDING
    except AcademyError:
        return False


def _pack(pack: ActivePack, withdrawals: Revocations) -> PackView:
    about = pack.manifest
    withdrawn = bool(withdrawals.packs & {about.pack, about.name})
    view = PackView(about.name, about.issued_wt, about.expires_wt, about.demonstration, withdrawn)
    with suppress(AcademyError):
        store = ContentStore(pack.content)
        try:
            course = store.course()
        finally:
            store.close()
        return replace(view, titles=course.titles, course=course.version)
    return view


def _sessions(shelf: PackShelf, pack: ActivePack, branch: str) -> tuple[SessionPlan, ...]:
    about, withdrawn = pack.manifest, shelf.revocations().sessions
    files = (file for file in shelf.slots() if (file.pack, file.version) == (about.pack, about.version))
    plans = {plan.session: plan for file in files for plan in file.sessions if branch in ("", plan.branch)}
    left = (plan for session, plan in plans.items() if session not in withdrawn)
    return tuple(sorted(left, key=lambda plan: (plan.not_before_wt, plan.session)))
