"""From facts to the file that is frozen: printed code, open credential, page, signature."""

from datetime import datetime

from certificates.certificate import CertificateFacts
from certificates.page_files import Attachment
from certificates.page_form import Form
from certificates.proof.badge import NAME, credential
from certificates.proof.token import claims_of, token
from exams import OwnDevice


def unsigned_file(facts: CertificateFacts, device: OwnDevice, when: datetime, form: Form | None = None) -> bytes:
    """The page with its code and its credential; the same call gives the same bytes. Raises as `page.draw`."""
    from certificates.page import draw

    attached = Attachment(NAME, "application/json", credential(facts, device.keys.sign, when), "Open Badges 3.0")
    return draw(facts, token(claims_of(facts), device), [attached], form=form)


def issued_file(facts: CertificateFacts, device: OwnDevice, when: datetime, form: Form | None = None) -> bytes:
    """The same, signed and certified."""
    from certificates.proof.pades import sign_pdf

    page = unsigned_file(facts, device, when, form)
    return sign_pdf(page, device, facts.branch_names["zh"] or facts.branch_code)
