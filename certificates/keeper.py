"""Keeps in a home what HR sends back: its lists, and the certificates that it issued in the place of others."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from certificates.certificate import Certificate
from certificates.corrected import follows, told_by
from certificates.errors import WrongBranch
from certificates.files import write_whole
from certificates.numbering import check_number
from certificates.proof.attached import check_attached
from certificates.proof.strict import check_file
from certificates.proof.trust import trust_of
from certificates.standing.lists import claimed_kind
from certificates.standing.shelf import offer_lists, readable_lists, standing_of, take_lists
from certificates.store.certificate_rows import find_number, find_sitting, take_write_lock
from certificates.store.correction_rows import corrections_of, find_correction, save_correction
from certificates.store.database import open_register
from exams import CorrectedPaper, CorrectedRefused, KeptPaper, Taken


class HomeLists:
    """The keeper of one home, for whoever takes packs, receipts, lists and certificates in."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def take(self, raw: bytes) -> Taken:
        """A list that was brought by itself; raises as `take_lists`."""
        kind = claimed_kind(raw)
        before = readable_lists(self._home).list(kind).number
        listed = take_lists(self._home, [(kind, raw)]).list(kind)
        return Taken(f"{kind} {listed.number}", listed.number > before, sha256(raw).hexdigest())

    def offer(self, raws: Mapping[str, bytes]) -> bool:
        """Lists that came along with something else; True where one was news."""
        return offer_lists(self._home, raws.values())

    def judge(self, raw: bytes) -> CorrectedPaper:
        """A PDF by its signatures, up to headquarters' root; raises as `check_file` and `check_attached`.

        `WrongBranch` where its number begins with the code of another branch than that of the PC that signed it: HR's
        lists name numbers, and without this any enrolled PC could sign for one of HR's.
        """
        token = check_file(raw, trust_of(self._home))
        check_attached(raw, token)
        claims = token.claims
        code = claims.number.rsplit("-", 3)[0]
        if code != claims.branch_code:
            raise WrongBranch(branch=code, device=claims.branch_code)
        return CorrectedPaper(check_number(claims.number), claims.sitting, claims.staff_id, sha256(raw).hexdigest())

    def keep(self, raw: bytes, paper: CorrectedPaper) -> KeptPaper:
        """Row and PDF in one transaction, then the file into its folder; a second time makes good what is missing.

        Raises `CorrectedRefused` (unlisted, other, stale), `BadList`, `TrustSpoilt` or `CannotWrite`.
        """
        with open_register(self._home) as db, db.atomic():
            take_write_lock(db)
            own, later = find_sitting(db, paper.sitting), corrections_of(db, paper.sitting)
            if find_number(db, paper.number) is not None:
                return KeptPaper(counts=False)
            known = find_correction(db, paper.number)
            if known is None:
                replaces = self._vouched(paper, later[-1] if later else own)
                save_correction(db, told_by(raw, own), replaces, raw)
            elif later[-1].number != paper.number:
                return KeptPaper(counts=False)
            else:
                replaces = known[1]
        write_whole(self._home / "certificates" / f"{paper.number}.pdf", raw)
        return KeptPaper(replaces)

    def _vouched(self, paper: CorrectedPaper, here: Certificate | None) -> str:
        """The number that it takes the place of, by HR's lists as they reached this home."""
        said, number = standing_of(self._home), paper.number
        if said.successor(number) or said.revoked.names(number):
            raise CorrectedRefused(reason="stale", number=number)
        gone = here is not None and said.revoked.names(here.number)  # then a new one stands for itself
        if here is not None and not gone and not follows(said, here.number, number):
            named = said.successor(here.number)
            raise CorrectedRefused(reason="other" if named else "unlisted", number=number, named=named or "")
        if not said.confirmed.names(number):
            raise CorrectedRefused(reason="unlisted", number=number)
        return here.number if here else ""
