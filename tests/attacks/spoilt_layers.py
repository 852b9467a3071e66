"""Ways to spoil a bundle, layer by layer: as a file, under its seal, in its lines, checkpoints, record and answers."""

import zlib
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from random import Random

from exams.bundles.answers import SealedAnswers, seal_answers
from exams.bundles.bundle import Bundle, Token, read_header
from exams.bundles.errors import NotABundle
from exams.devices.checkpoint import Checkpoint, sign_checkpoint
from exams.devices.identity import DeviceKeys
from exams.devices.record import Term, issue_record
from exams.devices.request import make_request, read_request
from exams.trust.keys import SigningKey, seal_to
from exams.trust.strict_json import write_json
from tests.attacks.mutated import BYTES, ENVELOPE, edit
from tests.attacks.small_branches import BRANCH, Samples
from tests.exams.bundles.forging import forged, lines_of
from tests.exams.packs.headquarters import DAY, NOW


def _file(chance: Random, samples: Samples, at: int) -> bytes:
    """The file as it is carried, half of them with a header that fits what is under it."""
    raw = chance.choice(BYTES)(chance, samples.raws[at], chance.choice(samples.raws))
    if raw in samples.raws:
        raise NotABundle(detail="unchanged")
    if chance.random() < 0.5:
        return raw
    head, _, sealed = raw.partition(b"\n")
    return _file_of(samples.raws[at], sealed) if head == samples.raws[at].partition(b"\n")[0] else raw


def _plain(chance: Random, samples: Samples, at: int) -> bytes:
    """What is under the seal, before or after it was packed."""
    plain, other = _unsealed(samples, at), _unsealed(samples, chance.randrange(len(samples.raws)))
    mutator = chance.choice(BYTES)
    if chance.random() < 0.5:
        packed = zlib.compress(mutator(chance, plain, other), 1)
    else:
        packed = mutator(chance, zlib.compress(plain, 1), zlib.compress(other, 1))
    return _file_of(samples.raws[at], seal_to(samples.hr_seal, packed, read_header(samples.raws[at]).info))


def _rows(chance: Random, samples: Samples, at: int) -> Bundle:
    """A line or a body spoilt, taken from elsewhere, left out, or twice; or the number it all begins with."""
    bundle, other = samples.bundles[at], samples.bundles[1 - at % 2]
    rows = list(bundle.rows)
    which, there = chance.randrange(len(rows)), chance.choice(other.rows)
    raw, body = rows[which]
    match chance.randrange(7):
        case 0:
            rows[which] = _one_line(chance.choice(BYTES)(chance, raw, there[0])), body
        case 1:
            rows[which] = raw, _one_line(chance.choice(BYTES)(chance, body or b"", there[1] or b""))
        case 2:
            rows[which] = chance.choice(((raw, None), (there[0], body), (raw, there[1]), there))
        case 3:
            del rows[which]
        case 4:
            rows.insert(which, chance.choice(rows))
        case 5:
            chance.shuffle(rows)
        case _:
            return replace(bundle, first=chance.choice((bundle.first + 1, 7, 10**9)))
    return replace(bundle, rows=tuple(rows))


def _one_line(raw: bytes) -> bytes:
    return raw.replace(b"\n", b" ")


def _chained(chance: Random, samples: Samples, at: int) -> Bundle:
    """Lines that say something else and hold together; under the old checkpoint or one of the attacker's own."""
    bundle = samples.bundles[at % 2]
    anew = _edited(chance, bundle, _stranger(chance, samples, at))
    return anew if chance.random() < 0.5 else replace(anew, checkpoints=bundle.checkpoints)


def _signed(chance: Random, samples: Samples, at: int) -> Bundle:
    """The same with the device's own key."""
    return _edited(chance, samples.bundles[at % 2], samples.devices[at % 2])


def _edited(chance: Random, bundle: Bundle, device: DeviceKeys) -> Bundle:
    told = lines_of(bundle)
    for _ in range(chance.randrange(1, 4)):
        one = chance.randrange(len(told))
        edit(chance, told[one].facts)
        told[one] = told[one].after(chance.choice((0, 0, 1, -1, 10**9)))
    if chance.random() < 0.2:
        told.append(chance.choice(told).after(60_000))
    return forged(bundle, told, device, bundle.serial, renamed=chance.random() < 0.5)


def _stranger(chance: Random, samples: Samples, at: int) -> DeviceKeys:
    """Another key, the same under the device's name, or another device's."""
    own, other = samples.devices[at % 2], samples.devices[1 - at % 2]
    key = SigningKey.generate()
    return DeviceKeys(chance.choice((key, SigningKey(key.private, own.sign.public), other.sign)), own.seal)


