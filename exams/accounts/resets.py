"""A lost PIN: the branch asks with a nonce, headquarters' `reset` role answers with a file or with a spoken code.

The code rests on a key that the PC and headquarters agree on (X25519), so whoever holds the PC's private key could
answer himself; the signed file cannot be forged so (security design, section 6).
"""

import hmac
import re
import secrets
from dataclasses import dataclass

from exams.accounts.errors import ResetRefused
from exams.accounts.person import Role
from exams.timing.clock import Moment
from exams.timing.elapsed import step
from exams.trust.codes import ALPHABET, check_character, code_is_whole, plain_code, shown, with_check
from exams.trust.envelope import Purpose, open_envelope, sign_envelope
from exams.trust.errors import KeyFileSpoilt, NotStrict
from exams.trust.keys import KEY_BYTES, SealingKey, SigningKey
from exams.trust.root import RoleName, Root
from exams.trust.shapes import Table, base64_text, bytes_in, exactly, text_in
from exams.trust.strict_json import read_json, write_json

LIFE_MS = 15 * 60_000
MOST_WRONG = 5
CODE_LENGTH = NONCE_LENGTH = 10

_MOST = 4 * 1024
_KEYID, _SIGNATURE = 8, 64
_AGREED, _DESK = b"branch-academy/reset/v1", b"branch-academy/reset-desk/v1"
_CHALLENGE = re.compile(r"(D[0-9A-Z]{8})[-\s]+([A-Z0-9]{4,16})[-\s]+([0-9A-Z][0-9A-Z\s-]*)")


@dataclass(frozen=True, slots=True)
class Challenge:
    """What the branch asks: for this PC, this person, this once."""

    serial: str
    staff_id: str
    nonce: str

    @property
    def text(self) -> str:
        """As it is read out: `D4R7K2M9Q-T1001-7KQ2M-X9D4T-H`; the last character finds slips."""
        return f"{self.serial}-{self.staff_id}-{shown(self.nonce + _check_character(self))}"

    @property
    def said(self) -> bytes:
        """What a code is computed over. Only a trainee's PIN is reset; who does more gets a new certificate."""
        return f"reset|{self.serial}|{self.staff_id}|{Role.TRAINEE.value}|{self.nonce}".encode()


@dataclass(frozen=True, slots=True)
class Asked:
    """A challenge as the journal tells it: when it was shown, how often it was answered wrongly, whether rightly."""

    challenge: Challenge
    at: Moment
    wrong: int = 0
    used: bool = False


def new_challenge(serial: str, staff_id: str) -> Challenge:
    """With a nonce of 50 random bits."""
    return Challenge(serial, staff_id, "".join(secrets.choice(ALPHABET) for _ in range(NONCE_LENGTH)))


def read_challenge(text: str) -> Challenge:
    """The challenge as it was read out; raises `ResetRefused` (typo) where a character was misheard."""
    found = _CHALLENGE.fullmatch(text.strip().upper())
    if found is None:
        raise ResetRefused(reason="typo")
    nonce = plain_code(found[3])
    challenge = Challenge(found[1], found[2], nonce[:-1])
    if len(nonce) != NONCE_LENGTH + 1 or nonce[-1] != _check_character(challenge):
        raise ResetRefused(reason="typo")
    return challenge


def require_open(asked: Asked | None, now: Moment) -> Challenge:
    """The challenge that may still be answered; raises `ResetRefused` (none, spent, late)."""
    if asked is None:
        raise ResetRefused(reason="none")
    if asked.used or asked.wrong >= MOST_WRONG:
        raise ResetRefused(reason="spent")
    if step(asked.at, now).ms >= LIFE_MS:
        raise ResetRefused(reason="late")
    return asked.challenge


