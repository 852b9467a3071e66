"""Roots: who may follow whom (A09), and what a root must be to be one."""

import pytest

from exams.trust.envelope import Purpose, add_signature, open_envelope, sign_envelope
from exams.trust.errors import BadSignature, Expired, NotStrict, RootVersion, UnknownSuite, WeakRoot, WrongType
from exams.trust.keys import SigningKey, key_id
from exams.trust.root import RoleKeys, RoleName, check_expiry, first_root, next_root, root_payload
from tests.exams.trust.ceremony import EXPIRES, Ceremony

HQ = Ceremony()
AFTER = HQ.with_new_holders()
ROOT = first_root(HQ.root_file())


def replaced(root_keys: RoleKeys) -> dict[RoleName, RoleKeys]:
    return {**HQ.root().roles, RoleName.ROOT: root_keys}


def with_payload(**fields) -> bytes:
    return sign_envelope(Purpose.ROOT, {**root_payload(HQ.root()), **fields}, HQ.holders)


def test_the_first_root_is_read_as_it_was_written():
    assert HQ.root() == ROOT


def test_each_role_opens_what_its_key_signed_and_nothing_of_another_role():
    for role, key in HQ.roles.items():
        raw = sign_envelope(Purpose.MANIFEST, {"of": role.value}, [key])
        assert open_envelope(raw, Purpose.MANIFEST, *ROOT.keys_of(role)) == {"of": role.value}
        for other in set(RoleName) - {role}:
            with pytest.raises(BadSignature):
                open_envelope(raw, Purpose.MANIFEST, *ROOT.keys_of(other))


def test_old_and_new_holders_hand_over():
    raw = AFTER.root_file(2, (*HQ.holders[:2], *AFTER.holders[1:]))
    root = next_root(ROOT, raw)
    assert root == AFTER.root(2)
    assert next_root(root, AFTER.root_file(3)).version == 3


def test_one_holder_can_be_replaced_by_the_two_who_stay():
    stay = HQ.holders[:2]
    changed = Ceremony((*stay, SigningKey.generate()), HQ.roles, HQ.hr_seal, HQ.recovery)
    assert next_root(ROOT, changed.root_file(2, stay)) == changed.root(2)


@pytest.mark.parametrize("version", [1, 3, 10**15])
def test_only_the_very_next_version_follows(version):
    with pytest.raises(RootVersion) as refused:
        next_root(ROOT, HQ.root_file(version))
    assert refused.value.code == "E_ROOT_VERSION"
    assert refused.value.facts == {"found": version, "expected": 2}


NOT_ENOUGH = {
    "nobody": (),
    "new keys only": AFTER.holders,
    "old keys only": HQ.holders,
    "one old key and all the new": (HQ.holders[0], *AFTER.holders),
    "all the old and one new key": (*HQ.holders, AFTER.holders[0]),
    "one old key listed twice": (HQ.holders[0], HQ.holders[0], *AFTER.holders),
    "one new key listed twice": (*HQ.holders, AFTER.holders[0], AFTER.holders[0]),
    "keys of other roles": (*HQ.roles.values(), *AFTER.holders),
}


@pytest.mark.parametrize("signers", NOT_ENOUGH.values(), ids=NOT_ENOUGH.keys())
def test_a_root_without_enough_of_both_sides_is_refused(signers):
    with pytest.raises(BadSignature) as refused:
        next_root(ROOT, AFTER.root_file(2, signers))
    assert refused.value.code == "E_SIG"


def test_a_first_root_needs_two_of_its_own_holders():
    lone = HQ.root_file(signers=HQ.holders[:1])
    for raw in (lone, HQ.root_file(signers=(HQ.holders[0],) * 2), HQ.root_file(signers=AFTER.holders)):
        with pytest.raises(BadSignature):
            first_root(raw)
    assert first_root(add_signature(lone, Purpose.ROOT, HQ.holders[2])) == ROOT


def test_a_later_root_is_no_first_root():
    with pytest.raises(RootVersion):
        first_root(HQ.root_file(2))


IDS = tuple(key.keyid for key in HQ.holders)
WEAK = {
    "one signature is enough": RoleKeys(IDS, 1),
    "two holders": RoleKeys(IDS[:2], 2),
    "more signatures than holders": RoleKeys(IDS, 4),
    "a holder without a key": RoleKeys((*IDS, "0" * 16), 2),
    "a holder who also signs packs": RoleKeys((*IDS, HQ.roles[RoleName.PACK].keyid), 2),
}


@pytest.mark.parametrize("root_keys", WEAK.values(), ids=WEAK.keys())
def test_a_weak_root_is_refused_first_and_next(root_keys):
    with pytest.raises(WeakRoot) as refused:
        first_root(HQ.root_file(1, HQ.holders, roles=replaced(root_keys)))
    assert refused.value.code == "E_WEAK_ROOT"
    with pytest.raises(WeakRoot):
        next_root(ROOT, HQ.root_file(2, HQ.holders, roles=replaced(root_keys)))


def test_a_holder_listed_twice_does_not_make_three():
    with pytest.raises(NotStrict):
        first_root(HQ.root_file(1, HQ.holders, roles=replaced(RoleKeys((*IDS[:2], IDS[0]), 2))))


def test_other_algorithms_are_not_guessed_at():
    with pytest.raises(UnknownSuite) as refused:
        first_root(HQ.root_file(suite="G1"))
    assert refused.value.facts == {"suite": "G1"}


MISSHAPEN = {
    "no version": {"version": None},
    "version zero": {"version": 0},
    "version true": {"version": True},
    "another calendar": {"expires": "29.11.2034"},
    "no suite": {"suite": None},
    "keys in a list": {"keys": []},
    "a key under another name": {"keys": {key_id(b""): root_payload(HQ.root())["keys"][IDS[0]]}},
    "a key of 31 bytes": {"keys": {IDS[0]: "A" * 40 + "AA=="}},
    "a role too few": {"roles": {}},
    "a threshold of zero": {"roles": {name.value: {"keyids": [], "threshold": 0} for name in RoleName}},
    "nothing to seal to": {"hr_seal": ""},
    "no recovery": {"recovery": None},
}


@pytest.mark.parametrize("fields", MISSHAPEN.values(), ids=MISSHAPEN.keys())
def test_a_root_of_another_shape_is_refused(fields):
    with pytest.raises(NotStrict):
        first_root(with_payload(**fields))


def test_another_envelope_is_no_root():
    with pytest.raises(WrongType):
        first_root(HQ.revocation_file(1))


def test_a_root_runs_out_on_the_second():
    check_expiry(ROOT, EXPIRES - 1)
    with pytest.raises(Expired) as refused:
        check_expiry(ROOT, EXPIRES)
    assert refused.value.facts == {"reason": "root", "expires": "2034-11-29T09:00:00Z"}


def test_a_root_that_has_run_out_still_leads_to_the_next():
    old = next_root(ROOT, HQ.root_file(2, expires_wt=0))
    assert next_root(old, HQ.root_file(3)).expires_wt == EXPIRES
