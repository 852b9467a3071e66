"""How much work a code must cost, and how much a file may ask for."""

import pytest

from exams.packs.errors import KdfRefused
from exams.packs.kdf import SALT_BYTES, Kdf, check_kdf, stretch

SALT = bytes(range(SALT_BYTES))
LEAST = Kdf(memory_kib=65_536, passes=3, lanes=1)
GIB = 1024 * 1024


def test_a_code_costs_256_mib_and_three_passes():
    assert Kdf() == Kdf(memory_kib=262_144, passes=3, lanes=1)


@pytest.mark.parametrize("kdf", [LEAST, Kdf(), Kdf(GIB, 10, 4)])
def test_work_within_the_design_is_taken(kdf):
    check_kdf(kdf)


@pytest.mark.parametrize(
    "kdf",
    [
        *(Kdf(8), Kdf(65_535), Kdf(GIB + 1), Kdf(64 * GIB), Kdf(0), Kdf(-262_144)),
        *(Kdf(passes=2), Kdf(passes=11), Kdf(lanes=0), Kdf(lanes=5)),
    ],
    ids=str,
)
def test_work_below_or_above_it_is_refused_before_any_memory_is_taken(kdf):
    with pytest.raises(KdfRefused) as refused:
        stretch(b"7KQ2MX9D4T", SALT, kdf)
    assert refused.value.facts == {"memory_kib": kdf.memory_kib, "passes": kdf.passes, "lanes": kdf.lanes}


def test_every_pc_makes_the_same_of_a_code():
    """The expected bytes come from the reference implementation of Argon2."""
    made = stretch(b"7KQ2MX9D4T", SALT, LEAST)
    assert made.hex() == "a75f466e114db64bf7ddb769369b462a1ab09e1f0706ce85ebdb8be50b8e7e5f"
