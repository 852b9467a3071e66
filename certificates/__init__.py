"""The front door: the names other packages may use. Looked up on first use, so that a command loads only its own."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from certificates.audit.checking import Audited as Audited
    from certificates.audit.checking import AuditFinding as AuditFinding
    from certificates.audit.checking import check_audit as check_audit
    from certificates.audit.history import Held as Held
    from certificates.audit.history import HeldCertificate as HeldCertificate
    from certificates.audit.history import counts_of as counts_of
    from certificates.audit.making import AuditMade as AuditMade
    from certificates.audit.making import AuditOffice as AuditOffice
    from certificates.audit.summary import AuditPlan as AuditPlan
    from certificates.audit.summary import AuditTold as AuditTold
    from certificates.badges import BadgeOffice as BadgeOffice
    from certificates.badges import BadgePlan as BadgePlan
    from certificates.bulk import chosen as chosen
    from certificates.bulk import file_names as file_names
    from certificates.bulk import save_all as save_all
    from certificates.certificate import Certificate as Certificate
    from certificates.certificate import CertificateFacts as CertificateFacts
    from certificates.certificate import facts_json as facts_json
    from certificates.claims import loose_papers as loose_papers
    from certificates.claims import read_claim as read_claim
    from certificates.claims import tokens_of as tokens_of
    from certificates.desk import CertificateDesk as CertificateDesk
    from certificates.desk import today as today
    from certificates.desk import verifier as verifier
    from certificates.errors import BadNumber as BadNumber
    from certificates.errors import CannotWrite as CannotWrite
    from certificates.errors import MissingGlyph as MissingGlyph
    from certificates.errors import NotPassed as NotPassed
    from certificates.errors import UnknownCertificate as UnknownCertificate
    from certificates.fonts import first_missing_glyph as first_missing_glyph
    from certificates.gathering import gather as gather
    from certificates.hr_issuing import HrIssuer as HrIssuer
    from certificates.hr_issuing import Issued as Issued
    from certificates.hr_issuing import NotIssued as NotIssued
    from certificates.keeper import HomeLists as HomeLists
    from certificates.numbering import check_number as check_number
    from certificates.office import CertifyingOffice as CertifyingOffice
    from certificates.page_form import WORDING_FOLDER as WORDING_FOLDER
    from certificates.page_specimen import save_preview as save_preview
    from certificates.page_specimen import specimen_pdf as specimen_pdf
    from certificates.preview import Picture as Picture
    from certificates.preview import picture as picture
    from certificates.print_run import save_print_run as save_print_run
    from certificates.proof.papers import device_papers as device_papers
    from certificates.qr import qr_modules as qr_modules
    from certificates.scan import codes_in as codes_in
    from certificates.second_look import look_again as look_again
    from certificates.second_look import second_verdict as second_verdict
    from certificates.sheet_drawing import sheet_pdf as sheet_pdf
    from certificates.sheets import Grid as Grid
    from certificates.sheets import Heading as Heading
    from certificates.sheets import Lines as Lines
    from certificates.sheets import NewPage as NewPage
    from certificates.sheets import Pairs as Pairs
    from certificates.sheets import Raster as Raster
    from certificates.sheets import ScanCode as ScanCode
    from certificates.sheets import Sheet as Sheet
    from certificates.sheets import Signatures as Signatures
    from certificates.standing.fates import Fate as Fate
    from certificates.standing.fates import fates as fates
    from certificates.standing.following import follow_regrading as follow_regrading
    from certificates.standing.hr_lists import HrLists as HrLists
    from certificates.standing.lists import ListKind as ListKind
    from certificates.standing.lists import StandingList as StandingList
    from certificates.standing.shelf import take_files as take_files
    from certificates.standing.shelf import take_lists as take_lists
    from certificates.standing.standing import STALE_DAYS as STALE_DAYS
    from certificates.standing.standing import Standing as Standing
    from certificates.standing.status import renew_from as renew_from
    from certificates.verdict import Status as Status
    from certificates.verdict import Verdict as Verdict
    from certificates.verify import Verifier as Verifier

_ROOMS = {
    "audit.checking": "AuditFinding Audited check_audit",
    "audit.history": "Held HeldCertificate counts_of",
    "audit.making": "AuditMade AuditOffice",
    "audit.summary": "AuditPlan AuditTold",
    "badges": "BadgeOffice BadgePlan",
    "bulk": "chosen file_names save_all",
    "certificate": "Certificate CertificateFacts facts_json",
    "claims": "loose_papers read_claim tokens_of",
    "desk": "CertificateDesk today verifier",
    "errors": "BadNumber CannotWrite MissingGlyph NotPassed UnknownCertificate",
    "fonts": "first_missing_glyph",
    "gathering": "gather",
    "hr_issuing": "HrIssuer Issued NotIssued",
    "keeper": "HomeLists",
    "numbering": "check_number",
    "office": "CertifyingOffice",
    "page_form": "WORDING_FOLDER",
    "page_specimen": "save_preview specimen_pdf",
    "preview": "Picture picture",
    "print_run": "save_print_run",
    "proof.papers": "device_papers",
    "qr": "qr_modules",
    "scan": "codes_in",
    "second_look": "look_again second_verdict",
    "sheet_drawing": "sheet_pdf",
    "sheets": "Grid Heading Lines NewPage Pairs Raster ScanCode Sheet Signatures",
    "standing.fates": "Fate fates",
    "standing.following": "follow_regrading",
    "standing.hr_lists": "HrLists",
    "standing.lists": "ListKind StandingList",
    "standing.shelf": "take_files take_lists",
    "standing.standing": "STALE_DAYS Standing",
    "standing.status": "renew_from",
    "verdict": "Status Verdict",
    "verify": "Verifier",
}
_HOMES = {name: f"certificates.{room}" for room, names in _ROOMS.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605  # a test holds it to the names above


def __getattr__(name: str) -> object:
    """Find a public name where it lives."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(name)
    return getattr(import_module(home), name)
