"""The certificate as an open credential: by the rules of others, and offline."""

import json
from datetime import timedelta
from pathlib import Path

import jsonschema
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from openbadgeslib.ob3 import OB3VerificationError
from openbadgeslib.ob3.ldp import OB3LdpVerifier

from certificates.errors import BadCredential, UnknownContext
from certificates.proof.badge import MOST, credential, read_credential
from certificates.proof.contexts import load_context
from certificates.proof.data_integrity import add_proof, did_key, from_multibase, key_of_did, multibase, proof_holds
from exams import SigningKey
from tests.certificates.authority import device_keys
from tests.certificates.examples import WHEN, longest_facts, some_facts
from tests.no_skips import NOT_OURS_TO_CARRY

STANDARDS = Path(__file__).resolve().parents[4] / "shared" / "standards"
VECTORS = STANDARDS / "vc-di-eddsa"
EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"
KEY = device_keys().sign
beside = pytest.mark.skipif(not STANDARDS.is_dir(), reason=NOT_OURS_TO_CARRY)


def pem_of(public):
    return Ed25519PublicKey.from_public_bytes(public).public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def resigned(raw, **changes):
    """The credential with other contents and proofs to match."""
    document = {**json.loads(raw), **changes}
    proofs = [{name: value for name, value in one.items() if name != "proofValue"} for one in document.pop("proof")]
    made = [add_proof(document, one, KEY) for one in proofs]
    return json.dumps({**document, "proof": made}, ensure_ascii=False).encode()


@pytest.fixture(scope="module")
def raw():
    return credential(some_facts(), KEY, WHEN)


def test_it_says_what_the_certificate_says(raw):
    said = read_credential(raw, KEY.public, thoroughly=True)
    facts = some_facts()
    assert (said.number, said.name, said.staff_id, said.course_code) == (
        facts.number,
        facts.name,
        facts.staff_id,
        facts.course_code,
    )
    assert (said.score, said.valid_from, said.valid_until) == (92, facts.issued, facts.valid_until)


def test_the_same_facts_and_moment_give_the_same_bytes(raw):
    assert credential(some_facts(), KEY, WHEN) == raw
    assert credential(some_facts(), KEY, WHEN + timedelta(seconds=1)) != raw


@beside
@pytest.mark.parametrize("facts", [some_facts(), longest_facts()])
def test_the_schema_of_open_badges_has_nothing_to_say_against_it(facts):
    schema = json.loads((STANDARDS / "ob_v3p0_achievementcredential_schema.json").read_bytes())
    document = json.loads(credential(facts, KEY, WHEN))
    assert list(jsonschema.Draft201909Validator(schema).iter_errors(document)) == []


@beside
@pytest.mark.parametrize("name", ["eddsa-jcs-2022/signedJCS.json", "eddsa-rdfc-2022/signedDataInt.json"])
def test_the_vectors_of_w3c_hold_and_are_signed_again_byte_for_byte(name):
    pair = json.loads((VECTORS / "keyPair.json").read_bytes())
    key = SigningKey.from_private(from_multibase(pair["privateKeyMultibase"])[2:])
    assert multibase(b"\xed\x01" + key.public) == pair["publicKeyMultibase"]
    document = json.loads((VECTORS / name).read_bytes())
    proof = document.pop("proof")
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    assert proof_holds({**document, "proof": proof}, proof, key.public, with_examples)
    assert add_proof(document, options, key, with_examples) == proof
    assert not proof_holds({**document, "name": "Another"}, proof, key.public, with_examples)


def with_examples(url, options=None):
    """The vectors also use the vocabulary of the standard's examples."""
    if url != EXAMPLES:
        return load_context(url, options)
    document = {"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": document}


def test_an_independent_library_accepts_it_and_refuses_another_score(raw):
    judge = OB3LdpVerifier(pubkey_pem=pem_of(KEY.public))
    assert judge.verify(raw).results[0].value == "92"
    with pytest.raises(OB3VerificationError):
        judge.verify(raw.replace(b'"value": "92"', b'"value": "93"'))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: raw.replace(b'"value": "92"', b'"value": "93"'),
        lambda raw: raw.replace("欧阳".encode(), "王".encode()),
        lambda raw: raw.replace(b"eddsa-jcs-2022", b"eddsa-jcs-2023"),
        lambda raw: raw.replace(b"eddsa-rdfc-2022", b"eddsa-jcs-2022"),
        lambda raw: raw.replace(b'"name": "Score"', b'"name": "Score", "name": "Score"'),
        lambda raw: raw[:-1],
        lambda raw: b"[]",
        lambda raw: b"\xff",
        lambda raw: b"[" * 100_000,
        lambda raw: raw + b" " * MOST,
        lambda raw: resigned(raw, credentialSubject={}),
        lambda raw: resigned(raw, validFrom="soon"),
        lambda raw: resigned(raw, issuer={"id": "did:web:example.org"}),
    ],
)
def test_a_changed_credential_is_refused(raw, spoil):
    with pytest.raises(BadCredential):
        read_credential(spoil(raw), KEY.public)


def test_another_device_did_not_issue_it(raw):
    with pytest.raises(BadCredential):
        read_credential(raw, SigningKey.generate().public)


def test_the_statements_are_looked_at_where_it_is_asked_for(raw):
    document = json.loads(raw)
    document["proof"][0]["proofValue"] = document["proof"][1]["proofValue"]
    changed = json.dumps(document).encode()
    assert read_credential(changed, KEY.public).score == 92
    with pytest.raises(BadCredential):
        read_credential(changed, KEY.public, thoroughly=True)


def test_a_vocabulary_that_does_not_lie_here_is_never_fetched():
    document = {"@context": ["https://www.w3.org/ns/credentials/v2", "https://example.org/other.json"], "type": "A"}
    with pytest.raises(UnknownContext) as refused:
        add_proof(document, {"cryptosuite": "eddsa-rdfc-2022"}, KEY)
    assert refused.value.facts["url"] == "https://example.org/other.json"


def test_the_name_of_a_key_is_the_key():
    assert key_of_did(did_key(KEY.public)) == KEY.public


@pytest.mark.parametrize("did", ["did:key:", "did:key:z6", "did:key:x6Mk", "did:key:z0OIl", "did:web:example.org"])
def test_what_is_no_name_of_such_a_key_is_refused(did):
    with pytest.raises(BadCredential):
        key_of_did(did)
