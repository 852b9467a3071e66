"""What a home believes only rises: roots, withdrawals, time, versions (A05, A07, A08, A10 at this level)."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.trust.errors import BadSignature, NotStrict, RolledBack, RootVersion, WrongType
from exams.trust.keys import SigningKey
from exams.trust.revocation import Revocations
from exams.trust.root import RoleName
from exams.trust.state import TrustState, follow_roots, heed_revocations, note_pack, note_time, now_of
from tests.exams.trust.ceremony import DAY, NOW, Ceremony

HQ = Ceremony()
LATER = HQ.with_new_holders().with_new_key(RoleName.REVOCATION)
START = TrustState(HQ.root())
TWO = LATER.root_file(2, (*HQ.holders, *LATER.holders))
THREE = LATER.root_file(3)


@pytest.mark.parametrize("raws", list(permutations([HQ.root_file(), TWO, THREE])))
def test_roots_are_followed_in_whatever_order_they_lie(raws):
    assert follow_roots(START, raws).root == LATER.root(3)


def test_known_roots_and_no_roots_change_nothing():
    state = follow_roots(START, [TWO, THREE])
    assert follow_roots(state, [HQ.root_file(), TWO]) == state
    assert follow_roots(state, []) == state


def test_a_gap_in_the_roots_is_refused():
    with pytest.raises(RootVersion):
        follow_roots(START, [HQ.root_file(), THREE])


def test_a_file_that_is_no_root_is_refused_among_roots():
    with pytest.raises(WrongType):
        follow_roots(START, [HQ.revocation_file(1)])


def test_what_is_withdrawn_is_read_and_the_newest_counts():
    state = heed_revocations(START, HQ.revocation_file(3, packs=["call"], devices=["D1"]))
    assert state.revocations == Revocations(3, frozenset({"call"}), frozenset({"D1"}))
    state = heed_revocations(state, HQ.revocation_file(7, sessions=["S1"], roles=["0011"]))
    assert state.revocations == Revocations(7, sessions=frozenset({"S1"}), roles=frozenset({"0011"}))


@pytest.mark.parametrize(("version", "packs"), [(1, ["call"]), (2, []), (2, ["call", "else"]), (3, [])])
def test_an_older_list_or_the_same_version_with_other_contents_is_refused(version, packs):
    state = heed_revocations(START, HQ.revocation_file(3, packs=["call"]))
    with pytest.raises(RolledBack) as refused:
        heed_revocations(state, HQ.revocation_file(version, packs=packs))
    assert refused.value.code == "E_ROLLBACK"
    assert "call" in state.revocations.packs


def test_the_same_list_again_is_no_rollback_whoever_signed_it():
    raw = HQ.revocation_file(3, packs=["call"])
    state = heed_revocations(START, raw)
    assert heed_revocations(state, raw) == state


def test_only_the_revocation_key_of_the_root_in_force_withdraws():
    for stranger in (SigningKey.generate(), HQ.roles[RoleName.PACK], HQ.holders[0]):
        with pytest.raises(BadSignature):
            heed_revocations(START, HQ.revocation_file(1, stranger))
    state = follow_roots(START, [TWO])
    with pytest.raises(BadSignature):
        heed_revocations(state, HQ.revocation_file(1))
    assert heed_revocations(state, LATER.revocation_file(1)).revocations.version == 1


@pytest.mark.parametrize("version", [0, -1])
def test_a_list_without_a_version_is_refused(version):
    with pytest.raises(NotStrict):
        heed_revocations(START, HQ.revocation_file(version))


def test_a_clock_set_back_below_what_headquarters_has_shown_does_not_count():
    state = note_time(START, NOW)
    assert now_of(state, NOW - 400 * DAY) == NOW
    assert now_of(state, NOW + 1) == NOW + 1


@given(st.lists(st.integers(0, 10**13)), st.integers(0, 10**13))
def test_the_floor_is_the_latest_time_ever_shown(times, wall):
    state = START
    for wt in times:
        state = note_time(state, wt)
    assert now_of(state, wall) == max([*times, wall])


def test_a_pack_may_stay_or_rise_but_not_fall():
    state = note_pack(note_pack(START, "call", 5), "call", 5)
    state = note_pack(note_pack(state, "other", 1), "call", 6)
    assert state.seen == {"call": 6, "other": 1}
    assert START.seen == {}
    with pytest.raises(RolledBack) as refused:
        note_pack(state, "call", 5)
    assert refused.value.facts == {"found": 5, "known": 6}
