"""An outcome as bytes and back: what a judging process says is read like any other file from outside."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any, TypeVar

from exams.firewall.errors import FileUnreadable
from exams.register.outcome import CertificateRow, DeviceRow, Found, ListedRow, Outcome, ProctorRow, Seen, SittingRow

Row = TypeVar("Row")
_KINDS: Mapping[str, type] = {"str": str, "int": int, "bool": bool}


def outcome_bytes(told: Outcome) -> bytes:
    """JSON in UTF-8."""
    return json.dumps(asdict(told), ensure_ascii=False).encode()


def outcome_from(raw: bytes) -> Outcome:
    """Raises `FileUnreadable` for anything that `outcome_bytes` would not have written."""
    try:
        told = json.loads(raw)
        device, seen = told["device"], told["seen"]
        return Outcome(
            **{name: _plain(told[name], kind) for name, kind in _PLAIN.items()},
            findings=tuple(_found(one) for one in told["findings"]),
            device=_row(DeviceRow, device) if device is not None else None,
            anchors={_plain(name, str): _plain(size, int) for name, size in told["anchors"].items()},
            listed=tuple(_row(ListedRow, one) for one in told["listed"]),
            sittings=tuple(_row(SittingRow, one) for one in told["sittings"]),
            certificates=tuple(_row(CertificateRow, one) for one in told["certificates"]),
            seen=Seen(*(_texts(seen[name]) for name in ("devices", "people", "sessions"))),
            proctors=tuple(_row(ProctorRow, one) for one in told["proctors"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise FileUnreadable(reason="rubbish") from error


_PLAIN: Mapping[str, type] = {
    "sha256": str, "serial": str, "branch": str, "first": int, "last": int, "head": str, "repeated": bool,
}  # fmt: skip


def _plain(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise TypeError(kind.__name__)
    return value


def _row(kind: type[Row], told: Mapping[str, Any]) -> Row:
    """Every field, and of its own type."""
    named = {one.name: one.type for one in fields(kind)}  # type: ignore[arg-type]  # all of them are dataclasses
    if named.keys() != told.keys():
        raise KeyError(kind.__name__)
    return kind(**{name: _plain(told[name], _type_of(its)) for name, its in named.items()})


def _type_of(its: Any) -> type:
    return _KINDS[its] if isinstance(its, str) else its


def _found(told: Mapping[str, Any]) -> Found:
    facts = {_plain(name, str): fact for name, fact in told["facts"].items()}
    if not all(type(fact) in (str, int, bool) for fact in facts.values()):
        raise TypeError("facts")
    return Found(_plain(told["code"], str), _plain(told["seq"], int), _plain(told["sitting"], str), facts)


def _texts(told: Mapping[str, Any]) -> dict[str, str]:
    return {_plain(name, str): _plain(text, str) for name, text in told.items()}
