"""One line of the journal and its body: exact bytes, hashed before they are stored (security design, 4.2)."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from exams.timing.clock import Moment, moment_of

DOMAIN = b"branch-academy/journal/v1\0"
GENESIS = "0" * 64
SALT_BYTES = 16


class Event(StrEnum):
    """Every kind of fact the journal records."""

    GENESIS = "genesis"
    APP_START = "app_start"
    APP_STOP = "app_stop"
    TIME_JUMP = "time_jump"
    LOGIN_OK = "login_ok"
    LOGIN_FAIL = "login_fail"
    LOCK = "lock"
    PIN_SET = "pin_set"
    ROLE_REQUEST = "role_request"
    ROLE_IMPORT = "role_import"
    RESET_ASKED = "reset_asked"
    RESET_FAIL = "reset_fail"
    RESET_USED = "reset_used"
    SESSION_OPEN = "session_open"
    SESSION_CLOSE = "session_close"
    ROSTER = "roster"
    CHECK_IN = "check_in"
    CODE_SHOWN = "code_shown"
    INCIDENT = "incident"
    OVERRIDE_ASKED = "override_asked"
    OVERRIDE_FAIL = "override_fail"
    PAPER_PRINTED = "paper_printed"
    UNLOCK = "unlock"
    READ_SIGNED = "read_signed"
    START = "start"
    SHOW = "show"
    ANSWER = "answer"
    DRAFT = "draft"
    FLAG = "flag"
    STRIKE = "strike"
    HIGHLIGHT = "highlight"
    SCRATCH = "scratch"
    COMMENT = "comment"
    FOCUS_LOST = "focus_lost"
    FOCUS_GAINED = "focus_gained"
    HEARTBEAT = "heartbeat"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    REOPEN = "reopen"
    SUSPEND = "suspend"
    HANDOVER = "handover"
    CARRIED = "carried"
    VOID = "void"
    SUBMIT = "submit"
    GRADED = "graded"
    CERTIFICATE = "certificate"
    REPORT = "report"
    EXPORT = "export"
    PACK_IMPORT = "pack_import"
    SLOTS_IMPORT = "slots_import"
    ROOT_UPDATE = "root_update"
    REVOCATION_UPDATE = "revocation_update"
    STUDY_RULES = "study_rules"
    DEVICE_IMPORT = "device_import"
    ACK = "ack"
    ERASE = "erase"
    LIST = "list"
    RECORD_EXPORT = "record_export"
    RECORD_IMPORT = "record_import"
    CERTIFICATE_IMPORT = "certificate_import"
    ERROR = "error"


ANSWERING = frozenset(
    {Event.ANSWER, Event.DRAFT, Event.STRIKE, Event.HIGHLIGHT, Event.SCRATCH, Event.COMMENT, Event.CARRIED},
)
"""Lines whose bodies say what a person answered or thought, or quote a question: sealed once a final is over, erased
once HR has them long enough."""


class Line(NamedTuple):
    """What is chained. `att` is the sitting id or empty; `bh` the SHA-256 of the body, which may be erased later."""

    seq: int
    prev: str
    boot: str
    bt: int
    mt: int
    wt: int
    type: str
    att: str
    bh: str

    def encode(self) -> bytes:
        """The exact bytes that are stored and hashed."""
        raw = (
            f'{{"att":"{self.att}","bh":"{self.bh}","boot":"{self.boot}","bt":{self.bt},"mt":{self.mt},'
            f'"prev":"{self.prev}","seq":{self.seq},"type":"{self.type}","wt":{self.wt}}}'
        ).encode()
        # What holds no quote, backslash or other character beside the plain ones is canonical as it stands.
        plain = raw.isascii() and raw.count(b'"') == _QUOTES and b"\\" not in raw and raw.decode().isprintable()
        return raw if plain else canonical(self._asdict())

    @property
    def moment(self) -> Moment:
        """When it was written, on all clocks."""
        return moment_of((self.boot, self.bt, self.mt, self.wt))


class Record(NamedTuple):
    """A line with the bytes it was read from and its body, None once erased."""

    line: Line
    raw: bytes
    body: bytes | None

    def facts(self) -> dict[str, Any]:
        """The body's facts without its salt; empty when the body was erased."""
        if self.body is None:
            return {}
        facts: dict[str, Any] = _parsed(self.body)
        facts.pop("salt", None)
        return facts


