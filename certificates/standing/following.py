"""What follows for certificates once HR has graded sittings again: revoked or confirmed, each only once."""

from collections.abc import Iterable

from certificates.standing.hr_lists import HrLists


def follow_regrading(lists: HrLists, revoke: Iterable[str], confirm: Iterable[str]) -> tuple[int, int]:
    """Sign what is not on HR's lists yet; gives how many were revoked and confirmed. Raises `BadNumber`, `BadList`."""
    standing = lists.standing()
    gone = [one for one in revoke if not standing.revoked.names(one)]
    kept = [one for one in confirm if not standing.confirmed.names(one) and not standing.revoked.names(one)]
    if gone:
        lists.revoke(gone)
    if kept:
        lists.confirm(kept)
    return len(gone), len(kept)
