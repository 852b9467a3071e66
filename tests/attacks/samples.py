"""Valid files of one headquarters, two or more of each kind: what mutations begin with."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from exams.packs.blobs import FormContext, new_cek, seal_blob
from exams.packs.codes import new_code
from exams.packs.kdf import Kdf
from exams.packs.manifest import MANIFEST, Grading
from exams.packs.slot_file import SlotFile, slots_payload
from exams.packs.slots import Lock, SessionPlan, SlotPurpose, make_slots
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.keys import SigningKey
from exams.trust.root import RoleKeys, RoleName, Root, root_payload
from exams.trust.state import TrustState
from tests.exams.packs.headquarters import DAY, NOW, Headquarters, a_course, members

_PLAN = SessionPlan("S0000000A", "BJ-WJ01", "A", NOW - DAY, NOW + DAY, NOW + 30 * DAY)


@dataclass(frozen=True)
class Samples:
    """Files by kind, the root they stand on, and headquarters' own keys."""

    root: Root
    state: TrustState
    manifests: tuple[bytes, ...]
    slots: tuple[bytes, ...]
    lists: tuple[bytes, ...]
    roots: tuple[bytes, ...]
    first_roots: tuple[bytes, ...]
    blobs: tuple[bytes, ...]
    packs: tuple[bytes, ...]
    cek: bytes
    aad: bytes
    keys: dict[RoleName, SigningKey] = field(repr=False)
    holders: tuple[SigningKey, ...] = field(repr=False)


def make_samples() -> Samples:
    """About a second: slots cost one Argon2id each."""
    hq = Headquarters()
    first, state = hq.root, hq.state()
    with TemporaryDirectory(prefix="academy-samples-") as folder:
        packs = _packs(hq, Path(folder))
        manifests = tuple(members(path)[MANIFEST] for path in packs)
        raws = tuple(path.read_bytes() for path in packs)
    lists = [hq.revocation()]
    for names in (("TELE-7",), ("TELE-8", "CARD")):
        hq.withdraw(*names)
        lists.append(hq.revocation())
    cek, context = new_cek(), FormContext("TELE", 1, "A")
    blobs = tuple(seal_blob(cek, text.encode() * 40, context.items_aad) for text in ("items of an exam", "考试题目"))
    return Samples(
        root=first,
        state=state,
        manifests=manifests,
        slots=_slots(hq),
        lists=tuple(lists),
        roots=_next_roots(hq, first),
        first_roots=(hq.roots[0], *(_other_first(hq, first, holders) for holders in (2, 3))),
        blobs=blobs,
        packs=raws,
        cek=cek,
        aad=context.items_aad,
        keys=hq.keys,
        holders=hq.holders,
    )


def _packs(hq: Headquarters, folder: Path) -> tuple[Path, ...]:
    paths = tuple(folder / f"{version}.pack" for version in (1, 2, 3))
    hq.publish(paths[0], 1)
    hq.publish(paths[1], 2, content=a_course(version="2"), media={"figures/one.png": b"\x89PNG" + bytes(500)})
    hq.publish(paths[2], 3, grading=Grading.HQ_ONLY)
    return paths


def _slots(hq: Headquarters) -> tuple[bytes, ...]:
    locks = {purpose: Lock(new_code(), new_cek()) for purpose in SlotPurpose}
    plans = _PLAN, replace(_PLAN, session="S0000000B", branch="SH-PD02")
    slots = tuple(slot for plan in plans for slot in make_slots("TELE", 1, plan, locks, Kdf(memory_kib=65_536)))
    return tuple(
        sign_envelope(Purpose.SLOTS, slots_payload(SlotFile("TELE", 1, NOW, some)), [hq.keys[RoleName.PACK]])
        for some in (slots, slots[:2], slots[2:], ())
    )


def _next_roots(hq: Headquarters, first: Root) -> tuple[bytes, ...]:
    """Version 2 with another pack key, with another holder, and for longer."""
    key, holder = SigningKey.generate(), SigningKey.generate()
    keyids = (*(one.keyid for one in hq.holders[:2]), holder.keyid)
    other_key = {**first.keys, key.keyid: key.public}, {**first.roles, RoleName.PACK: RoleKeys((key.keyid,))}
    other_holder = {**first.keys, holder.keyid: holder.public}, {**first.roles, RoleName.ROOT: RoleKeys(keyids, 2)}
    changes = (
        *({"keys": keys, "roles": roles} for keys, roles in (other_key, other_holder)),
        {"expires_wt": first.expires_wt + DAY},
    )
    return tuple(
        sign_envelope(Purpose.ROOT, root_payload(replace(first, version=2, **change)), hq.holders) for change in changes
    )


def _other_first(hq: Headquarters, first: Root, holders: int) -> bytes:
    longer = replace(first, expires_wt=first.expires_wt + holders * DAY)
    return sign_envelope(Purpose.ROOT, root_payload(longer), hq.holders[:holders])
