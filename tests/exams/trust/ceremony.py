"""A headquarters in miniature: three holders of the root, one key for each role, and what they sign."""

from dataclasses import dataclass, field, replace

from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.keys import SealingKey, SigningKey
from exams.trust.revocation import Revocations, revocation_payload
from exams.trust.root import RoleKeys, RoleName, Root, root_payload
from exams.trust.times import read_time

NOW = read_time("2026-11-29T09:00:00Z")
EXPIRES = read_time("2034-11-29T09:00:00Z")
DAY = 86_400_000


def three_keys() -> tuple[SigningKey, ...]:
    return tuple(SigningKey.generate() for _ in range(3))


@dataclass(frozen=True)
class Ceremony:
    """`holders` sign roots; `roles` hold one key each."""

    holders: tuple[SigningKey, ...] = field(default_factory=three_keys)
    roles: dict[RoleName, SigningKey] = field(
        default_factory=lambda: {name: SigningKey.generate() for name in RoleName if name is not RoleName.ROOT}
    )
    hr_seal: SealingKey = field(default_factory=SealingKey.generate)
    recovery: SealingKey = field(default_factory=SealingKey.generate)

    def root(self, version: int = 1, threshold: int = 2) -> Root:
        keys = {key.keyid: key.public for key in (*self.holders, *self.roles.values())}
        roles = {name: RoleKeys((key.keyid,)) for name, key in self.roles.items()}
        roles[RoleName.ROOT] = RoleKeys(tuple(key.keyid for key in self.holders), threshold)
        return Root(version, EXPIRES, keys, roles, self.hr_seal.public, self.recovery.public)

    def root_file(self, version: int = 1, signers: tuple[SigningKey, ...] | None = None, **changes) -> bytes:
        root = replace(self.root(version), **changes)
        return sign_envelope(Purpose.ROOT, root_payload(root), self.holders[:2] if signers is None else signers)

    def revocation_file(self, version: int, signer: SigningKey | None = None, **withdrawn) -> bytes:
        lists = {name: frozenset(ids) for name, ids in withdrawn.items()}
        payload = revocation_payload(Revocations(version, **lists))
        return sign_envelope(Purpose.REVOCATION, payload, [signer or self.roles[RoleName.REVOCATION]])

    def with_new_holders(self) -> "Ceremony":
        return replace(self, holders=three_keys())

    def with_new_key(self, role: RoleName) -> "Ceremony":
        return replace(self, roles={**self.roles, role: SigningKey.generate()})
