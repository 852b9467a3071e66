"""What runs in a judging process: the register, read only, and one file after the other."""

from collections.abc import Callable
from pathlib import Path

from exams.desk.hr_material import Material
from exams.desk.hr_memory import RegisterMemory
from exams.desk.hr_offers import Offered, contents_of
from exams.register.judging import judge
from exams.register.loose_papers import is_paper, read_paper
from exams.register.outcome import Outcome
from exams.register.outcome_json import outcome_bytes
from exams.store.register_dialect import RegisterDb

MAKER = "exams.desk.hr_judging:make_judge"
_RAW, _PATH = b"R", b"P"


def question_of(one: Offered) -> bytes:
    """The contents, or where they lie and their SHA-256."""
    return _RAW + one.raw if one.raw is not None else _PATH + f"{one.sha256}{one.path}".encode()


def judged(raw: bytes, memory: RegisterMemory, material: Material) -> Outcome:
    """A bundle, or a certificate by itself."""
    if is_paper(raw):
        return read_paper(raw, material.papers)
    return judge(raw, memory, material.courses)


def make_judge(path: str, server: str, material: Material) -> Callable[[bytes], bytes]:
    """Answers each question with an outcome as bytes; empty where the file has gone or changed meanwhile."""
    memory = RegisterMemory(RegisterDb(Path(path), reading=True, server=server), material.trust)

    def answer(question: bytes) -> bytes:
        raw = _contents(question)
        return b"" if raw is None else outcome_bytes(judged(raw, memory, material))

    return answer


def _contents(question: bytes) -> bytes | None:
    if question[:1] == _RAW:
        return question[1:]
    told = question[1:].decode()
    return contents_of(Offered("", path=told[64:], sha256=told[:64]))
