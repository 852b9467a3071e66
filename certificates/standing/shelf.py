"""Lists on the disk: `trust/standing/KIND.list` in a home, `hq/standing/KIND.list` at headquarters."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from certificates.errors import BadList, OlderList
from certificates.files import write_whole
from certificates.standing.lists import LIST_MOST, ListKind, StandingList, claimed_kind, read_list
from certificates.standing.standing import NO_LISTS, Standing, standing_from
from exams import RoleName, has_trust, root_chain


def shelf_of(home: Path) -> Path:
    """Where a home keeps the lists that it believes."""
    return home / "trust" / "standing"


def list_file(folder: Path, kind: ListKind) -> Path:
    """Where a folder keeps one of them."""
    return folder / f"{kind}.list"


def standing_of(home: Path) -> Standing:
    """What HR said, as far as it reached this home; raises `BadList` or `TrustSpoilt`."""
    return read_shelf(shelf_of(home), _hr_keys(home)) if has_trust(home) else NO_LISTS


def read_shelf(folder: Path, hr_keys: Sequence[bytes]) -> Standing:
    """The lists of a folder, each signed by one of these keys; those that are not there are empty."""
    kinds = [kind for kind in ListKind if list_file(folder, kind).is_file()]
    return standing_from(read_list(_bytes_of(list_file(folder, kind)), kind, hr_keys) for kind in kinds)


def take_lists(home: Path, raws: Sequence[tuple[ListKind, bytes]]) -> Standing:
    """Keep lists that came from HR, all of them or none; one that is here already is passed over.

    Raises `BadList` for a list that the root in force does not vouch for, `OlderList` for one below the number that
    is here, or with the same number and other contents.
    """
    if not has_trust(home):
        raise BadList(kind="", reason="root")
    here, now = readable_lists(home), _hr_keys(home, newest=True)
    news = [(read_list(raw, kind, now), raw) for kind, raw in raws]
    for listed, _ in news:
        _require_newer(here.list(listed.kind), listed)
    for listed, raw in news:
        write_whole(list_file(shelf_of(home), listed.kind), raw)
    return standing_of(home)


def offer_lists(home: Path, raws: Iterable[bytes]) -> bool:
    """Keep of lists that came along with a pack or a receipt those that are news; True where one was.

    The others are passed over: an older list, and one whose key the root in force has replaced, as in an old pack.
    A list here that is spoilt is made good. Raises `TrustSpoilt`.
    """
    if not has_trust(home):
        return False
    here, now = readable_lists(home), _hr_keys(home, newest=True)
    news = []
    for raw in raws:
        with suppress(BadList):
            listed = read_list(raw, claimed_kind(raw), now)
            if listed.number > here.list(listed.kind).number:
                news.append((listed.kind, raw))
    for kind, raw in news:
        write_whole(list_file(shelf_of(home), kind), raw)
    return bool(news)


def take_files(home: Path, files: Sequence[Path]) -> Standing:
    """The same from files, told apart by what they say they are; raises `BadList` too for one that cannot be read."""
    raws = [_bytes_of(path) for path in files]
    return take_lists(home, [(claimed_kind(raw), raw) for raw in raws])


def readable_lists(home: Path) -> Standing:
    """Those of the lists here that hold: in the place of a spoilt one any list of HR's is taken."""
    keys, found = _hr_keys(home) if has_trust(home) else (), []
    for kind in ListKind:
        with suppress(BadList):
            found.append(read_list(_bytes_of(list_file(shelf_of(home), kind)), kind, keys))
    return standing_from(found)


def _require_newer(known: StandingList, found: StandingList) -> None:
    if found.number < known.number or (found.number == known.number and found != known):
        raise OlderList(kind=str(found.kind), found=found.number, known=known.number)


def _hr_keys(home: Path, *, newest: bool = False) -> tuple[bytes, ...]:
    # A list was believed under the root of its day; a later root may have replaced the key that signed it.
    roots = root_chain(home)
    return tuple(key for root in (roots[-1:] if newest else roots) for key in root.keys_of(RoleName.HR)[0].values())


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LIST_MOST + 1)
    except OSError as error:
        raise BadList(kind=path.name, reason="file") from error
