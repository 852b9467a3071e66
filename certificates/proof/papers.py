"""What headquarters gives an enrolled PC besides its record, so that it can certify."""

from certificates.proof.compact import compact_of
from certificates.proof.x509 import make_leaf
from exams import DevicePapers, DeviceRecord, PaperIssuers


def device_papers(record: DeviceRecord, issuers: PaperIssuers) -> DevicePapers:
    """The compact certificate for printed codes, and the X.509 one where the device has an RSA key."""
    return DevicePapers(compact_of(record, issuers.ca), make_leaf(record, issuers) if record.pdf else b"")
