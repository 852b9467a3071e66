"""A million spoilt bundles, records and checkpoints: HR takes none for what it is not, and nothing makes it stumble.

Anybody can seal to HR, so most are spoilt inside and sealed again. The rest are spoilt as files; and some are nonsense
that the device's own key has signed, which may be found out line by line but must not break the reader.
"""

import os
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from exams.bundles.bundle import Bundle, Token, seal_bundle
from exams.bundles.errors import NotABundle
from exams.bundles.hr_trust import HrTrust
from exams.bundles.verify import verify_bundle
from exams.devices.identity import DeviceKeys
from exams.errors import AcademyError
from exams.packs.manifest import Grading
from exams.trust.keys import SigningKey
from tests.attacks.mutated import BYTES, ENVELOPE, NOT_MADE, edit
from tests.attacks.trial import Tell, Trial
from tests.exams.bundles.day import Day
from tests.exams.bundles.forging import forged, lines_of
from tests.exams.bundles.hr_room import HrRoom, enrolled
from tests.exams.desk.branch_pc import ZHIYUAN
from tests.exams.desk.course import two_chapters
from tests.exams.desk.sealed_branch import make_stick

LOT = 5_000
_KINDS = {"file": 70, "inside": 18, "envelope": 10, "signed": 2}


@dataclass(frozen=True)
class Samples:
    """Two genuine bundles, sealed and not, what HR holds them against, and the device's keys."""

    bundles: tuple[Bundle, ...]
    raws: tuple[bytes, ...]
    trust: HrTrust
    device: DeviceKeys = field(repr=False)


@dataclass
class Found:
    """`broken` names what got through or fell over; `codes` how the rest was refused."""

    tried: int = 0
    signed: int = 0
    harmless: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    broken: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Found") -> None:
        self.tried += other.tried
        self.signed += other.signed
        self.harmless += other.harmless
        self.codes += other.codes
        self.broken += other.broken


def make_samples() -> Samples:
    """A branch on which two people sat, handed in after each of them."""
    with TemporaryDirectory(prefix="academy-bundles-") as folder:
        stick = make_stick(Path(folder) / "stick", two_chapters(Path(folder) / "assets"), Grading.WITH_UNLOCK)
        pc = enrolled(Path(folder) / "home", stick)
        try:
            room, day = HrRoom(stick, pc.content, Grading.WITH_UNLOCK), Day(pc, None)
            bundles = day.sat().bundle, day.begin(ZHIYUAN).answer(1, 3).hand_in().bundle
            return Samples(bundles, tuple(map(room.seal, bundles)), room.trust(), pc.device)
        finally:
            pc.close()


def attack(samples: Samples, count: int, seed: str) -> Found:
    """So many mutations, each given to HR."""
    chance, found = Random(seed), Found()
    hr_seal = samples.trust.roots[0].hr_seal
    genuine = {one.rows for one in samples.bundles}
    for kind in chance.choices(tuple(_KINDS), tuple(_KINDS.values()), k=count):
        try:
            raw = _spoilt(samples, chance, kind, hr_seal)
        except (*NOT_MADE, AcademyError):
            continue
        _judge(raw, samples.trust, genuine, found, signed=kind == "signed")
    return found


def _spoilt(samples: Samples, chance: Random, kind: str, hr_seal: bytes) -> bytes:
    at = chance.randrange(2)
    bundle, other = samples.bundles[at], samples.bundles[1 - at]
    match kind:
        case "file":
            raw = chance.choice(BYTES)(chance, samples.raws[at], samples.raws[1 - at])
            if raw in samples.raws:
                raise NotABundle(detail="unchanged")
            return raw
        case "inside":
            return seal_bundle(_inside(chance, bundle, other), hr_seal)
        case "envelope":
            return seal_bundle(_envelope(chance, bundle, other), hr_seal)
        case _:
            return seal_bundle(_signed(chance, bundle, samples.device), hr_seal)


def _inside(chance: Random, bundle: Bundle, other: Bundle) -> Bundle:
    """A line or a body spoilt, taken from elsewhere, left out, or twice; or the number it all begins with."""
    rows = list(bundle.rows)
    at, there = chance.randrange(len(rows)), chance.choice(other.rows)
    raw, body = rows[at]
    match chance.randrange(7):
        case 0:
            rows[at] = _one_line(chance.choice(BYTES)(chance, raw, there[0])), body
        case 1:
            rows[at] = raw, _one_line(chance.choice(BYTES)(chance, body or b"", there[1] or b""))
        case 2:
            rows[at] = chance.choice(((raw, None), (there[0], body), (raw, there[1]), there))
        case 3:
            del rows[at]
        case 4:
            rows.insert(at, chance.choice(rows))
        case 5:
            chance.shuffle(rows)
        case _:
            return replace(bundle, first=chance.choice((bundle.first + 1, 7, 10**9)))
    return replace(bundle, rows=tuple(rows))


