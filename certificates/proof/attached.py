"""The credential that a PDF file carries, taken out of it."""

import ctypes

from certificates.errors import OtherCredential
from certificates.proof.badge import MOST, NAME, check_credential
from certificates.proof.token import Token


def attached_credential(data: bytes) -> bytes:
    """The bytes of the only attachment; raises `OtherCredential` where there is none, another, or one too large."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        with pypdfium2.PdfDocument(data) as document:
            count = document.count_attachments()
            attachment = document.get_attachment(0) if count == 1 else None
            if attachment is None or attachment.get_name() != NAME:
                raise OtherCredential(reason="attachments", attachments=count)
            size = ctypes.c_ulong()
            raw.FPDFAttachment_GetFile(attachment, None, 0, size)
            if size.value > MOST:
                raise OtherCredential(reason="size")
            return bytes(attachment.get_data())
    except pypdfium2.PdfiumError:
        raise OtherCredential(reason="form") from None


def check_attached(data: bytes, token: Token) -> None:
    """Raises `OtherCredential` unless the file carries the credential of this very certificate."""
    check_credential(attached_credential(data), token)
