"""The reader that the firewall runs for a mail or a text from a branch: the bundles that it carries, nothing else."""

from base64 import b64encode
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

from exams.bundles.errors import NotABundle
from exams.bundles.mail_text import bundles_in_text
from exams.bundles.split_codes import join_codes

_BUNDLE = b"BAB1 "
_MOST_PARTS = 200


def members(raw: bytes) -> list[list[str]]:
    """Name, contents in base64 and an empty text; or name, nothing and the code of what is wrong."""
    found: list[list[str]] = []
    for text in _texts(raw, found):
        for one in bundles_in_text(text):
            _add(found, one)
        try:
            joined = join_codes([text])
        except NotABundle as bad:
            _add(found, bad)
            continue
        for whole in joined.bundles:
            _add(found, whole)
        found += [[f"{digest}", "", "E_CODES_MISSING"] for digest in joined.missing]
    return found


def _texts(raw: bytes, found: list[list[str]]) -> Iterator[str]:
    """Every text that can hold a block; files that are attached to a mail go to `found` at once."""
    if not _is_mail(raw):
        yield _decoded(raw)
        return
    message = message_from_bytes(raw, policy=policy.default)
    for number, part in enumerate(message.walk()):
        if number == _MOST_PARTS or not isinstance(part, EmailMessage) or part.is_multipart():
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes):
            continue
        if payload.startswith(_BUNDLE):
            found.append([part.get_filename() or str(number), b64encode(payload).decode(), ""])
        elif part.get_content_maintype() == "text":
            yield _decoded(payload)


def _is_mail(raw: bytes) -> bool:
    head = raw[: 64 * 1024].lower()
    return b"\nmime-version:" in head or head.startswith((b"mime-version:", b"received:", b"return-path:"))


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")


def _add(found: list[list[str]], one: bytes | NotABundle) -> None:
    name = str(len(found) + 1)
    found.append([name, "", one.code] if isinstance(one, NotABundle) else [name, b64encode(one).decode(), ""])
