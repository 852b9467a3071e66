"""Strict JSON: one spelling out, and in only what has one meaning (A12)."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.trust.errors import NotStrict, TooLarge
from exams.trust.strict_json import read_json, write_json

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**16) + 1, 10**16 - 1) | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=5), inside, max_size=4),
    max_leaves=20,
)

HOSTILE = {
    "a key twice": b'{"a":1,"a":2}',
    "a key twice, once in escapes": b'{"a":1,"\\u0061":2}',
    "a key twice, deep inside": b'[{"a":{"b":1,"b":1}}]',
    "not a number": b'{"a":NaN}',
    "infinity": b"[Infinity,-Infinity]",
    "a fraction": b"1.0",
    "beyond all numbers": b"1e999",
    "a whole number with an exponent": b"1e2",
    "5,000 digits": b"[" + b"9" * 5000 + b"]",
    "17 digits": b"10000000000000000",
    "17 digits below zero": b"-10000000000000000",
    "5,000 levels": b"[" * 5000 + b"]" * 5000,
    "5,000 levels of objects": b'{"a":' * 5000 + b"1" + b"}" * 5000,
    "5,000 levels that never end": b"[" * 5000,
    "25 levels": b"[" * 25 + b"]" * 25,
    "25 levels after a string that ends in a backslash": b'["\\\\",' + b"[" * 24 + b"]" * 25,
    "bad UTF-8": b'"\xff"',
    "UTF-8 written longer than need be": b'"\xc0\xaf"',
    "half a character as bytes": b'"\xed\xa0\x80"',
    "half a character as an escape": b'"\\ud800"',
    "the other half": b'"\\udc00x"',
    "half a character as a key": b'{"\\ud83d":1}',
    "a byte order mark": b"\xef\xbb\xbf{}",
    "UTF-16": '{"a":1}'.encode("utf-16"),
    "two values": b"{} {}",
    "a comma too many": b"[1,]",
    "a comment": b"[1] // one",
    "single quotes": b"{'a':1}",
    "a raw line feed in a string": b'"\n"',
    "a leading zero": b"01",
    "a plus sign": b"+1",
    "hexadecimal": b"0x10",
    "digits of another script": "[٣]".encode(),
    "a string that never ends": b'"' + b'\\"' * 1000,
    "nothing": b"",
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_json_is_refused_with_its_code(raw):
    with pytest.raises(NotStrict) as refused:
        read_json(raw)
    assert refused.value.code == "E_JSON"


@given(JSON)
def test_what_is_written_is_read_back(value):
    raw = write_json(value)
    assert read_json(raw) == value
    assert json.loads(raw) == value
    assert write_json(read_json(raw)) == raw


@given(st.binary(max_size=200) | st.text(alphabet='[]{}",:\\u0aDd8c1e-. \n', max_size=60).map(str.encode))
def test_any_bytes_are_read_the_way_the_standard_reads_them_or_refused(raw):
    try:
        value = read_json(raw)
    except NotStrict:
        return
    assert json.loads(raw) == value
    assert read_json(write_json(value)) == value


def test_the_deepest_and_the_longest_that_are_allowed_pass():
    deepest = b'{"a":' * 24 + b"-9999999999999999" + b"}" * 24
    assert write_json(read_json(deepest)) == deepest
    assert read_json(b'"' + b"[" * 5000 + b'"') == "[" * 5000
    assert read_json(b'"\\ud83d\\ude00"') == "😀"


def test_more_bytes_than_asked_for_are_not_looked_at():
    assert read_json(b"[1]", most=3) == [1]
    with pytest.raises(TooLarge) as refused:
        read_json(b"\xff" * 4, most=3)
    assert refused.value.code == "E_SIZE"


def nested(levels: int) -> list[object]:
    value: list[object] = []
    for _ in range(levels - 1):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value", [1.0, float("nan"), {1: "a"}, {"a": (1, 2)}, b"raw", 10**16, -(10**16), "\ud800", nested(25), nested(5000)]
)
def test_what_would_not_be_read_is_not_written(value):
    with pytest.raises(NotStrict):
        write_json(value)


def test_the_same_value_has_one_spelling():
    assert write_json({"b": [True, None], "a": "网点"}) == '{"a":"网点","b":[true,null]}'.encode()