def _checkpoint(chance: Random, samples: Samples, at: int) -> Bundle:
    """Spoilt, another's, one for fewer or more lines, one beside another; or a line that none vouches for."""
    bundle, other = samples.bundles[at], samples.bundles[1 - at % 2]
    good, foreign = bundle.checkpoints[0], other.checkpoints[0]
    match chance.randrange(4):
        case 0:
            told = Checkpoint(bundle.serial, chance.choice((1, 3, 4, 5, 2**40)), sha256(good).hexdigest(), NOW)
            made = sign_checkpoint(told, _stranger(chance, samples, at).sign)
            return replace(bundle, checkpoints=chance.choice(((made,), (made, good), (good, made))))
        case 1:
            return replace(bundle, checkpoints=chance.choice(((), (foreign,), (foreign, good), (bundle.record,))))
        case 2:
            return replace(bundle, rows=bundle.rows[: chance.randrange(1, len(bundle.rows))])
        case _:
            spoilt = chance.choice((*ENVELOPE, *BYTES))(chance, good, foreign)
            return replace(bundle, checkpoints=(spoilt,))


def _record(chance: Random, samples: Samples, at: int) -> Bundle:
    """The device's record spoilt, another's, or issued by somebody who is not headquarters."""
    bundle, other = samples.bundles[at], samples.bundles[1 - at % 2]
    if chance.random() < 0.2:
        device = _stranger(chance, samples, at)
        request = read_request(make_request(DeviceKeys.generate(), BRANCH, "PC"))
        term = Term(NOW - DAY, NOW + chance.choice((1, 2, 9)) * DAY, 1)
        issued = issue_record(request, bundle.serial, device.sign, term)
        return replace(bundle, record=chance.choice((issued, other.record, bundle.checkpoints[0])))
    return replace(bundle, record=chance.choice((*ENVELOPE, *BYTES))(chance, bundle.record, other.record))


def _answers(chance: Random, samples: Samples, _at: int) -> Bundle:
    """The sealed answers: spoilt, sealed anew with another answer, for another sitting, twice."""
    bundle, other = samples.bundles[2], samples.bundles[1]
    (sealed,), (_, body) = bundle.sealed, bundle.rows[2] if bundle.rows[2][1] else samples.bundles[0].rows[2]
    mutator = chance.choice(BYTES)
    match chance.randrange(4):
        case 0:
            return replace(bundle, sealed=(replace(sealed, raw=mutator(chance, sealed.raw, other.record)),))
        case 1:
            spoilt = _one_line(mutator(chance, body or b"", other.rows[2][1] or b""))
            anew = seal_answers(bundle.serial, sealed.sitting, {3: spoilt}, samples.hr_seal)
            return replace(bundle, sealed=chance.choice(((anew,), (sealed, anew))))
        case 2:
            seqs = chance.choice(((1,), (2, 4), (3, 99), (10**12,)))
            anew = seal_answers(bundle.serial, sealed.sitting, dict.fromkeys(seqs, b"{}"), samples.hr_seal)
            return replace(bundle, sealed=(anew,))
        case _:
            names = ("", "x" * 300, other.serial, sealed.sitting[::-1])
            return replace(bundle, sealed=(SealedAnswers(chance.choice(names), sealed.key, sealed.raw),))


def _token(chance: Random, samples: Samples, at: int) -> Bundle:
    """A certificate nobody issued, beside lines of which the last is missing."""
    bundle = samples.bundles[at]
    token = Token(chance.choice(("", "0" * 16, "x" * 99)), chance.randbytes(chance.randrange(64)))
    return replace(bundle, certificates=(token,), rows=bundle.rows[:-1])


def _same(_chance: Random, samples: Samples, at: int) -> Bundle:
    """Not spoilt at all, only sealed once more by anybody: this must be taken."""
    return samples.bundles[at]


def _unsealed(samples: Samples, at: int) -> bytes:
    head = read_header(samples.raws[at])
    return zlib.decompress(samples.trust.keys[0].open(samples.raws[at].partition(b"\n")[2], head.info))


def _file_of(raw: bytes, sealed: bytes) -> bytes:
    """The header of a bundle, with the digest that goes with other bytes."""
    head = read_header(raw)
    table = {"serial": head.serial, "from": head.first, "to": head.last, "key": head.key}
    return b"BAB1 " + write_json({**table, "sha256": sha256(sealed).hexdigest()}) + b"\n" + sealed


Made = bytes | Bundle
LAYERS: dict[str, tuple[int, Callable[[Random, Samples, int], Made]]] = {
    "file": (20, _file),
    "under the seal": (12, _plain),
    "lines": (16, _rows),
    "lines chained anew": (16, _chained),
    "checkpoints": (14, _checkpoint),
    "records": (12, _record),
    "sealed answers": (6, _answers),
    "certificates": (1, _token),
    "signed": (2, _signed),
    "same": (1, _same),
}
