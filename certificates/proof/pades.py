"""The signature in the PDF file: PAdES B-B over the whole file, certifying it with no changes allowed (DocMDP 1).

Imported late: pyHanko takes a good part of a second to load.
"""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from asn1crypto import x509  # type: ignore[import-untyped]
from asn1crypto.algos import SignedDigestAlgorithm  # type: ignore[import-untyped]
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

from certificates.proof.strict import HOLE
from exams import OwnDevice, RsaKey

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

FIELD = "Certificate"
_SIGNATURE_BYTES = 384


def sign_pdf(pdf: bytes, device: OwnDevice, place: str) -> bytes:
    """The signed file; it begins with `pdf`. `place` is told beside the signature, and the computer's time."""
    about = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        name=f"{device.record.branch} {device.record.serial}",
        location=place,
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        embed_validation_info=False,
    )
    signer = PdfSigner(about, _signer(device.keys.pdf, device.record.x509), new_field_spec=SigFieldSpec(FIELD))
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    out = BytesIO()
    signer.sign_pdf(writer, bytes_reserved=HOLE, output=out)
    return out.getvalue()


class _DeviceSigner(Signer):
    """Keeps its key open: reading and checking an RSA key costs ten times what a signature does."""

    def __init__(self, key: "RSAPrivateKey", leaf: bytes) -> None:
        self._key = key
        super().__init__(
            signing_cert=x509.Certificate.load(leaf),
            cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
            signature_mechanism=SignedDigestAlgorithm({"algorithm": "sha256_rsa"}),
            embed_roots=False,
        )

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        """The bytes of the signature; of a dry run only their number counts."""
        if digest_algorithm != "sha256":
            raise ValueError(digest_algorithm)
        return bytes(_SIGNATURE_BYTES) if dry_run else self._key.sign(data, PKCS1v15(), hashes.SHA256())


@lru_cache(maxsize=2)
def _signer(private: bytes, leaf: bytes) -> Any:
    return _DeviceSigner(RsaKey.from_private(private).opened(), leaf)
