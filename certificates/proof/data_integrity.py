"""Data Integrity proofs of W3C (vc-di-eddsa): `eddsa-jcs-2022` and `eddsa-rdfc-2022`, the signer named by did:key.

With rdfc alone, different JSON may stand for the same statements: values are read only where the jcs proof holds too.
"""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from certificates.errors import BadCredential, UnknownContext
from certificates.proof.contexts import load_context
from exams import SigningKey, signature_fits

JCS, RDFC = "eddsa-jcs-2022", "eddsa-rdfc-2022"
Document = dict[str, Any]
Loader = Callable[[str, object], dict[str, Any]]

_ED25519 = b"\xed\x01"  # multicodec
_KEY_BYTES, _MOST_BASE58 = 32, 200


def multibase(data: bytes) -> str:
    """base58btc, with the letter that says so."""
    import base58

    return "z" + base58.b58encode(data).decode("ascii")


def from_multibase(text: object) -> bytes:
    """The bytes again; raises `BadCredential`."""
    import base58

    if not isinstance(text, str) or not text.startswith("z") or len(text) > _MOST_BASE58:
        raise BadCredential(reason="multibase")
    try:
        return bytes(base58.b58decode(text[1:]))
    except ValueError:
        raise BadCredential(reason="multibase") from None


def did_key(public: bytes) -> str:
    """The name of an Ed25519 key, which is the key."""
    return "did:key:" + multibase(_ED25519 + public)


def key_of_did(did: str) -> bytes:
    """The key in such a name; raises `BadCredential`."""
    data = from_multibase(did.removeprefix("did:key:"))
    if data[:2] != _ED25519 or len(data) != _KEY_BYTES + 2:
        raise BadCredential(reason="did")
    return data[2:]


def add_proof(
    document: Mapping[str, Any], options: Mapping[str, Any], key: SigningKey, loader: Loader = load_context
) -> Document:
    """A proof of the document with these options, to be put into it."""
    config = {**options, "@context": document["@context"]}
    signature = key.sign(_hashes(document, config, loader))
    inside = {"@context": document["@context"]} if options["cryptosuite"] == JCS and "@context" in options else {}
    return {**inside, **options, "proofValue": multibase(signature)}


def proof_holds(
    document: Mapping[str, Any], proof: Mapping[str, Any], public: bytes, loader: Loader = load_context
) -> bool:
    """True where the holder of this key made the proof of this document, which may carry its proofs."""
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    config = {name: value for name, value in proof.items() if name != "proofValue"}
    config["@context"] = unsigned.get("@context")
    return signature_fits(public, _hashes(unsigned, config, loader), from_multibase(proof.get("proofValue")))


def _hashes(document: Mapping[str, Any], config: Mapping[str, Any], loader: Loader) -> bytes:
    suite = config.get("cryptosuite")
    if suite not in (JCS, RDFC):
        raise BadCredential(reason="cryptosuite")
    both = [_jcs(one) if suite == JCS else _rdfc(one, loader) for one in (config, document)]
    return b"".join(sha256(one).digest() for one in both)


def _jcs(document: Mapping[str, Any]) -> bytes:
    import rfc8785

    try:
        return bytes(rfc8785.dumps(dict(document)))
    except (rfc8785.CanonicalizationError, RecursionError):
        raise BadCredential(reason="form") from None


def _rdfc(document: Mapping[str, Any], loader: Loader) -> bytes:
    from pyld import jsonld  # type: ignore[import-untyped]

    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": loader}
    try:
        return str(jsonld.normalize(dict(document), options)).encode()
    except jsonld.JsonLdError as error:
        raise _unknown_context(error) or BadCredential(reason="form") from None
    except (RecursionError, ValueError, TypeError, KeyError, AttributeError):
        raise BadCredential(reason="form") from None


def _unknown_context(error: BaseException | None) -> UnknownContext | None:
    """The refusal of our loader below what PyLD made of it."""
    while error is not None and not isinstance(error, UnknownContext):
        error = error.__cause__ or error.__context__
    return error
