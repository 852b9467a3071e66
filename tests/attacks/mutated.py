"""Ways to spoil a file: as rot does it, as a bad stick does it, and as somebody does it who knows the format."""

import base64
import binascii
import json
import struct
from collections.abc import Callable
from io import BytesIO
from random import Random

from exams.errors import AcademyError
from exams.packs.container import PackReader, write_pack

Mutator = Callable[[Random, bytes, bytes], bytes]
"""Takes chance, the file, and another valid file of its kind."""

MOST_ADDED = 4096
_TELLING = b'\0\xff{}[]",:\\=+/-_019eE.ntf\x80\xed'
_NUMBERS = (-1, 0, 1, 2, 3, 7, 2**31 - 1, 2**31, 2**53, 10**16 - 1, 10**16)
_TEXTS = ("", "|", "..", "A", "a", "é", "\x00", "AA==", "钥匙", "x" * 300)
_TIMES = ("2026-02-30T00:00:00Z", "9999-12-31T23:59:59Z", "1970-01-01T00:00:00Z")


def flipped(chance: Random, raw: bytes, _other: bytes) -> bytes:
    """One to eight bits."""
    spoilt = bytearray(raw)
    for _ in range(chance.choice((1, 1, 1, 2, 8))):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def overwritten(chance: Random, raw: bytes, _other: bytes) -> bytes:
    """Bytes that mean something to a parser, or a run of zeros as after a power cut."""
    at = chance.randrange(len(raw) + 1)
    if chance.random() < 0.2:
        run = chance.randrange(1, 512)
        return raw[:at] + bytes(run) + raw[at + run :]
    return raw[:at] + bytes(chance.choices(_TELLING, k=chance.randrange(1, 5))) + raw[at + chance.randrange(5) :]


def cut(chance: Random, raw: bytes, _other: bytes) -> bytes:
    """Less at the end, at the beginning, or in the middle."""
    first, last = sorted(chance.randrange(len(raw) + 1) for _ in range(2))
    return chance.choice((raw[:first], raw[last:], raw[:first] + raw[last:]))


def doubled(chance: Random, raw: bytes, _other: bytes) -> bytes:
    """A piece once more, behind itself or elsewhere."""
    first, last = sorted(chance.randrange(len(raw) + 1) for _ in range(2))
    piece = raw[first : min(last, first + MOST_ADDED)]
    at = chance.choice((last, chance.randrange(len(raw) + 1)))
    return raw[:at] + piece + raw[at:]


def spliced(chance: Random, raw: bytes, other: bytes) -> bytes:
    """The beginning of one file and the end of another, at the same place or at any."""
    at = chance.randrange(len(raw) + 1)
    there = min(at, len(other)) if chance.random() < 0.5 else chance.randrange(len(other) + 1)
    return raw[:at] + other[there:]


def base64_changed(chance: Random, raw: bytes, _other: bytes) -> bytes:
    """One letter of a payload or signature, its padding, its spare bits, or a blank within."""
    table = json.loads(raw)
    holder, name = _texts(table, chance)
    text = holder[name]
    at = chance.randrange(len(text) + 1)
    holder[name] = chance.choice(
        (
            text[:at] + chance.choice("ABCDwxyz0189+/-_ \n=") + text[at + 1 :],
            text.rstrip("="),
            text + "=",
            text[:at] + "\n" + text[at:],
            text[:-3] + chance.choice("ABCDEFGH") + text[-2:],
            text.replace("+", "-").replace("/", "_"),
        )
    )
    return json.dumps(table).encode()


def envelope_edited(chance: Random, raw: bytes, other: bytes) -> bytes:
    """The table around the payload: type, signatures, their order, their names; parts of another envelope."""
    table, second = json.loads(raw), json.loads(other)
    signatures = table["signatures"]
    match chance.randrange(8):
        case 0:
            chance.shuffle(signatures)
        case 1:
            signatures.append(chance.choice(signatures + second["signatures"]))
        case 2:
            signatures[:] = signatures * chance.randrange(20)
        case 3:
            table["signatures"] = second["signatures"]
        case 4:
            table["payload"] = second["payload"]
        case 5:
            table["payloadType"] = table["payloadType"].replace("v1", "v2")
        case 6:
            chance.choice(signatures)["keyid"] = chance.choice(second["signatures"])["keyid"][::-1]
        case _:
            edit(chance, table)
    return json.dumps(table, indent=chance.choice((None, None, 1))).encode()


