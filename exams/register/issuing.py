"""Certificates that HR owes where it has decided otherwise than a branch: who is due one, what was issued. Pure.

A branch's certificate is never altered: a new one takes its place, or the first one is issued.
"""

from dataclasses import dataclass

from exams.errors import AcademyError


class IssueRefused(AcademyError):
    """A certificate is not issued.

    Facts `reason`: name (HR's staff list does not have the person), course (the pack that was sat on is not kept
    here), changed (the sitting's result has changed meanwhile), number (somebody else has issued this number),
    unknown (no certificate of this number was issued here), altered (the kept file is not the one that was issued).
    """

    code = "E_ISSUE"


@dataclass(frozen=True, slots=True)
class DueCertificate:
    """One to issue: `percent` is what counts now, `replaces` the number that stands for the sitting, or empty.

    `until_day` is the last day of the one that is replaced, empty where the term runs from the sitting's end;
    `pass_percent` -1 where no correction has changed the blueprint's.
    """

    sitting: str
    staff_id: str
    name: str
    latin: str
    branch: str
    course: str
    content: str
    blueprint: str
    percent: int
    ended_wt: int
    replaces: str = ""
    until_day: str = ""
    pass_percent: int = -1


@dataclass(frozen=True, slots=True)
class IssuedCertificate:
    """One that HR issued at `wt`; `branch` is whose person it is, `token` the text of its code, `sha256` the file's."""

    number: str
    sitting: str
    replaces: str
    branch: str
    sha256: str
    token: str
    who: str
    wt: int
