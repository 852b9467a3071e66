"""A million spoilt bundles, records and checkpoints: HR takes none for what it is not, and nothing makes it stumble.

Anybody can seal to HR, so each layer under the seal is spoilt too and sealed again. Some are nonsense that the device's
own key has signed, which may be found out line by line but must not break the reader; and some are sealed again as they
were, which must get through.
"""

import os
import resource
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from random import Random

from exams.bundles.bundle import seal_bundle
from exams.bundles.verify import verify_bundle
from exams.errors import AcademyError
from tests.attacks.mutated import NOT_MADE
from tests.attacks.small_branches import Samples, make_samples
from tests.attacks.spoilt_layers import LAYERS
from tests.attacks.trial import Tell, Trial

LOT = 5_000
MOST_MEMORY = 1_536 * 1024 * 1024
"""Of address space for each process: what asks for more fails as if it had raised."""


@dataclass
class Found:
    """`layers` counts what was tried by its layer, `codes` how it was refused, `broken` what got through or fell."""

    layers: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    broken: Counter[str] = field(default_factory=Counter)
    harmless: int = 0
    most_kib: int = 0

    @property
    def tried(self) -> int:
        """Spoilt files; what was not spoilt, or was signed by the device itself, is not among them."""
        return self.layers.total() - self.layers["same"] - self.layers["signed"]

    def add(self, other: "Found") -> None:
        self.layers += other.layers
        self.codes += other.codes
        self.broken += other.broken
        self.harmless += other.harmless
        self.most_kib = max(self.most_kib, other.most_kib)


def attack(samples: Samples, count: int, seed: str, only: tuple[str, ...] = tuple(LAYERS)) -> Found:
    """So many mutations, each given to HR; those that cannot be made are not counted."""
    chance, found = Random(seed), Found()
    genuine = {tuple(one.rows) for one in samples.bundles}
    for layer in chance.choices(only, [LAYERS[name][0] for name in only], k=count):
        try:
            made = LAYERS[layer][1](chance, samples, chance.randrange(len(samples.bundles)))
            raw = made if isinstance(made, bytes) else seal_bundle(made, samples.hr_seal)
        except (*NOT_MADE, AcademyError):
            continue
        _judge(raw, samples, genuine, found, layer)
    found.most_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return found


def _judge(raw: bytes, samples: Samples, genuine: set[object], found: Found, layer: str) -> None:
    found.layers[layer] += 1
    try:
        verdict = verify_bundle(raw, samples.trust)
    except Exception as error:  # noqa: BLE001  # whatever is raised is what is looked for
        found.broken[f"{layer}: {type(error).__name__}: {error}"[:200]] += 1
        return
    if layer == "signed":
        return
    if layer == "same":
        found.broken.update(() if verdict.accepted else ("genuine and refused",))
    elif not verdict.whole:
        found.codes.update(verdict.codes or ("nothing said",))
    elif tuple((one.raw, one.body) for one in verdict.records) in genuine:
        found.harmless += 1
    else:
        found.broken[f"{layer}: believed"] += 1


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


def run(count: int, seed: int, tell: Tell) -> list[Trial]:
    """HR as it is; and controls without one of its defences, which must be noticed."""
    began, found = time.monotonic(), Found()
    for number, one in enumerate(attack_in_lots(count, seed, len(os.sched_getaffinity(0))), 1):
        found.add(one)
        if number % 20 == 0:
            seconds = time.monotonic() - began
            tell(f"bundles: {found.tried:,}, {found.broken.total()} broken, {found.most_kib} KiB, {seconds:.0f} s")
    seconds, name = round(time.monotonic() - began), "Spoilt bundles, records, checkpoints"
    whole = Trial(name, found.tried, "files", 0, found.broken.total(), details=told(found), seconds=seconds)
    return [whole, *controls(seed)]


def told(found: Found) -> str:
    """The figures in a sentence."""
    layers = ", ".join(f"{name} {found.layers[name]:,}" for name in LAYERS if name not in ("signed", "same"))
    codes = ", ".join(f"{code} {many:,}" for code, many in found.codes.most_common())
    broken = "".join(f"; {what} {many:,}" for what, many in found.broken.most_common(5))
    return (
        f"by layer: {layers}; refused by {codes}; {found.harmless:,} with the lines as they were;"
        f" {found.layers['same']:,} genuine ones, sealed anew, taken; {found.layers['signed']:,} of nonsense signed by"
        f" the device itself read without a stumble; at most {found.most_kib // 1024} MiB of memory{broken}"
    )


def controls(seed: int, count: int = 2_000) -> list[Trial]:
    """Without signatures lines chained anew get through, without the hashes of bodies other bodies do."""
    from exams.bundles import chain_checks
    from exams.trust import envelope

    return [
        _without(envelope, "signature_fits", "signatures", ("lines chained anew", "checkpoints"), f"{seed}", count),
        _without(chain_checks, "_body_fits", "hashes of bodies", ("lines", "sealed answers"), f"{seed}", count),
    ]


def _without(module: object, defence: str, name: str, layers: tuple[str, ...], seed: str, count: int) -> Trial:
    genuine = getattr(module, defence)
    setattr(module, defence, lambda *_, **__: True)
    try:
        found = attack(make_samples(), count, seed, layers)
    finally:
        setattr(module, defence, genuine)
    believed = sum(many for what, many in found.broken.items() if what.endswith("believed"))
    return Trial(f"The same without {name}, control", found.tried, "files", 0, believed, control=True)
