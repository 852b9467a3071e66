"""Forged roots, lists and envelopes at a branch (rows A09, A10 and A12 to A14 of the security design)."""

import base64
import json
from dataclasses import replace

import pytest

from exams.packs.errors import SlotSpoilt
from exams.store.trust_files import load_trust
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.errors import TrustSpoilt
from exams.trust.keys import SigningKey
from exams.trust.revocation import revocation_payload
from exams.trust.root import RoleKeys, RoleName, root_payload
from tests.attacks.attacks_home import ELSEWHERE, SESSION, Attacked, found


def next_root(attacked, signers, version=2, holders=None):
    """A root file that names other holders of the root, signed by whoever is asked to."""
    root = attacked.root()
    keys, roles = dict(root.keys), dict(root.roles)
    if holders:
        keys |= {key.keyid: key.public for key in holders}
        roles[RoleName.ROOT] = RoleKeys(tuple(key.keyid for key in holders), 2)
    raw = sign_envelope(Purpose.ROOT, root_payload(replace(root, version=version, keys=keys, roles=roles)), signers)
    return attacked.put(f"{version}.json", raw)


def holders_of(attacked):
    return [attacked.key(f"root-{number}") for number in (1, 2, 3)]


def test_a09_a_root_that_passes_over_a_version(attacked):
    assert attacked.verdict(next_root(attacked, holders_of(attacked), 3)) == "E_ROOT_VERSION"
    assert attacked.verdict(next_root(attacked, holders_of(attacked)[:2])) == "taken"


def test_a09_a_root_signed_by_its_own_new_keys_only(attacked):
    strangers = [SigningKey.generate() for _ in range(3)]
    assert attacked.verdict(next_root(attacked, strangers, holders=strangers)) == "E_SIG"


def test_a09_a_root_signed_by_one_old_key(attacked):
    strangers = [SigningKey.generate() for _ in range(3)]
    old = holders_of(attacked)[:1]
    assert attacked.verdict(next_root(attacked, [*old, *strangers], holders=strangers)) == "E_SIG"
    assert attacked.verdict(next_root(attacked, old)) == "E_SIG"


def test_a09_one_signature_listed_twice(attacked):
    path = next_root(attacked, holders_of(attacked)[:1])
    envelope = json.loads(path.read_bytes())
    envelope["signatures"] *= 2
    path.write_text(json.dumps(envelope), "utf-8")
    assert attacked.verdict(path) == "E_SIG"


def test_a10_an_older_list_of_withdrawals_and_one_of_the_same_number(attacked):
    old = attacked.put("old.json", attacked.with_headquarters(lambda desk: desk.revocation_path.read_bytes()))
    with attacked.headquarters() as desk:
        desk.revoke("session", SESSION, attacked.stick / "new.json")
    assert attacked.verdict(attacked.stick / "new.json") == "taken"
    assert attacked.verdict(old) == "E_ROLLBACK"
    other = replace(load_trust(attacked.home).revocations, sessions=frozenset())
    forged = sign_envelope(Purpose.REVOCATION, revocation_payload(other), [attacked.key("revocation")])
    assert attacked.verdict(attacked.put("forged.json", forged)) == "E_ROLLBACK"
    assert SESSION in load_trust(attacked.home).revocations.sessions
    assert SESSION not in {plan.session for plan in attacked.vault().sessions()}


LIST = b'{"devices":[],"packs":[],"roles":[],"sessions":[],"version":%b}'
BAD_JSON = {
    "a key twice": LIST % b'1,"version":2',
    "no number": LIST % b"NaN",
    "too large a number": LIST % b"1e999",
    "a fraction": LIST % b"2.0",
    "5,000 digits": LIST % (b"9" * 5000),
    "5,000 levels": LIST % (b"[" * 5000 + b"]" * 5000),
    "5,000 levels of objects": LIST % (b'{"a":' * 5000 + b"1" + b"}" * 5000),
    "bad UTF-8": LIST % b'"\xff\xfe"',
    "half a character": LIST % b'"\\ud800"',
}


@pytest.mark.parametrize("raw", BAD_JSON.values(), ids=BAD_JSON)
def test_a12_a_file_of_json_that_is_none(attacked, raw):
    assert attacked.verdict(attacked.put("bare.json", raw)) == "E_JSON"


@pytest.mark.parametrize("raw", BAD_JSON.values(), ids=BAD_JSON)
def test_a12_json_that_is_none_though_headquarters_key_has_signed_it(attacked, raw):
    assert attacked.verdict(attacked.put("signed.json", signed_bytes(attacked, raw))) == "E_JSON"


def signed_bytes(attacked, payload):
    """A list of withdrawals whose payload is exactly these bytes, with a good signature."""
    key, name = attacked.key("revocation"), Purpose.REVOCATION.type
    signature = key.sign(b"DSSEv1 %d %b %d %b" % (len(name), name.encode(), len(payload), payload))
    signatures = [{"keyid": key.keyid, "sig": base64.b64encode(signature).decode()}]
    payload64 = base64.b64encode(payload).decode()
    return json.dumps({"payloadType": name, "payload": payload64, "signatures": signatures}).encode()


def test_a12_the_hand_made_envelope_is_one_where_its_payload_is_good(attacked):
    assert attacked.verdict(attacked.put("signed.json", signed_bytes(attacked, LIST % b"2"))) == "taken"


def test_a13_genuine_slots_of_another_branch(attacked):
    attacked.plan("S0000000Z", ELSEWHERE)
    assert attacked.verdict(attacked.slots(branch=ELSEWHERE)) == "E_SLOT"
    assert attacked.verdict(attacked.slots("all.slots")) == "taken"
    code = attacked.release("S0000000Z")
    vault = attacked.vault()
    assert "S0000000Z" not in {plan.session for plan in vault.sessions()}
    with pytest.raises(SlotSpoilt):
        vault.open_session("S0000000Z", code, attacked.now())
    assert vault.kept() == ()
    assert attacked.vault(ELSEWHERE).open_session("S0000000Z", code, attacked.now()).session == "S0000000Z"


@pytest.fixture(scope="module")
def stranger(tmp_path_factory) -> Attacked:
    """Another headquarters, the thief's own, with the very same course."""
    return found(tmp_path_factory.mktemp("stranger"))


def test_a14_the_first_root_replaced_by_ones_own(attacked, stranger):
    own = (stranger.home / "trust" / "roots" / "1.json").read_bytes()
    (attacked.home / "trust" / "roots" / "1.json").write_bytes(own)
    assert attacked.verdict(attacked.publish(2)) == "E_TRUST"
    for ask in (attacked.active, attacked.vault().sessions):
        with pytest.raises(TrustSpoilt):
            ask()


def test_a14_the_whole_folder_of_trust_replaced_shuts_out_all_that_is_genuine(attacked, stranger):
    """Whoever owns the PC can make it believe in another headquarters; what the genuine one has sealed stays sealed."""
    genuine = attacked.publish(2), attacked.slots()
    for name in ("roots/1.json", "revocation.json", "state.json"):
        (attacked.home / "trust" / name).write_bytes((stranger.home / "trust" / name).read_bytes())
    assert [attacked.verdict(path) for path in genuine] == ["E_SIG", "E_SIG"]
    assert attacked.active() is None
    assert attacked.vault().sessions() == ()
    with pytest.raises(SlotSpoilt):
        attacked.vault().open_session(SESSION, attacked.code, attacked.now())
