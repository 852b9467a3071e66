"""The file a branch hands in: only HR opens it, and a changed one is none."""

import json
import zlib
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exams.bundles.bundle import MOST, Bundle, Token, bundle_name, open_bundle, read_header, seal_bundle
from exams.bundles.errors import NotABundle
from exams.bundles.splitting import STRIDE, split_rows, thinned
from exams.errors import AcademyError
from exams.trust.errors import CannotOpen, NotStrict, TooLarge
from exams.trust.keys import SealingKey, key_id, seal_to
from exams.trust.strict_json import write_json
from tests.attacks.mutated import BYTES

HR, OLD = SealingKey.generate(), SealingKey.generate()
BUNDLE = Bundle(
    "D00000001",
    b"record",
    3,
    ((b'{"a":1}', b'{"salt":"00"}'), (b'{"b":2}', None), (b"\xff not JSON", b"{}")),
    (b"checkpoint",),
    (Token("0011223344556677", b"\x00token"),),
    roles=(b"role", b"\xff another"),
)


def framed(plain: bytes, **header):
    """Anything, sealed to HR as a bundle is."""
    import hashlib

    about = {"serial": "D00000001", "from": 1, "to": 1, "key": HR.keyid, **header}
    info = f"branch-academy/bundle/v1|{about['serial']}|{about['from']}|{about['to']}".encode()
    sealed = seal_to(HR.public, plain, info)
    return b"BAB1 " + write_json({**about, "sha256": hashlib.sha256(sealed).hexdigest()}) + b"\n" + sealed


def test_what_was_sealed_comes_out_again():
    raw = seal_bundle(BUNDLE, HR.public)
    assert open_bundle(raw, [HR]) == BUNDLE
    header = read_header(raw)
    assert (header.serial, header.first, header.last, header.key) == ("D00000001", 3, 5, key_id(HR.public))
    assert bundle_name(header.serial, header.first, header.last) == "D00000001-3-5.bundle"


def test_old_keys_of_hr_still_open_what_was_sealed_to_them():
    assert open_bundle(seal_bundle(BUNDLE, OLD.public), [HR, OLD]) == BUNDLE


def test_nobody_else_opens_it():
    raw = seal_bundle(BUNDLE, HR.public)
    with pytest.raises(CannotOpen):
        open_bundle(raw, [OLD])
    with pytest.raises(CannotOpen):
        open_bundle(raw, [])
    assert b"record" not in raw
    assert b"checkpoint" not in raw


def test_the_header_is_bound_to_what_is_sealed():
    raw = seal_bundle(BUNDLE, HR.public)
    head, sealed = raw.split(b"\n", 1)
    for wrong in (head.replace(b"D00000001", b"D00000002"), head.replace(b'"to":5', b'"to":6')):
        with pytest.raises(CannotOpen):
            open_bundle(wrong + b"\n" + sealed, [HR])
    for wrong in (head.replace(b'","', b'", "'), head + b" ", b"X" + head, head.replace(b"BAB1", b"BAB2")):
        with pytest.raises(NotABundle):
            open_bundle(wrong + b"\n" + sealed, [HR])


def test_a_file_cut_at_any_byte_is_refused():
    raw = seal_bundle(BUNDLE, HR.public)
    for length in range(len(raw)):
        with pytest.raises(AcademyError):
            open_bundle(raw[:length], [HR])


@pytest.mark.parametrize(
    ("plain", "refusal"),
    [
        (zlib.compress(b"{}"), NotABundle),
        (zlib.compress(b"{}\n\n"), NotABundle),
        (zlib.compress(b""), NotStrict),
        (zlib.compress(b"[" * 5_000 + b"\n\n"), NotStrict),
        (zlib.compress(b'{"a":NaN}\n\n'), NotStrict),
        (zlib.compress(b'{"a":1,"a":1}\n\n'), NotStrict),
        (zlib.compress(b"{}")[:-1], NotABundle),
        (zlib.compress(b"{}") + b"x", NotABundle),
        (b"no zlib", NotABundle),
        (zlib.compress(write_json({"record": "", "checkpoints": {}, "certificates": []}) + b"\n\n"), NotABundle),
        (zlib.compress(write_json({"record": "", "checkpoints": ["é"], "certificates": []}) + b"\n\n"), NotABundle),
        (zlib.compress(write_json({"record": 1, "checkpoints": [], "certificates": []}) + b"\n\n"), NotABundle),
        (zlib.compress(write_json({"record": "", "checkpoints": [], "certificates": [7]}) + b"\n\n"), NotABundle),
    ],
)
def test_what_hr_can_open_and_not_read_is_refused(plain, refusal):
    with pytest.raises(refusal):
        open_bundle(framed(plain), [HR])


