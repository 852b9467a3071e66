"""A headquarters in miniature that lets PCs certify, made once: its keys, one enrolled PC, what homes believe of it."""

from dataclasses import dataclass, replace
from functools import cache

from certificates import device_papers
from certificates.proof.trust import Trust
from exams import OwnDevice, PaperIssuers, RoleName
from exams.devices.identity import DeviceKeys
from exams.devices.record import Term, draft_record
from exams.devices.request import make_request, read_request
from exams.store.trust_files import begin_trust
from exams.trust.pdf_root import make_pdf_root
from exams.trust.rsa_keys import RsaKey
from tests.exams.trust.ceremony import DAY, NOW, Ceremony

SERIAL, BRANCH = "D00000001", "BJ-WJ01"
FROM, UNTIL = NOW - 30 * DAY, NOW + 335 * DAY


@dataclass(frozen=True)
class Authority:
    """`rsa` stands above PDF signatures; `ceremony` holds the other keys."""

    ceremony: Ceremony
    rsa: RsaKey
    pdf_root: bytes
    root_file: bytes

    @property
    def ca(self):
        return self.ceremony.roles[RoleName.CA]

    @property
    def trust(self):
        return Trust((self.ca.public,), (self.pdf_root,))

    def believed_in(self, home):
        """From now on this home believes the headquarters."""
        begin_trust(home, self.root_file)

    def enrolled(self, keys, serial=SERIAL, branch=BRANCH, term=(FROM, UNTIL)):
        """A PC with these keys that may certify."""
        request = read_request(make_request(keys, branch, "counter 1"))
        record = draft_record(request, serial, Term(*term, 1))
        papers = device_papers(record, PaperIssuers(self.ca, self.rsa, self.pdf_root))
        return OwnDevice(keys, replace(record, compact=papers.compact, x509=papers.x509))


def new_authority():
    ceremony, rsa = Ceremony(), RsaKey.generate()
    pdf_root = make_pdf_root(rsa, FROM)
    return Authority(ceremony, rsa, pdf_root, ceremony.root_file(pdf_root=pdf_root))


@cache
def authority():
    """The one that the tests share."""
    return new_authority()


@cache
def device_keys():
    """Of the PC that the tests share."""
    return replace(DeviceKeys.generate(), pdf=RsaKey.generate().private)


@cache
def device(branch=BRANCH):
    """The PC that the tests share, enrolled for a branch."""
    return authority().enrolled(device_keys(), branch=branch)
