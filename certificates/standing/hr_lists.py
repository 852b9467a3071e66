"""HR's side: confirm, revoke, replace; each act gives the next number of a list, signed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from certificates.errors import ReplacesItself
from certificates.files import write_whole
from certificates.numbering import check_number
from certificates.standing.lists import ListKind, StandingList, mark_of, sign_list
from certificates.standing.shelf import list_file, read_shelf, take_lists
from certificates.standing.standing import Standing
from exams import HqDesk, has_trust


class HrLists:
    """The lists at headquarters' desk; what is signed there is believed in the same home at once.

    `today` gives the day in China.
    """

    def __init__(self, home: Path, desk: HqDesk, today: Callable[[], date]) -> None:
        self._home = home
        self._desk = desk
        self._today = today

    def standing(self) -> Standing:
        """The lists as they stand; raises `BadList`."""
        return read_shelf(self._desk.standing_folder, self._desk.hr_keys())

    def confirm(self, numbers: Iterable[str]) -> Standing:
        """Certificates that HR has the sittings of; raises `BadNumber`, and then none is confirmed."""
        return self._sign({ListKind.CONFIRMED: {mark_of(check_number(one)): "" for one in numbers}})

    def revoke(self, numbers: Iterable[str]) -> Standing:
        """Taken back for good, confirmed or not; raises `BadNumber`, and then none is revoked."""
        return self._sign({ListKind.REVOKED: {mark_of(check_number(one)): "" for one in numbers}})

    def supersede(self, old: str, new: str) -> Standing:
        """A new certificate took the old one's place, after a name was corrected or on renewal.

        Raises `BadNumber`, and `ReplacesItself` where following the replacements would lead back to `old`.
        """
        check_number(old)
        last: str | None = check_number(new)
        standing = self.standing()
        while last is not None:
            if last == old:
                raise ReplacesItself(number=old, successor=new)
            last = standing.successor(last)
        return self._sign({ListKind.SUPERSEDED: {mark_of(old): new}})

    def issued(self, pairs: Mapping[str, str]) -> Standing:
        """HR's own certificates, each with the number whose place it took, or empty: confirmed, the old one replaced.

        What the lists say already is passed over. An old number is whatever its branch signed; for a new one raises
        `BadNumber`, and then nothing is signed.
        """
        standing = self.standing()
        fresh = [check_number(new) for new in pairs if not standing.confirmed.names(new)]
        gone = {old: new for new, old in pairs.items() if old and not standing.successor(old)}
        changes: dict[ListKind, Mapping[bytes, str]] = {}
        if fresh:
            changes[ListKind.CONFIRMED] = {mark_of(one): "" for one in fresh}
        if gone:
            changes[ListKind.SUPERSEDED] = {mark_of(old): new for old, new in gone.items()}
        return self._sign(changes) if changes else standing

    def renew(self) -> Standing:
        """Sign all three anew as of today, so that whoever holds them knows how old they are."""
        return self._sign({kind: {} for kind in ListKind})

    def export(self, folder: Path) -> Path:
        """Roots, withdrawals and lists in a folder for `academy certificate verify --trust`; nothing in it is secret.

        Raises `TrustSpoilt` or `OlderList` where something else or something newer lies there, and `CannotWrite`.
        """
        self._desk.write_trust(folder)
        there = self._desk.standing_folder
        signed = [one.kind for one in self.standing().lists if one.number]
        take_lists(folder, [(kind, list_file(there, kind).read_bytes()) for kind in signed])
        return folder

    def _sign(self, changes: Mapping[ListKind, Mapping[bytes, str]]) -> Standing:
        """The next number of these lists, and number 1 of those that there are none of yet; one use of the key."""
        before = self.standing()
        missing: dict[ListKind, Mapping[bytes, str]] = {one.kind: {} for one in before.lists if not one.number}
        grown = [self._next(before.list(kind), marks) for kind, marks in {**missing, **changes}.items()]
        about = {
            str(one.kind): {"number": one.number, "added": [mark.hex() for mark in changes.get(one.kind, {})]}
            for one in grown
        }
        signed = self._desk.signed_by_hr(
            "standing", about, lambda key: [(one.kind, sign_list(one, key)) for one in grown]
        )
        for kind, raw in signed:
            write_whole(list_file(self._desk.standing_folder, kind), raw)
        if has_trust(self._home):
            take_lists(self._home, signed)
        return self.standing()

    def _next(self, known: StandingList, marks: Mapping[bytes, str]) -> StandingList:
        return replace(known, number=known.number + 1, day=self._today(), marks={**known.marks, **marks})
