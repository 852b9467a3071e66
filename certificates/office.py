"""What a certificate desk needs of the office it stands in."""

from typing import Protocol

from exams import Blueprint, Branch, Clock, Course, OwnDevice


class Content(Protocol):
    """The course and the pass mark, from the content database."""

    def course(self) -> Course:
        """The course the branch teaches."""
        ...

    def blueprint(self, name: str) -> Blueprint:
        """The blueprint a paper was drawn from."""
        ...


class CertifyingOffice(Protocol):
    """The branch's office, as far as certificates look into it."""

    @property
    def branch(self) -> Branch:
        """The branch this home stands in."""
        ...

    @property
    def clock(self) -> Clock:
        """Where the day of issue comes from."""
        ...

    @property
    def content(self) -> Content:
        """What is taught and how it is examined."""
        ...

    @property
    def device(self) -> OwnDevice:
        """What this PC certifies with today; raises where it may not."""
        ...

    def record_certificate(self, sitting_id: str, number: str, sha256: str) -> None:
        """Journal that the sitting was certified; the same call again changes nothing."""
        ...
