"""What need not stand in the first picture waits for it, and only then."""

import pytest

from desktop.style.first_paint import await_first_paint, first_painted, soon


@pytest.fixture(autouse=True)
def _done_at_the_end():
    yield
    first_painted()


def test_at_any_other_time_work_is_done_at_once():
    done = []
    soon(lambda: done.append("icon"))
    assert done == ["icon"]


def test_before_the_first_picture_work_waits_and_keeps_its_order():
    done = []
    await_first_paint()
    soon(lambda: done.append("first"))
    soon(lambda: done.append("second"))
    assert done == []
    first_painted()
    assert done == ["first", "second"]
    soon(lambda: done.append("later"))
    assert done[-1] == "later"