def _one_line(raw: bytes) -> bytes:
    return raw.replace(b"\n", b" ")


def _envelope(chance: Random, bundle: Bundle, other: Bundle) -> Bundle:
    """The record or a checkpoint spoilt or another's; a line more behind what is signed."""
    mutator, at = chance.choice((*ENVELOPE, *BYTES)), chance.randrange(len(bundle.checkpoints))
    if chance.random() < 0.4:
        return replace(bundle, record=mutator(chance, bundle.record, bundle.checkpoints[at]), rows=other.rows[:9])
    signed = list(bundle.checkpoints)
    signed[at] = mutator(chance, signed[at], bundle.record)
    tokens = (Token("0" * 16, b"token"),)
    return replace(bundle, checkpoints=tuple(signed), rows=bundle.rows[:-1], certificates=tokens)


def _signed(chance: Random, bundle: Bundle, device: DeviceKeys) -> Bundle:
    told = lines_of(bundle)
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(1, len(told))
        edit(chance, told[at].facts)
    return forged(bundle, told, device, renamed=chance.random() < 0.5)


def _judge(raw: bytes, trust: HrTrust, genuine: set[object], found: Found, *, signed: bool) -> None:
    try:
        verdict = verify_bundle(raw, trust)
    except Exception as error:  # noqa: BLE001  # whatever is raised is what is looked for
        found.broken[f"{type(error).__name__}: {error}"[:200]] += 1
        return
    if signed:
        found.signed += 1
        found.codes.update(f"signed {code}" for code in verdict.codes)
        return
    found.tried += 1
    told = tuple((one.raw, one.body) for one in verdict.records)
    if verdict.whole and told not in genuine:
        found.broken["believed"] += 1
    elif verdict.whole:
        found.harmless += 1
    else:
        found.codes.update(verdict.codes or ("nothing said",))


def attack_in_lots(count: int, seed: int, workers: int) -> Iterator[Found]:
    """The same in so many processes."""
    samples = make_samples()
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_lot, [(samples, LOT, f"{seed}/{number}") for number in range(-(-count // LOT))])


def _lot(lot: tuple[Samples, int, str]) -> Found:
    return attack(*lot)


def run(count: int, seed: int, tell: Tell) -> list[Trial]:
    """Two rows: HR as it is; and a control that believes any signature, which must be noticed."""
    began, found = time.monotonic(), Found()
    for number, one in enumerate(attack_in_lots(count, seed, os.cpu_count() or 1), 1):
        found.add(one)
        if number % 20 == 0:
            tell(f"bundles: {found.tried:,}, {found.broken.total()} broken, {time.monotonic() - began:.0f} s")
    codes = Counter({code: many for code, many in found.codes.items() if not code.startswith("signed")})
    words = ", ".join(f"{code} {many:,}" for code, many in codes.most_common())
    broken = "".join(f"; {what} {many:,}" for what, many in found.broken.most_common(5))
    details = (
        f"refused by {words}; {found.harmless:,} with the same lines, whole;"
        f" {found.signed:,} of nonsense signed by the device itself read without a stumble{broken}"
    )
    seconds = round(time.monotonic() - began)
    name = "Spoilt bundles, records, checkpoints"
    whole = Trial(name, found.tried, "files", 0, found.broken.total(), details=details, seconds=seconds)
    return [whole, control(seed)]


def control(seed: int, count: int = 2_000) -> Trial:
    """Without signatures a changed journal must get through."""
    from exams.trust import envelope

    genuine = envelope.signature_fits
    envelope.signature_fits = lambda _public, _message, _signature: True
    try:
        samples = make_samples()
        stranger = SigningKey(SigningKey.generate().private, samples.device.sign.public)
        found, chance = Found(), Random(seed)
        rows = {one.rows for one in samples.bundles}
        for _ in range(count // 100):
            told = lines_of(samples.bundles[0])
            told.append(told[chance.randrange(len(told))].after(1_000_000))
            signed = forged(samples.bundles[0], told, DeviceKeys(stranger, samples.device.seal))
            raw = seal_bundle(signed, samples.trust.roots[0].hr_seal)
            _judge(raw, samples.trust, rows, found, signed=False)
    finally:
        envelope.signature_fits = genuine
    return Trial("The same without signatures, control", found.tried, "files", 0, found.broken.total(), control=True)
