"""A second, slow look at a file that was believed: what is drawn, the credential's statements, pyHanko's opinion."""

from dataclasses import asdict
from pathlib import Path

from certificates.errors import OtherCode
from certificates.proof.attached import attached_credential
from certificates.proof.badge import read_credential
from certificates.proof.second_opinion import Opinion, second_opinion
from certificates.proof.strict import check_file, tokens_in
from certificates.proof.trust import Trust, trust_of
from certificates.scan import scan
from certificates.verdict import Status, Verdict
from exams import AcademyError


def look_again(data: bytes, trust: Trust) -> Opinion:
    """Half a second for a file.

    Raises as `check_file`, `OtherCode` where the page shows another code than the file says, `BadCredential`.
    """
    token = check_file(data, trust)
    drawn = scan(data).texts
    if drawn != frozenset(tokens_in(data)):
        raise OtherCode(codes=len(drawn))
    read_credential(attached_credential(data), token.device.sign, thoroughly=True)
    return second_opinion(data, trust)


def second_verdict(data: bytes, home: Path, first: Verdict) -> Verdict:
    """The first verdict with `second_opinion` among its facts; invalid with the code of what the second look found."""
    try:
        opinion = look_again(data, trust_of(home))
    except AcademyError as error:
        return Verdict(Status.INVALID, error.code, {**error.facts, "number": first.facts.get("number")})
    facts = {**first.facts, "second_opinion": {**asdict(opinion), "good": opinion.good}}
    return Verdict(first.status, first.code, facts) if opinion.good else Verdict(Status.INVALID, "E_ALTERED", facts)
