"""A headquarters in miniature that lets PCs certify, made once: its keys, one enrolled PC, what homes believe of it."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from certificates import ListKind, StandingList, device_papers, take_lists
from certificates.numbering import certificate_number
from certificates.proof.trust import Trust
from certificates.standing.lists import mark_of, sign_list
from certificates.standing.standing import standing_from
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
TODAY = date(2026, 11, 24)
NUMBERS = tuple(certificate_number(branch, 2026, count) for branch in (BRANCH, "SH-PD02") for count in range(1, 21))


def said(confirmed=NUMBERS, revoked=(), superseded=(), day=TODAY, number=1):
    """HR's three lists of one day; `superseded` are pairs of numbers."""
    marks = [
        (ListKind.CONFIRMED, {mark_of(one): "" for one in confirmed}),
        (ListKind.REVOKED, {mark_of(one): "" for one in revoked}),
        (ListKind.SUPERSEDED, {mark_of(old): new for old, new in superseded}),
    ]
    return standing_from(StandingList(kind, number, day, held) for kind, held in marks)


CONFIRMED = said()


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

    @property
    def hr(self):
        return self.ceremony.roles[RoleName.HR]

    def believed_in(self, home, standing=None):
        """From now on this home believes the headquarters, whose HR has said this; by default it has confirmed."""
        begin_trust(home, self.root_file)
        lists = (CONFIRMED if standing is None else standing).lists
        take_lists(home, [(one.kind, sign_list(one, self.hr)) for one in lists if one.number])

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
