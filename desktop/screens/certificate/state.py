"""What the certificate's page shows."""

from dataclasses import dataclass

from certificates import Picture
from desktop.widgets.values import Face, Fact, NoticeValue, Tone


@dataclass(frozen=True, slots=True)
class CertificateState:
    """`face` stands where the picture will be, or cannot be; `standing` is HR's word, with its tone.

    `other` offers the one before it, or again the one that counts; empty where there is no other.
    """

    number: str = ""
    person: str = ""
    demonstration: bool = False
    standing: tuple[str, Tone] | None = None
    facts: tuple[Fact, ...] = ()
    other: str = ""
    picture: Picture | None = None
    face: Face | None = None
    notice: NoticeValue | None = None
    ready: bool = False
    saving: bool = False
    printing: bool = False
