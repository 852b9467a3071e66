"""Ready-made facts, people and sittings for the tests of certificates, and an office that only remembers."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from types import SimpleNamespace

from certificates.certificate import CertificateFacts
from certificates.numbering import certificate_number
from certificates.page import draw
from certificates.proof.token import claims_of, token
from exams import Branch, Course, Kind, Moment, Paper, Person, Result, Role, Sitting, State, StoryClock
from tests.certificates.authority import device

NOON = int(datetime(2026, 11, 24, 4, 0, tzinfo=UTC).timestamp() * 1000)  # noon in Beijing
WHEN = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)


def some_facts(**changes):
    facts = CertificateFacts(
        number=certificate_number("BJ-WJ01", 2026, 5),
        name="欧阳㛃䶮",
        latin="OUYANG Jieyan",
        staff_id="A0000005",
        course_code="CSC-BASIC",
        course_titles={"zh": "银行客户服务中心专员基础", "en": "Foundations for Bank Contact-Centre Agents"},
        minutes=95,
        score=92,
        pass_percent=80,
        issued=date(2026, 11, 24),
        valid_until=date(2028, 11, 23),
        branch_code="BJ-WJ01",
        branch_names={"zh": "北京望京支行", "en": "Wangjing Sub-branch, Beijing"},
        bank_names={"zh": "示例银行", "en": "Example Bank"},
        sitting="00112233445566aa",
    )
    return replace(facts, **changes)


def longest_facts():
    """Every claim of the printed code at its longest."""
    return some_facts(
        number=certificate_number("XJ-KASHGAR01", 2026, 999_999),
        name="阿" * 19,
        staff_id="A" * 16,
        course_code="C" * 16,
        branch_code="XJ-KASHGAR01",
        score=100,
        provisional=True,
    )


def a_person(**changes):
    return Person("A0000005", "欧阳㛃䶮", "OUYANG Jieyan", "BJ-WJ01", "", Role.TRAINEE)._replace(**changes)


def a_result(*, passed=True):
    return Result(1, 25_000 if passed else 10_000, 27_000, 21_600, passed, 0, 0, {}, {}, ())


def a_sitting(number=1, **changes):
    sitting = Sitting(
        id=f"{number:016x}",
        kind=Kind.FINAL,
        staff_id="A0000005",
        session="S00000001",
        attempt=1,
        paper=Paper("final", "seed", "A0000005", "S00000001", 1, ()),
        state=State.GRADED,
        limit_ms=1_200_000,
        elapsed_ms=600_000,
        started_wt=NOON,
        last=Moment("boot", 1, 1, NOON),
        result=a_result(),
    )
    return sitting._replace(**changes)


def code_of(facts):
    """The printed code of these facts, signed by the PC that the tests share."""
    return token(claims_of(facts), device(facts.branch_code))


def page_of(facts):
    """The page of these facts with their code, unsigned and without a credential."""
    return draw(facts, code_of(facts))


@dataclass
class RememberingOffice:
    """Stands in for a branch's office; `recorded` holds what it was asked to journal."""

    demonstration: bool = False
    clock: StoryClock = field(default_factory=lambda: StoryClock(NOON))
    recorded: dict = field(default_factory=dict)
    dies: bool = False

    @property
    def branch(self):
        names, bank = {"zh": "北京望京支行", "en": "Wangjing Sub-branch"}, {"zh": "示例银行", "en": "Example Bank"}
        return Branch("BJ-WJ01", names, bank, self.demonstration)

    @property
    def content(self):
        titles = {"zh": "客户服务基础", "en": "Customer Service Basics"}
        course = Course("CSC-BASIC", "2026.1", titles, 95, ())
        return SimpleNamespace(course=lambda: course, blueprint=lambda _name: SimpleNamespace(pass_percent=80))

    @property
    def device(self):
        return device()

    def record_certificate(self, sitting_id, number, sha256):
        if self.dies:
            raise PowerCut
        self.recorded[sitting_id] = (number, sha256)


class PowerCut(BaseException):
    """The machine stops here."""