def test_a_bomb_is_refused_before_it_unfolds():
    bomb = framed(zlib.compress(bytes(70 * 1024 * 1024), 9))
    with pytest.raises(TooLarge):
        open_bundle(bomb, [HR])
    with pytest.raises(TooLarge):
        open_bundle(bytes(2_000_000), [HR], most=1_000_000)


def test_a_branch_seals_no_more_than_hr_reads_and_nothing_for_nobody():
    with pytest.raises(TooLarge):
        seal_bundle(BUNDLE, HR.public, most=10)
    with pytest.raises(NotABundle):
        seal_bundle(replace(BUNDLE, rows=()), HR.public)
    with pytest.raises(CannotOpen):
        seal_bundle(BUNDLE, b"short")
    assert MOST == 64 * 1024 * 1024


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=600))
def test_no_bytes_are_read_with_anything_but_a_refusal(raw):
    for one in (raw, b"BAB1 " + raw, framed(raw), framed(zlib.compress(raw))):
        with pytest.raises(AcademyError):
            open_bundle(one, [HR])


def test_of_three_thousand_spoilt_bundles_none_opens():
    whole, other = seal_bundle(BUNDLE, HR.public), seal_bundle(replace(BUNDLE, first=4), HR.public)
    opened, tried, chance = 0, 0, Random(7)
    while tried < 3_000:
        spoilt = chance.choice(BYTES)(chance, whole, other)
        if spoilt in (whole, other):
            continue
        tried += 1
        try:
            open_bundle(spoilt, [HR])
            opened += 1
        except AcademyError:
            pass
    assert opened == 0


@given(
    sizes=st.lists(st.integers(0, 30), min_size=1, max_size=40),
    marks=st.sets(st.integers(1, 45)),
    first=st.integers(1, 5),
    room=st.integers(1, 120),
)
def test_a_long_journal_is_cut_only_behind_checkpoints_and_loses_nothing(sizes, marks, first, room):
    rows = [(bytes(size), None) for size in sizes]
    parts = list(split_rows(rows, first, frozenset(marks), room))
    assert [row for _, part in parts for row in part] == rows
    at = first
    for begins, part in parts:
        assert begins == at
        at += len(part)
    assert all(begins - 1 in marks for begins, _ in parts[1:])


@given(st.sets(st.integers(1, 3_000), min_size=1), st.integers(1, 500), st.integers(500, 3_000))
def test_of_many_checkpoints_the_last_is_kept_and_some_before_it(sizes, first, last):
    signed = [(size, b"%d" % size) for size in sorted(sizes)]
    inside = [size for size in sorted(sizes) if first <= size <= last]
    kept = [int(raw) for raw in thinned(signed, first, last)]
    assert set(kept) <= set(inside)
    assert kept[-1:] == inside[-1:]
    assert len(kept) <= (last - first) // STRIDE + 3


def test_json_inside_is_one_value_a_line():
    plain = zlib.decompress(HR.open(seal_bundle(BUNDLE, HR.public).split(b"\n", 1)[1], read_header_info()))
    head, *pieces = plain.split(b"\n")
    assert sorted(json.loads(head)) == ["certificates", "checkpoints", "record", "roles", "sealed"]
    assert pieces == [b'{"a":1}', b'{"b":2}', b"\xff not JSON", b'{"salt":"00"}', b"", b"{}"]


def read_header_info():
    return read_header(seal_bundle(BUNDLE, HR.public)).info
