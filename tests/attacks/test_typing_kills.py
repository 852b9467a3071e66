"""The app killed twice while a number is typed; `make torture` does it more often."""

from itertools import pairwise

import pytest

from tests.attacks.forty import shared_forty
from tests.attacks.keys import typed_texts
from tests.attacks.typing_kills import kill_while_typing, lost_keys


@pytest.fixture(scope="module")
def assets():
    return shared_forty()


@pytest.mark.feature("b6")
@pytest.mark.parametrize("seed", [1, 2])
def test_what_was_typed_stands_in_the_field_after_a_kill(assets, tmp_path, seed):
    found = kill_while_typing(tmp_path, assets, seed)
    assert found.acknowledged > 0
    assert (found.lost, found.fault) == (0, "")


def test_every_key_changes_one_sign_at_the_end():
    texts = ["", *typed_texts(7, 500)]
    for before, after in pairwise(texts):
        longer, shorter = sorted((before, after), key=len, reverse=True)
        assert longer[:-1] == shorter


def test_a_lost_key_would_be_counted():
    texts = ["1", "12", "12.", "12.5", "12."]
    assert [lost_keys(texts, 3, seen) for seen in ("12.", "12.5", "12", "1", "", None)] == [0, 0, 1, 2, 3, 3]