_DECODER = json.JSONDecoder()


def _parsed(body: bytes) -> Any:
    """As `json.loads`, which takes longer over its caution than over a short body written by the app.

    Half of a surrogate pair is refused: no text with one can be written anywhere.
    """
    text = body.decode()
    value, end = _DECODER.raw_decode(text) if text.startswith('{"') else (None, -1)
    if end != len(text):
        value = json.loads(text)
    if b"\\u" in body:
        canonical(value)
    return value


_ENCODER = json.JSONEncoder(
    check_circular=False, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


def _spelling() -> Callable[[object], str]:
    """What `_ENCODER.encode` does, with its inner encoder made once: making it takes as long as a body's work."""
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return _ENCODER.encode
    text, sort, skip, nan = json.encoder.encode_basestring, True, False, False
    inner = make(None, _ENCODER.default, text, None, ":", ",", sort, skip, nan)
    return lambda value: "".join(inner(value, 0))


_spell = _spelling()


def canonical(value: object) -> bytes:
    """JSON with sorted keys and no spaces: the one spelling that is hashed."""
    return _spell(value).encode()


def line_hash(raw: bytes) -> str:
    """The hash that the next line carries as `prev`."""
    return hashlib.sha256(DOMAIN + raw).hexdigest()


def make_body(facts: Mapping[str, object], salt: bytes) -> bytes:
    """The body's bytes; the random salt keeps an erased answer from being guessed back from its hash."""
    return canonical({**facts, "salt": salt.hex()})


def make_line(seq: int, prev: str, moment: Moment, event: Event, att: str, body: bytes) -> Line:
    """The line for a body, chained to `prev`."""
    digest = hashlib.sha256(body).hexdigest()
    return Line(seq, prev, moment.boot, moment.bt, moment.mt, moment.wt, event.value, att, digest)


_TYPES: dict[str, type] = {
    "seq": int,
    "prev": str,
    "boot": str,
    "bt": int,
    "mt": int,
    "wt": int,
    "type": str,
    "att": str,
    "bh": str,
}


_QUOTES = 2 * len(_TYPES) + 2 * sum(kind is str for kind in _TYPES.values())
"""Around every name and every text of a line, and nowhere else in a plain one."""

_TEXT = r'"([ !#-\[\]-~]*)"'
_NUMBER = r"(0|-?[1-9][0-9]{0,17})"
_PLAIN = re.compile(
    r"\{"
    + ",".join(f'"{name}":' + (_TEXT if kind is str else _NUMBER) for name, kind in sorted(_TYPES.items()))
    + r"\}"
)
"""A line in plain characters and numbers of common size, as the app writes them: canonical as it stands."""


def read_line(raw: bytes) -> Line | None:
    """The line these bytes spell, or None where they are not exactly one canonical line."""
    plain = _PLAIN.fullmatch(raw.decode("latin-1"))  # which takes any bytes; the pattern none but those of ASCII
    if plain is None:
        return _read_strictly(raw)
    att, bh, boot, bt, mt, prev, seq, event, wt = plain.groups()
    return _line((int(seq), prev, boot, int(bt), int(mt), int(wt), event, att, bh))


_line: "partial[Line]" = partial(tuple.__new__, Line)
"""As `Line._make` without a look at the length: a long journal has a hundred thousand lines."""


class Links(NamedTuple):
    """What chains a line to its neighbours and its body."""

    seq: int
    prev: str
    bh: str


def read_links(raw: bytes) -> Links | None:
    """The same without the rest, for reading many; None exactly where `read_line` gives None."""
    plain = _PLAIN.fullmatch(raw.decode("latin-1"))
    if plain is None:
        line = _read_strictly(raw)
        return None if line is None else Links(line.seq, line.prev, line.bh)
    seq, prev, bh = plain.group(7, 6, 2)
    return Links(int(seq), prev, bh)


def _read_strictly(raw: bytes) -> Line | None:
    try:
        fields = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(fields, dict) or fields.keys() != _TYPES.keys():
        return None
    if any(type(fields[name]) is not kind for name, kind in _TYPES.items()):
        return None
    line = Line(**fields)
    try:
        return line if line.encode() == raw else None
    except UnicodeEncodeError:  # half of a surrogate pair, written as an escape
        return None
