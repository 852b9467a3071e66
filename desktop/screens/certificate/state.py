"""What the certificate's page shows."""

from dataclasses import dataclass

from certificates import Picture
from desktop.widgets.values import Face, Fact, NoticeValue


@dataclass(frozen=True, slots=True)
class CertificateState:
    """`face` stands where the picture will be while it is drawn, or cannot be."""

    number: str = ""
    person: str = ""
    demonstration: bool = False
    provisional: bool = False
    facts: tuple[Fact, ...] = ()
    picture: Picture | None = None
    face: Face | None = None
    notice: NoticeValue | None = None
    ready: bool = False
    saving: bool = False
    printing: bool = False
