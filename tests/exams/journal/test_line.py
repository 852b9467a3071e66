"""The one spelling of what is hashed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.journal.line import canonical

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


def _encodable(value: object) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


@given(VALUES.filter(_encodable))
def test_the_spelling_is_that_of_the_standard_library_with_sorted_keys_and_no_spaces(value: object) -> None:
    told = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    assert canonical(value) == told.encode()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [float("-inf")]])
def test_what_json_has_no_number_for_is_not_spelt(value: object) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical(value)


def test_a_type_that_json_does_not_know_is_not_spelt() -> None:
    with pytest.raises(TypeError):
        canonical({"when": object()})
