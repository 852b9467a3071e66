"""Readers as a hostile file would have them behave. They run in the firewall's child and nowhere else."""

import ctypes
import json
import os
import struct
import sys
from pathlib import Path

from exams.errors import AcademyError


class NotOurs(AcademyError):
    """What a reader of ours would raise."""

    code = "E_NOT_OURS"


def length(raw):
    return {"bytes": len(raw), "first": raw[:4].decode()}


def says(raw):
    return raw.decode()


def loops(_raw):
    while True:
        pass


def eats_memory(_raw):
    eaten = []
    while True:
        eaten.append(bytearray(10_000_000))


def dies(_raw):
    os._exit(3)


def crashes(_raw):
    ctypes.string_at(0)


def prints_rubbish(raw):
    sys.stdout.write("not JSON at all\n")
    sys.stderr.write("nor this\n")
    os.write(1, b"\x00\xff{")
    return length(raw)


def writes_rubbish_to_every_handle(_raw):
    _to_every_handle(b"\xde\xad\xbe\xef" * 1000)


def promises_gigabytes(_raw):
    _to_every_handle(struct.pack("!iQ", -1, 1 << 40))


def answers_in_another_shape(_raw):
    _message({"answer": 1, "and": 2})


def answers_with_floats(_raw):
    _message({"answer": 0.5})


def answers_with_a_spoilt_text(_raw):
    _frame(b"\0\xff\xfe")


def names_a_class_of_its_choice(_raw):
    _message({"refused": "pathlib:Path", "facts": {"self": "x"}})


def refuses_with_facts_of_its_choice(_raw):
    _message({"refused": f"{__name__}:NotOurs", "facts": {"self": "x", "found": 7}})


def _message(value):
    _frame(json.dumps(value).encode())


def _frame(raw):
    _to_every_handle(struct.pack("!i", len(raw)) + raw)


def _to_every_handle(raw):
    for handle in range(3, 64):
        try:
            os.write(handle, raw)
        except OSError:
            continue
    os._exit(0)


def gives_no_json(_raw):
    return object()


def gives_half_a_character(_raw):
    return "\ud800"


def gives_a_huge_answer(_raw):
    return "x" * 3_000_000


def stumbles(raw):
    raise KeyError(raw)


def runs_too_deep(raw):
    return runs_too_deep(raw)


def refuses(raw):
    raise NotOurs(found=len(raw), where=Path("part.json"))


def writes_a_file(raw):
    Path(raw.decode()).write_bytes(b"planted")
    return "written"