def desk_key(reset: SigningKey) -> SealingKey:
    """The agreement key of headquarters' desk, drawn from the key of the `reset` role: one file to keep safe."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return SealingKey.from_private(HKDF(SHA256(), KEY_BYTES, None, _DESK).derive(reset.private))


def reset_code(mine: SealingKey, theirs: bytes, challenge: Challenge) -> str:
    """Ten characters and a check character; the same from the PC's key and headquarters' as the other way round."""
    return spoken_code(mine, theirs, challenge.said)


def spoken_code(mine: SealingKey, theirs: bytes, said: bytes) -> str:
    """The code over what was said, whatever its beginning says that it is for."""
    digest = hmac.digest(_agreed(mine, theirs), said, "sha256")
    number = int.from_bytes(digest[:8], "big") >> (64 - 5 * CODE_LENGTH)
    return with_check("".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(CODE_LENGTH))))


def require_code(typed: str, mine: SealingKey, theirs: bytes, challenge: Challenge) -> None:
    """Raises `ResetRefused`: typo where it cannot be a code at all, code where it is not the answer."""
    plain = plain_code(typed)
    if len(plain) != CODE_LENGTH + 1 or not code_is_whole(plain):
        raise ResetRefused(reason="typo")
    if not secrets.compare_digest(plain, reset_code(mine, theirs, challenge)):
        raise ResetRefused(reason="code")


def sign_desk(reset: SigningKey) -> bytes:
    """The file that makes phone codes possible at a branch: the public half of `desk_key`."""
    return sign_envelope(Purpose.RESET, {"kind": "desk", "seal": base64_text(desk_key(reset).public)}, [reset])


def read_desk(raw: bytes, root: Root) -> bytes:
    """The public agreement key of headquarters' desk; raises as `open_envelope`."""
    return bytes_in(exactly(_opened(raw, root), "kind", "seal"), "seal", KEY_BYTES)


def short_desk(raw: bytes) -> bytes:
    """The same file in 104 bytes, as a device record carries it; raises `NotStrict`."""
    table = exactly(read_json(raw, _MOST), "payloadType", "payload", "signatures")
    signatures = table["signatures"]
    signature = exactly(signatures[0] if isinstance(signatures, list) and signatures else None, "keyid", "sig")
    seal = bytes_in(exactly(read_json(bytes_in(table, "payload")), "kind", "seal"), "seal", KEY_BYTES)
    return bytes.fromhex(text_in(signature, "keyid")) + bytes_in(signature, "sig", _SIGNATURE) + seal


def long_desk(short: bytes) -> bytes:
    """The file again, unchecked; raises `NotStrict` for another length."""
    if len(short) != _KEYID + _SIGNATURE + KEY_BYTES:
        raise NotStrict(detail="desk")
    keyid, signature, seal = short[:_KEYID], short[_KEYID:-KEY_BYTES], short[-KEY_BYTES:]
    payload = write_json({"kind": "desk", "seal": base64_text(seal)})
    signatures = {"keyid": keyid.hex(), "sig": base64_text(signature)}
    told: Table = {"payloadType": Purpose.RESET.type, "payload": base64_text(payload), "signatures": [{**signatures}]}
    return write_json(told)


def sign_reset(challenge: Challenge, reset: SigningKey) -> bytes:
    """The file that answers a challenge."""
    told: Table = {"serial": challenge.serial, "staff": challenge.staff_id, "nonce": challenge.nonce}
    return sign_envelope(Purpose.RESET, {"kind": "pin", "role": Role.TRAINEE.value, **told}, [reset])


def require_reset(raw: bytes, root: Root, challenge: Challenge) -> None:
    """Raises `ResetRefused` (other) where the file answers another challenge, else as `open_envelope`."""
    table = exactly(_opened(raw, root), "kind", "role", "serial", "staff", "nonce")
    told = Challenge(text_in(table, "serial"), text_in(table, "staff"), text_in(table, "nonce"))
    if table["kind"] != "pin" or table["role"] != Role.TRAINEE or told != challenge:
        raise ResetRefused(reason="other")


def _opened(raw: bytes, root: Root) -> Table:
    keys, threshold = root.keys_of(RoleName.RESET)
    return open_envelope(raw, Purpose.RESET, keys, threshold, _MOST)


def _check_character(challenge: Challenge) -> str:
    return check_character(f"{challenge.serial}{challenge.staff_id}{challenge.nonce}")


def _agreed(mine: SealingKey, theirs: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    try:
        shared = X25519PrivateKey.from_private_bytes(mine.private).exchange(X25519PublicKey.from_public_bytes(theirs))
    except ValueError:  # a point of small order: the shared secret would be the same for everybody
        raise KeyFileSpoilt(detail="public") from None
    return HKDF(SHA256(), 32, None, _AGREED).derive(shared)
