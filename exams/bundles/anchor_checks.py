"""Release anchors: what the branch read out to headquarters must stand in the journal that is collected."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exams.bundles.bundle import Bundle
from exams.bundles.chain_checks import Chain
from exams.bundles.hr_trust import HrSession, Known, Listed, Release
from exams.bundles.story import Story
from exams.bundles.verdict import Code, Finding
from exams.devices.checkpoint import checkpoint_anchor, read_checkpoint
from exams.devices.record import DeviceRecord
from exams.errors import AcademyError
from exams.packs.manifest import Grading
from exams.packs.slots import SlotPurpose
from exams.trust.codes import ALPHABET, plain_code
from exams.trust.envelope import Purpose, claimed_payload
from exams.trust.shapes import number_in

_LENGTH = 10
_FIRST_DIGITS = 13  # hex digits that hold the fifty bits of an anchor


class Heads:
    """Where in the journal an anchor was taken: of a line's hash, or of a checkpoint's bytes (checked before)."""

    def __init__(self, bundle: Bundle, chain: Chain, known: Known, record: DeviceRecord) -> None:
        self._record = record
        self._chain = chain
        self._known = known
        told = ((plain_code(checkpoint_anchor(raw))[:_LENGTH], raw) for raw in bundle.checkpoints)
        self.vouched = {**known.vouched, **{anchor: _size(raw) for anchor, raw in told}}
        self._new: dict[int, int] = {}
        self._old: dict[int, int] = {}

    def size_of(self, anchor: str) -> int | None:
        """How many lines it vouches for; None where nothing in this journal gives it."""
        plain = plain_code(anchor)[:_LENGTH]
        if plain in self.vouched:
            return self.vouched[plain]
        number = _number(plain)
        self._new = self._new or _sizes(self._chain.hashes, self._chain.first)
        if number not in self._new and not self._old:
            self._old = _sizes(self._known.hashes, 1)
        return self._new.get(number) or self._old.get(number)

    def holds_listed(self, session: HrSession) -> int | None:
        """Up to where another PC's list vouches for this journal: 0 where it lists none, None where one is not here."""
        sizes = [0]
        for one in session.listed:
            if one.serial == self._record.serial and _is_own(one, self._record):
                if self._head_at(one.size) != one.head:
                    return None
                sizes.append(one.size)
        return max(sizes)

    def _head_at(self, size: int) -> str | None:
        hashes = self._known.hashes
        return self._chain.head_at(size) or (hashes[size - 1] if 0 < size <= len(hashes) else None)


def _is_own(one: Listed, record: DeviceRecord) -> bool:
    """Whoever lists a checkpoint cannot make one; without its envelope, HR has looked at it before."""
    if not one.raw:
        return True
    try:
        told = read_checkpoint(one.raw, record)
    except AcademyError:
        return False
    return (told.size, told.head) == (one.size, one.head)


def _size(checkpoint: bytes) -> int:
    return number_in(claimed_payload(checkpoint, Purpose.CHECKPOINT), "size")


def _sizes(hashes: Sequence[str], first: int) -> dict[int, int]:
    return {int(told[:_FIRST_DIGITS], 16) >> 2: size for size, told in enumerate(hashes, first)}


class _Found(NamedTuple):
    """The sizes that anchors vouch for, all of them and those of grading codes; `missing` are not in this journal."""

    any: int
    key: int
    missing: tuple[Release, ...]


def anchor_findings(story: Story, session: HrSession, grading: Grading, heads: Heads) -> Iterator[Finding]:
    """`E_ANCHOR_MISSING` for each that is not here, and for a sitting graded behind the anchor that paid for its key.

    `W_NO_ANCHOR` where a code opened both and nothing vouches for what was handed in.
    """
    if not story.submit_seq:
        return
    found, listed = _found(session, heads), heads.holds_listed(session)
    for release in found.missing:
        yield _missing(story, release.purpose.value)
    if listed is None:
        yield _missing(story, "listed")
    elif found.missing:
        return
    elif (
        grading is Grading.SECOND_CODE and max(found.key, listed) < story.submit_seq and _key_was_given(story, session)
    ):
        yield _missing(story, "late")
    elif grading is Grading.WITH_UNLOCK and max(found.any, listed) < story.submit_seq:
        yield Finding(Code.NO_ANCHOR, story.submit_seq, story.att)


def _found(session: HrSession, heads: Heads) -> _Found:
    sizes, missing = {SlotPurpose.ITEMS: 0, SlotPurpose.KEY: 0}, []
    for release in session.releases:
        if release.anchor and plain_code(release.anchor)[:_LENGTH] not in session.elsewhere:
            size = heads.size_of(release.anchor)
            missing += [release] if size is None else []
            sizes[release.purpose] = max(sizes[release.purpose], size or 0)
    return _Found(max(sizes.values()), sizes[SlotPurpose.KEY], tuple(missing))


def _key_was_given(story: Story, session: HrSession) -> bool:
    """Graded here, or the office has given the code away: from then on the answers could have been known."""
    graded = story.sitting is not None and story.sitting.result is not None
    return graded or any(one.purpose is SlotPurpose.KEY for one in session.releases)


def _missing(story: Story, reason: str) -> Finding:
    return Finding(Code.ANCHOR_MISSING, story.submit_seq, story.att, {"reason": reason})


def _number(plain: str) -> int:
    number = 0
    for char in plain:
        number = number << 5 | ALPHABET.index(char)
    return number
