"""Where an issued certificate stands by HR's lists and by its term, without looking at its file."""

from datetime import date, timedelta

from certificates.certificate import Certificate
from certificates.standing.standing import Standing
from certificates.verdict import Status
from certificates.wording import policy


def status_of(certificate: Certificate, said: Standing, today: date) -> Status:
    """What a verifier would say of the file as it was issued."""
    if said.revoked.names(certificate.number):
        return Status.REVOKED
    if said.successor(certificate.number) is not None:
        return Status.SUPERSEDED
    if certificate.valid_until < today:
        return Status.EXPIRED
    return Status.VALID if said.confirmed.names(certificate.number) else Status.PROVISIONAL


def renew_from(certificate: Certificate) -> date:
    """The first day on which it may be renewed: so many days before its last one as the policy says."""
    return certificate.valid_until - timedelta(days=int(policy()["renewal_days"]))
