"""HR's lists: signed, read strictly, and never exchanged for an older one."""

from datetime import date

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from certificates import ListKind, StandingList, take_lists
from certificates.errors import BadList, OlderList
from certificates.proof.cose import sign1
from certificates.standing.lists import LIST_MOST, mark_of, read_list, sign_list
from certificates.standing.shelf import list_file, shelf_of, standing_of
from exams import SigningKey
from tests.certificates.authority import NUMBERS, TODAY, authority, new_authority, said

KEY = SigningKey.generate()
KEYS = (KEY.public,)
A, B = sorted(NUMBERS[:2], key=mark_of)
SPOILT = {
    "out of order": {1: "revoked", 2: 1, 3: 20_000, 4: mark_of(B) + mark_of(A)},
    "twice the same": {1: "revoked", 2: 1, 3: 20_000, 4: mark_of(A) * 2},
    "a mark cut short": {1: "revoked", 2: 1, 3: 20_000, 4: mark_of(A)[:7]},
    "number 0": {1: "revoked", 2: 0, 3: 20_000, 4: b""},
    "a number too large": {1: "revoked", 2: 2**60, 3: 20_000, 4: b""},
    "true for a number": {1: "revoked", 2: True, 3: 20_000, 4: b""},
    "no day": {1: "revoked", 2: 1, 3: 0, 4: b""},
    "a day after all days": {1: "revoked", 2: 1, 3: 2**62, 4: b""},
    "a field more": {1: "revoked", 2: 1, 3: 20_000, 4: b"", 5: 1},
    "a field less": {1: "revoked", 2: 1, 3: 20_000},
    "text for marks": {1: "revoked", 2: 1, 3: 20_000, 4: "AAAAAAAA"},
    "not a table": [1, 2],
}
SPOILT_SUCCESSORS = {
    "a wrong number": [[mark_of(A), "BJ-WJ01-2026-000001-0"]],
    "itself": [[mark_of(A), A]],
    "a mark cut short": [[mark_of(A)[:7], B]],
    "out of order": [[mark_of(B), A], [mark_of(A), B]],
    "a third part": [[mark_of(A), B, B]],
    "marks only": mark_of(A),
}


def a_list(kind=ListKind.REVOKED, number=1, marks=(A,), day=TODAY):
    return StandingList(kind, number, day, {mark_of(one): "" for one in marks})


def payload(told, key=KEY):
    return sign1(cbor2.dumps(told, canonical=True), key)


@pytest.mark.parametrize("listed", said(revoked=NUMBERS[3:9], superseded=[(A, B)]).lists, ids=lambda one: one.kind)
def test_a_list_is_read_as_it_was_signed(listed):
    raw = sign_list(listed, KEY)
    assert read_list(raw, listed.kind, KEYS) == listed
    assert sign_list(listed, KEY) == raw


def test_ten_thousand_certificates_take_80_kb():
    numbers = {mark_of(str(count)): "" for count in range(10_000)}
    raw = sign_list(StandingList(ListKind.REVOKED, 1, TODAY, numbers), KEY)
    assert len(raw) < 80_200
    assert read_list(raw, ListKind.REVOKED, KEYS).names("77")
    assert not read_list(raw, ListKind.REVOKED, KEYS).names("10000")


@pytest.mark.parametrize("told", SPOILT.values(), ids=SPOILT)
def test_a_list_of_another_form_is_refused_though_hr_signed_it(told):
    with pytest.raises(BadList) as refused:
        read_list(payload(told), ListKind.REVOKED, KEYS)
    assert refused.value.facts["reason"] == "form"


def test_the_hand_made_list_is_one_where_its_form_is_good():
    raw = payload({1: "revoked", 2: 1, 3: 20_000, 4: mark_of(A) + mark_of(B)})
    assert set(read_list(raw, ListKind.REVOKED, KEYS).marks) == {mark_of(A), mark_of(B)}


