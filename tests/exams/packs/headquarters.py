"""A headquarters for the tests of packs: keys of every role, roots, withdrawals, and small packs."""

import io
import json
from dataclasses import dataclass, field, replace

from exams.packs.container import PackReader, write_pack
from exams.packs.manifest import MANIFEST, Grading, PackedExam
from exams.packs.publish import Authority, FormParts, PackParts, PackSpec, publish
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.keys import SealingKey, SigningKey
from exams.trust.revocation import Revocations, revocation_payload
from exams.trust.root import RoleKeys, RoleName, Root, root_payload
from exams.trust.state import TrustState
from exams.trust.strict_json import write_json
from exams.trust.times import read_time

NOW = read_time("2026-11-29T09:00:00Z")
DAY = 86_400_000
APP = "0.1.0"


def section(name, title, body="text"):
    return {
        "id": name,
        "texts": {"en": {"title": title, "body": body}, "zh": {"title": f"{title}（中）", "body": body}},
    }


def item(name, version=1, stem="What?"):
    return {"id": name, "version": version, "stem": stem}


def a_course(**changes):
    course = {
        "code": "TELE",
        "version": "1",
        "sections": [section("1.1", "Greeting"), section("1.2", "Products")],
        "items": [item("1.1-p1"), item("1.1-p2")],
        "keys": [{"item": "1.1-p1", "correct": "A"}, {"item": "1.1-p2", "correct": "B"}],
        "blueprints": [{"name": "final", "minutes": 60}, {"name": "quiz-1", "minutes": 10}],
        "terms": [],
    }
    return write_json({**course, **changes})


def a_form(*items, right="A"):
    made = items or (item("1.1-e1"), item("1.1-e2"))
    keys = [{"item": one["id"], "correct": right} for one in made]
    return FormParts(write_json({"items": list(made)}), write_json({"keys": keys}))


@dataclass
class Headquarters:
    """Signs and publishes; `root`, `revocations` and `roots` are what it stands on now."""

    holders: tuple = field(default_factory=lambda: tuple(SigningKey.generate() for _ in range(3)))
    keys: dict = field(
        default_factory=lambda: {role: SigningKey.generate() for role in RoleName if role != RoleName.ROOT}
    )
    recovery: SealingKey = field(default_factory=SealingKey.generate)
    revocations: Revocations = field(default_factory=lambda: Revocations(version=1))
    roots: list = field(default_factory=list)
    root: Root = None

    def __post_init__(self):
        self.rotate()

    def rotate(self, role=None):
        """The next root, with a new key for one role."""
        if role:
            self.keys[role] = SigningKey.generate()
        public = {key.keyid: key.public for key in (*self.holders, *self.keys.values())}
        roles = {role: RoleKeys((key.keyid,)) for role, key in self.keys.items()}
        roles[RoleName.ROOT] = RoleKeys(tuple(key.keyid for key in self.holders), 2)
        expires = NOW + 3000 * DAY
        seal = self.recovery.public
        self.root = Root(len(self.roots) + 1, expires, public, roles, hr_seal=seal, recovery=seal)
        self.roots.append(sign_envelope(Purpose.ROOT, root_payload(self.root), self.holders))

    def withdraw(self, *packs):
        self.revocations = replace(
            self.revocations, version=self.revocations.version + 1, packs=self.revocations.packs | set(packs)
        )

    def state(self):
        """What a branch believes that has heard of everything."""
        return TrustState(self.root, self.revocations)

    def revocation(self):
        return sign_envelope(Purpose.REVOCATION, revocation_payload(self.revocations), [self.keys[RoleName.REVOCATION]])

    def authority(self, signer=None):
        signers = (signer or self.keys[RoleName.PACK],)
        return Authority(signers, self.state(), tuple(self.roots[1:]), self.revocation())

    def publish(self, out, version=1, *, content=None, forms=None, media=None, signer=None, **spec):
        parts = PackParts(content or a_course(), {"A": a_form()} if forms is None else forms, media or {})
        return publish(out, parts, a_spec(version, **spec), self.authority(signer), APP)


def a_spec(version=1, **changes):
    spec = PackSpec(
        pack="TELE",
        version=version,
        issued_wt=NOW - DAY,
        not_before_wt=NOW - DAY,
        expires_wt=NOW + 200 * DAY,
        min_app="0.1.0",
        grading=Grading.WITH_UNLOCK,
        exams=(PackedExam("final", "A", "final"),),
    )
    return replace(spec, **changes)


def members(path):
    """The files in a pack by name."""
    with path.open("rb") as file:
        reader = PackReader(file)
        return {name: reader.read(name, reader.size(name)) for name in reader.names()}


def rewrite(path, changed):
    """The pack with other members; None takes one away."""
    kept = {name: raw for name, raw in {**members(path), **changed}.items() if raw is not None}
    with path.open("wb") as file:
        write_pack(file, kept.items())


def resigned(path, keys, purpose=Purpose.MANIFEST, **fields):
    """The manifest with other fields, signed anew by these keys."""
    import base64

    envelope = json.loads(members(path)[MANIFEST])
    payload = {**json.loads(base64.b64decode(envelope["payload"])), **fields}
    rewrite(path, {MANIFEST: sign_envelope(purpose, payload, keys)})


def packed(*pairs):
    """A container in memory."""
    file = io.BytesIO()
    write_pack(file, pairs)
    return file.getvalue()
