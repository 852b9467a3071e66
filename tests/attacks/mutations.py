"""A million spoilt envelopes, packs, slot files and lists: none is believed, and each is refused with a code."""

import os
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random

from exams.errors import AcademyError
from exams.packs.blobs import open_blob
from exams.packs.container import PackReader
from exams.packs.manifest import read_manifest
from exams.packs.slot_file import read_slots
from exams.packs.verify import verify_pack
from exams.trust.envelope import Purpose, claimed_payload, open_envelope, payload_sha256, sign_envelope
from exams.trust.revocation import Revocations, newer_revocations
from exams.trust.root import RoleName, first_root, next_root
from exams.trust.strict_json import write_json
from tests.attacks.mutated import BYTES, ENVELOPE, NOT_MADE, PACK, Mutator, edit
from tests.attacks.samples import Samples, make_samples
from tests.attacks.trial import Tell, Trial
from tests.exams.packs.headquarters import APP, NOW

LOT = 5_000
MOST_MEMORY = 1_536 * 1024 * 1024
"""Of address space for each process: what asks for more fails as if it had raised."""


@dataclass(frozen=True)
class Target:
    """A reader and valid files for it; `weight` is how often it is attacked.

    `identity` raises `AcademyError` or says what was believed. Behind a genuine signature (`signed`) all may be
    believed that is read at all: headquarters is trusted, but its mistakes must not crash a branch.
    """

    name: str
    files: Sequence[bytes]
    identity: Callable[[bytes], object]
    mutators: Sequence[Mutator]
    weight: int = 1
    signed: bool = False


@dataclass
class Found:
    """`broken` names what got through or fell over; `files` are the guilty ones."""

    told: Counter[str] = field(default_factory=Counter)
    broken: Counter[str] = field(default_factory=Counter)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    most_kib: int = 0

    @property
    def tried(self) -> int:
        """Spoilt files; what headquarters' key has signed is not among them."""
        return self.told["refused"] + self.told["harmless"] + self.broken.total()

    def add(self, other: "Found") -> None:
        self.told += other.told
        self.broken += other.broken
        self.files = (self.files + other.files)[:20]
        self.most_kib = max(self.most_kib, other.most_kib)


def targets(samples: Samples) -> tuple[Target, ...]:
    """Every reader that a file from outside reaches."""
    root = samples.root
    pack = root.keys_of(RoleName.PACK)

    def opened(purpose, keys, read, raw):
        read(open_envelope(raw, purpose, *keys))
        return payload_sha256(raw)

    def listed(raw):
        newer_revocations(Revocations(), raw, root)
        return payload_sha256(raw)

    def rooted(raw):
        next_root(root, raw)
        return payload_sha256(raw)

    def founded(raw):
        first_root(raw)
        return payload_sha256(raw)

    def packed(raw):
        reader = PackReader(BytesIO(raw))
        verified = verify_pack(reader, samples.state, NOW, APP)
        taken = tuple(reader.read(path, reader.size(path)) for path in verified.manifest.files)
        return verified.sha256, verified.state.revocations, taken

    manifest = partial(opened, Purpose.MANIFEST, pack, read_manifest)
    slots = partial(opened, Purpose.SLOTS, pack, read_slots)
    blob = partial(open_blob, samples.cek, aad=samples.aad)
    signed = (
        (Purpose.MANIFEST, RoleName.PACK, samples.manifests, manifest),
        (Purpose.SLOTS, RoleName.PACK, samples.slots, slots),
        (Purpose.REVOCATION, RoleName.REVOCATION, samples.lists, listed),
    )
    return (
        Target("manifests", samples.manifests, manifest, ENVELOPE, 12),
        Target("slot files", samples.slots, slots, ENVELOPE, 12),
        Target("lists of withdrawals", samples.lists, listed, ENVELOPE, 12),
        Target("next roots", samples.roots, rooted, ENVELOPE, 9),
        Target("first roots", samples.first_roots, founded, ENVELOPE, 6),
        Target("sealed files", samples.blobs, blob, BYTES, 6),
        Target("packs", samples.packs, packed, PACK, 12),
        *(
            Target(f"signed {purpose.value}", raws, read, (partial(signed_anew, samples, purpose, role),), signed=True)
            for purpose, role, raws, read in signed
        ),
        Target("signed root", samples.roots, rooted, (partial(signed_anew, samples, Purpose.ROOT, None),), signed=True),
    )