@pytest.mark.parametrize("pairs", SPOILT_SUCCESSORS.values(), ids=SPOILT_SUCCESSORS)
def test_a_list_of_successors_of_another_form_is_refused(pairs):
    with pytest.raises(BadList):
        read_list(payload({1: "superseded", 2: 1, 3: 20_000, 4: pairs}), ListKind.SUPERSEDED, KEYS)


def test_the_list_of_the_confirmed_cannot_pass_for_that_of_the_revoked():
    raw = sign_list(a_list(ListKind.CONFIRMED), KEY)
    with pytest.raises(BadList) as refused:
        read_list(raw, ListKind.REVOKED, KEYS)
    assert refused.value.facts["reason"] == "kind"


def test_a_list_by_any_other_key_is_refused():
    for keys in ((), (SigningKey.generate().public,), (authority().ca.public,)):
        with pytest.raises(BadList) as refused:
            read_list(sign_list(a_list(), KEY), ListKind.REVOKED, keys)
        assert refused.value.facts["reason"] == "signature"


def test_a_list_over_the_limit_is_not_parsed():
    with pytest.raises(BadList) as refused:
        read_list(b"\0" * (LIST_MOST + 1), ListKind.REVOKED, KEYS)
    assert refused.value.facts["reason"] == "size"


@given(st.binary(max_size=200))
def test_rubbish_is_refused_and_never_a_traceback(raw):
    with pytest.raises(BadList):
        read_list(raw, ListKind.REVOKED, KEYS)


@given(st.data())
def test_a_list_with_one_bit_flipped_is_refused(data):
    raw = sign_list(a_list(marks=NUMBERS), KEY)
    at = data.draw(st.integers(0, len(raw) * 8 - 1))
    spoilt = bytearray(raw)
    spoilt[at // 8] ^= 1 << at % 8
    with pytest.raises(BadList):
        read_list(bytes(spoilt), ListKind.REVOKED, KEYS)


def signed(*lists, by=None):
    return [(one.kind, sign_list(one, by or authority().hr)) for one in lists]


def test_a_home_keeps_the_newer_list(home):
    standing = take_lists(home, signed(a_list(number=2), a_list(ListKind.CONFIRMED, 7, NUMBERS[:3])))
    assert (standing.revoked.number, standing.confirmed.number, standing.superseded.number) == (2, 7, 1)
    assert standing_of(home) == standing


@pytest.mark.feature("f6")
@pytest.mark.parametrize(
    "older", [a_list(number=1), a_list(number=2, marks=()), a_list(number=2, day=date(2027, 1, 1))]
)
def test_an_older_list_or_another_of_the_same_number_is_refused(home, older):
    take_lists(home, signed(a_list(number=2)))
    with pytest.raises(OlderList) as refused:
        take_lists(home, signed(older))
    assert refused.value.facts["known"] == 2
    assert standing_of(home).revoked.names(A)


def test_the_same_list_again_changes_nothing(home):
    take_lists(home, signed(a_list(number=2)))
    before = list_file(shelf_of(home), ListKind.REVOKED).read_bytes()
    take_lists(home, signed(a_list(number=2)))
    assert list_file(shelf_of(home), ListKind.REVOKED).read_bytes() == before


def test_where_one_of_several_lists_is_refused_none_is_kept(home):
    with pytest.raises(BadList):
        take_lists(home, [*signed(a_list(number=2)), (ListKind.CONFIRMED, b"rubbish")])
    assert standing_of(home).revoked.number == 1


def test_a_list_of_another_headquarters_is_refused(home):
    with pytest.raises(BadList):
        take_lists(home, signed(a_list(number=2), by=new_authority().hr))


def test_a_list_spoilt_on_the_disk_is_told_and_not_passed_over(home):
    list_file(shelf_of(home), ListKind.REVOKED).write_bytes(b"rubbish")
    with pytest.raises(BadList):
        standing_of(home)