def payload_edited(chance: Random, raw: bytes, _other: bytes) -> bytes:
    """What is signed says something else; the signatures stay."""
    table = json.loads(raw)
    payload = json.loads(base64.b64decode(table["payload"]))
    edit(chance, payload)
    written = json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    table["payload"] = base64.b64encode(written.encode("utf-8", "surrogatepass")).decode()
    return json.dumps(table).encode()


def edit(chance: Random, value: object) -> None:
    """One change somewhere in a tree of JSON: a value, a name, one less, one twice."""
    holder = value
    while True:
        places = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if not places:
            return
        at = chance.choice(places)
        deeper = holder[at]
        if isinstance(deeper, dict | list) and deeper and chance.random() < 0.8:
            holder = deeper
            continue
        _edit_at(chance, holder, at)
        return


def _edit_at(chance: Random, holder, at) -> None:
    match chance.randrange(7):
        case 0:
            del holder[at]
        case 1 if isinstance(holder, list):
            holder.append(holder[at])
        case 1:
            holder[f"{at}x"] = holder.pop(at)
        case 2:
            holder[at] = chance.choice((None, True, False, [], {}, [holder[at]], {"a": holder[at]}, 1.5))
        case 3:
            holder[at] = chance.choice(_NUMBERS)
        case 4 if isinstance(holder[at], int):
            holder[at] += chance.choice((-1, 1))
        case 5 if isinstance(holder[at], str) and holder[at]:
            text, place = holder[at], chance.randrange(len(holder[at]))
            holder[at] = text[:place] + chance.choice("0AzZ|/9") + text[place + 1 :]
        case _:
            holder[at] = chance.choice(_TEXTS + _TIMES)


def _texts(table, chance: Random):
    """Where a base64 text stands: the payload or one of the signatures."""
    if chance.random() < 0.5 or not table["signatures"]:
        return table, "payload"
    return chance.choice(table["signatures"]), "sig"


def members_changed(chance: Random, raw: bytes, other: bytes) -> bytes:
    """A container that is in order, with a member changed, missing, added, renamed, or from another pack."""
    ours, theirs = _members(raw), _members(other)
    name = chance.choice(sorted(ours))
    match chance.randrange(6):
        case 0:
            ours[name] = chance.choice((flipped, cut, doubled))(chance, ours[name], b"")
        case 1:
            del ours[name]
        case 2:
            ours[chance.choice(("x.dll", "course/x.bin", "roots/2.json", "exam/B/items.bin", name + "2"))] = b"MZ"
        case 3:
            ours[f"{name}x"] = ours.pop(name)
        case 4:
            ours[name] = theirs.get(name, b"")
        case _:
            second = chance.choice(sorted(ours))
            ours[name], ours[second] = ours[second], ours[name]
    file = BytesIO()
    write_pack(file, ours.items())
    return file.getvalue()


def header_changed(chance: Random, raw: bytes, _other: bytes) -> bytes:
    """A field of a header of the container: sizes, places, methods, flags, names."""
    mark, length = chance.choice(((b"PK\3\4", 30), (b"PK\1\2", 46), (b"PK\5\6", 22)))
    places = _found(raw, mark)
    if not places:
        return flipped(chance, raw, b"")
    at = chance.choice(places) + 4 + 2 * chance.randrange((length - 4) // 2)
    value = chance.choice((0, 1, 8, 12, 20, 0xFFFF, 0x8000, chance.randrange(65536)))
    return raw[:at] + struct.pack("<H", value) + raw[at + 2 :]


def _found(raw: bytes, mark: bytes) -> list[int]:
    places, at = [], raw.find(mark)
    while at >= 0:
        places.append(at)
        at = raw.find(mark, at + 1)
    return places


def _members(raw: bytes) -> dict[str, bytes]:
    reader = PackReader(BytesIO(raw))
    return {name: reader.read(name, reader.size(name)) for name in reader.names()}


BYTES: tuple[Mutator, ...] = (flipped, overwritten, cut, doubled, spliced)
ENVELOPE: tuple[Mutator, ...] = (*BYTES, base64_changed, envelope_edited, payload_edited, payload_edited)
PACK: tuple[Mutator, ...] = (*BYTES, members_changed, header_changed, header_changed)

NOT_MADE = (AcademyError, binascii.Error, UnicodeEncodeError)
"""What stops a mutation from being made at all: it does not count."""