def signed_anew(samples: Samples, purpose: Purpose, role: RoleName | None, chance: Random, raw: bytes, _other) -> bytes:
    """Nonsense that headquarters' own key has signed."""
    payload = claimed_payload(raw, purpose)
    for _ in range(chance.randrange(1, 4)):
        edit(chance, payload)
    write_json(payload)
    return sign_envelope(purpose, payload, [samples.keys[role]] if role else samples.holders)


def attack(samples: Samples, count: int, seed: str) -> Found:
    """So many mutations, each given to its reader."""
    chance, found = Random(seed), Found()
    all_targets = targets(samples)
    good = {one.name: {one.identity(raw) for raw in one.files} for one in all_targets}
    lots = chance.choices(all_targets, [one.weight for one in all_targets], k=count)
    for target in lots:
        _one(chance, target, good[target.name], found)
    found.most_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return found


def _one(chance: Random, target: Target, good: set[object], found: Found) -> None:
    raw, other = chance.choice(target.files), chance.choice(target.files)
    try:
        spoilt = chance.choice(target.mutators)(chance, raw, other)
    except NOT_MADE:
        found.told["not made"] += 1
        return
    try:
        believed = target.identity(spoilt)
    except AcademyError as error:
        found.told["signed nonsense refused" if target.signed else "refused"] += 1
        found.told[f"{target.name}: {error.code}"] += 1
    except Exception as error:  # noqa: BLE001  # whatever else is raised is what is looked for
        _blame(found, f"{target.name}: {type(error).__name__}: {error}"[:200], spoilt)
    else:
        if believed in good or target.signed:
            found.told["signed nonsense read" if target.signed else "harmless"] += 1
        else:
            _blame(found, f"{target.name}: believed", spoilt)


def _blame(found: Found, what: str, spoilt: bytes) -> None:
    found.broken[what] += 1
    if len(found.files) < 5:
        found.files.append((what, spoilt))


def attack_in_lots(count: int, seed: int, workers: int) -> Iterator[Found]:
    """The same in so many processes, each with its memory bounded."""
    samples = make_samples()
    lots = [(LOT, f"{seed}/{number}") for number in range(-(-count // LOT))]
    with ProcessPoolExecutor(workers, initializer=_bound) as pool:
        yield from pool.map(partial(_lot, samples), lots)


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _lot(samples: Samples, lot: tuple[int, str]) -> Found:
    return attack(samples, *lot)


def run(count: int, seed: int, tell: Tell, kept: Path | None = None) -> list[Trial]:
    """Two rows: all readers as they are; and a control without signatures, which must be noticed."""
    began, found = time.monotonic(), Found()
    for number, one in enumerate(attack_in_lots(count, seed, os.cpu_count() or 1), 1):
        found.add(one)
        if number % 20 == 0:
            tell(f"mutations: {found.tried:,}, {found.broken.total()} broken, {time.monotonic() - began:.0f} s")
    _keep(kept, found)
    seconds = round(time.monotonic() - began)
    name = "Spoilt envelopes, packs, slots, lists, roots"
    whole = Trial(name, found.tried, "files", 0, found.broken.total(), details=told(found), seconds=seconds)
    return [whole, _control(seed)]


def told(found: Found) -> str:
    """The figures in a sentence."""
    codes: Counter[str] = Counter()
    for what, number in found.told.items():
        name, colon, code = what.partition(": ")
        codes[code] += number if colon and not name.startswith("signed") else 0
    words = ", ".join(f"{code} {number:,}" for code, number in codes.most_common() if number)
    broken = "".join(f"; {what} {number:,}" for what, number in found.broken.most_common(5))
    signed_refused, signed_read = found.told["signed nonsense refused"], found.told["signed nonsense read"]
    return (
        f"{found.told['refused']:,} refused ({words}); {found.told['harmless']:,} with the signed bytes as they were;"
        f" besides, of nonsense that headquarters' own key had signed, {signed_refused:,} refused and"
        f" {signed_read:,} read; at most {found.most_kib // 1024} MiB of memory{broken}"
    )


def _control(seed: int) -> Trial:
    """Without signatures the changed must get through."""
    from exams.trust import envelope

    genuine = envelope.signature_fits
    envelope.signature_fits = lambda _public, _message, _signature: True
    try:
        found = attack(make_samples(), 2_000, f"control {seed}")
    finally:
        envelope.signature_fits = genuine
    return Trial("The same without signatures, control", found.tried, "files", 0, found.broken.total(), control=True)


def _keep(folder: Path | None, found: Found) -> None:
    for number, (what, spoilt) in enumerate(found.files if folder else ()):
        path = folder / f"mutation-{number}.bin"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(what.encode() + b"\n" + spoilt)
