"""The text in the printed code."""

from dataclasses import replace

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from certificates.base45 import base45, from_base45
from certificates.errors import BadToken
from certificates.token import PREFIX, claims_of, read_token, token
from tests.certificates.examples import longest_facts, some_facts


@pytest.mark.parametrize(("data", "text"), [(b"AB", "BB8"), (b"Hello!!", "%69 VD92EX0"), (b"base-45", "UJCLQE7W581")])
def test_base45_gives_the_examples_of_its_standard(data, text):
    assert base45(data) == text
    assert from_base45(text) == data


@given(st.binary(max_size=300))
def test_base45_loses_nothing(data):
    assert from_base45(base45(data)) == data


@pytest.mark.parametrize("text", ["A", "GGW", "::", "ab8", "BB8é"])
def test_what_is_no_base45_is_refused(text):
    with pytest.raises(BadToken):
        from_base45(text)


def test_a_token_tells_what_the_certificate_says():
    claims = read_token(token(claims_of(some_facts())))
    assert claims == claims_of(some_facts())
    assert (claims.name, claims.score, claims.sitting) == ("欧阳㛃䶮", 92, "00112233445566aa")


def test_the_same_claims_give_the_same_text():
    assert token(claims_of(some_facts())) == token(claims_of(some_facts()))


def test_a_name_longer_than_the_code_holds_is_cut_at_a_whole_character():
    claims = claims_of(some_facts(name="阿" * 18 + "ab𬭎𬭎"))
    assert claims.name == "阿" * 18 + "ab"


def test_a_token_is_written_in_the_alphabet_that_a_code_packs_best():
    assert set(token(claims_of(longest_facts()))) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def test_another_spelling_of_the_same_claims_is_refused():
    claims = cbor2.loads(from_base45(token(claims_of(some_facts()))[len(PREFIX) :]))
    backwards = dict(reversed(claims.items()))
    with pytest.raises(BadToken):
        read_token(PREFIX + base45(cbor2.dumps(backwards)))


@pytest.mark.parametrize("change", [{6: "92"}, {6: True}, {8: 20261399}, {9: 10**12}, {10: b"short"}, {12: 1}])
def test_claims_of_the_wrong_kind_are_refused(change):
    claims = cbor2.loads(from_base45(token(claims_of(some_facts()))[len(PREFIX) :]))
    with pytest.raises(BadToken):
        read_token(PREFIX + base45(cbor2.dumps(claims | change)))


@given(st.binary(max_size=200))
def test_rubbish_is_refused_and_nothing_else_happens(data):
    with pytest.raises(BadToken):
        read_token(PREFIX + base45(data))


@given(st.integers(0, 10**9), st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"))
def test_a_changed_character_never_tells_the_same_certificate(place, char):
    text = token(claims_of(some_facts()))
    place = len(PREFIX) + place % (len(text) - len(PREFIX))
    changed = text[:place] + char + text[place + 1 :]
    if changed == text:
        return
    try:
        claims = read_token(changed)
    except BadToken:
        return
    assert claims != claims_of(some_facts())


def test_claims_are_values():
    claims = claims_of(some_facts())
    assert replace(claims, score=93) != claims
