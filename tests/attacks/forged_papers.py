"""Spoilt certificates: tens of thousands of files and printed codes changed a little, and none of them is believed."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from certificates.issuing import issued_file
from certificates.proof.strict import check_file
from certificates.proof.token import read_token
from exams import AcademyError
from tests.attacks.trial import Tell, Trial
from tests.certificates.authority import authority, device
from tests.certificates.examples import WHEN, code_of, some_facts
from tests.certificates.mutations import in_the_hole, one_bit, one_character

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


@dataclass(frozen=True)
class Counts:
    """How often a bit of the file is flipped, the signature's place changed, a character of the code exchanged."""

    flips: int = 15_000
    hole: int = 30_000
    characters: int = 20_000


LONG, SHORT = Counts(), Counts(300, 300, 400)


def run(counts: Counts, seed: int, tell: Tell) -> list[Trial]:
    """Three rows; each begins with the original, which must be believed."""
    pdf, code = issued_file(some_facts(), device(), WHEN), code_of(some_facts())
    trust, chance = authority().trust, Random(seed)
    start, end = (int(one) for one in re.search(rb"/ByteRange \[0 (\d+) (\d+)", pdf).groups())
    tell("certificates: bits of the file, the signature's place, characters of the code")
    return [
        _row("Bits of a signed certificate flipped", counts.flips, pdf, _judged(trust), lambda: one_bit(pdf, chance)),
        _row(
            "The place of the signature changed",
            counts.hole,
            pdf,
            _judged(trust),
            lambda: in_the_hole(pdf, start + 1, end - 1, chance),
        ),
        _row(
            "Characters of a printed code exchanged",
            counts.characters,
            code,
            lambda text: read_token(text, trust.ca_keys),
            lambda: one_character(code, ALPHABET, chance),
        ),
    ]


def _judged(trust) -> Callable[[bytes], object]:
    return lambda data: check_file(data, trust)


def _row(what: str, count: int, original, judge: Callable, spoilt: Callable) -> Trial:
    began, broken, codes = time.monotonic(), 0, set()
    judge(original)
    for _ in range(count):
        try:
            judge(spoilt())
            broken += 1
        except AcademyError as error:
            codes.add(error.code)
    judge(original)
    details = f"the original is believed before and after; refused with {', '.join(sorted(codes))}"
    return Trial(what, count, "changes", broken=broken, details=details, seconds=round(time.monotonic() - began))
