"""pyHanko's opinion of a file, asked for on demand: another program's eyes, thirty times as slow as ours.

Imported late. It takes no part in a verdict: it is shown beside one.
"""

import logging
from dataclasses import dataclass
from io import BytesIO

from asn1crypto import x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from certificates.proof.trust import Trust

# What it thinks of a bad file is told by `Opinion`; without a handler it would write it on the terminal.
for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Opinion:
    """What pyHanko found; `signatures` counts them, the rest is of the only one."""

    signatures: int = 0
    intact: bool = False
    trusted: bool = False
    whole_file: bool = False
    unchanged: bool = False

    @property
    def good(self) -> bool:
        """True where there is nothing to say against the file."""
        return self.signatures == 1 and self.intact and self.trusted and self.whole_file and self.unchanged


def second_opinion(data: bytes, trust: Trust) -> Opinion:
    """Never raises for what the file holds, and asks nobody: no list or time is fetched."""
    roots = [x509.Certificate.load(root) for root in trust.pdf_roots]
    context = ValidationContext(trust_roots=roots, allow_fetching=False)
    try:
        found = PdfFileReader(BytesIO(data), strict=False).embedded_signatures
        if len(found) != 1:
            return Opinion(len(found))
        status = validate_pdf_signature(found[0], context)
    except (PdfError, SigningError, SignatureValidationError, ValueError, KeyError, TypeError, IndexError):
        return Opinion()
    whole = status.coverage is not None and status.coverage.name == "ENTIRE_FILE"
    unchanged = bool(status.docmdp_ok) and bool(status.bottom_line)
    return Opinion(1, bool(status.intact and status.valid), bool(status.trusted), whole, unchanged)
