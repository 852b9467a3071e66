"""HR's side: confirm, revoke, replace; each act gives the next number of one list, signed."""

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

    def confirm(self, numbers: Iterable[str]) -> StandingList:
        """Certificates that HR has the sittings of; raises `BadNumber`, and then none is confirmed."""
        return self._grown(ListKind.CONFIRMED, {mark_of(check_number(one)): "" for one in numbers})

    def revoke(self, numbers: Iterable[str]) -> StandingList:
        """Taken back for good, confirmed or not; raises `BadNumber`, and then none is revoked."""
        return self._grown(ListKind.REVOKED, {mark_of(check_number(one)): "" for one in numbers})

    def supersede(self, old: str, new: str) -> StandingList:
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
        return self._grown(ListKind.SUPERSEDED, {mark_of(old): new})

    def renew(self) -> Standing:
        """Sign all three anew as of today, so that whoever holds them knows how old they are."""
        for kind in ListKind:
            self._grown(kind, {})
        return self.standing()

    def export(self, folder: Path) -> Path:
        """Roots, withdrawals and lists in a folder for `academy certificate verify --trust`; nothing in it is secret.

        Raises `TrustSpoilt` or `OlderList` where something else or something newer lies there, and `CannotWrite`.
        """
        self._desk.write_trust(folder)
        there = self._desk.standing_folder
        take_lists(folder, [(kind, list_file(there, kind).read_bytes()) for kind in self._signed()])
        return folder

    def _grown(self, kind: ListKind, marks: Mapping[bytes, str]) -> StandingList:
        before = self.standing().list(kind)
        after = replace(before, number=before.number + 1, day=self._today(), marks={**before.marks, **marks})
        about = {"list": str(kind), "number": after.number, "certificates": [mark.hex() for mark in marks]}
        raw = self._desk.signed_by_hr("standing", about, lambda key: sign_list(after, key))
        write_whole(list_file(self._desk.standing_folder, kind), raw)
        if has_trust(self._home):
            take_lists(self._home, [(kind, raw)])
        return after

    def _signed(self) -> list[ListKind]:
        return [one.kind for one in self.standing().lists if one.number]
