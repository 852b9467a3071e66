"""A demonstration's home to attack: founded once, copied for each test."""

import pytest

from tests.attacks.attacks_home import found
from tests.attacks.watched import counted_argon2, watched


@pytest.fixture(scope="session")
def chain(tmp_path_factory):
    """Nobody writes to it."""
    return found(tmp_path_factory.mktemp("attacked"))


@pytest.fixture
def attacked(chain, tmp_path):
    return chain.copied(tmp_path)


@pytest.fixture
def watch(attacked, monkeypatch):
    """The same, with everything temporary and every log where it is looked through."""
    with watched(attacked, monkeypatch) as watch:
        yield watch


@pytest.fixture
def argon2(monkeypatch):
    """Counts how often the work of a code is really done."""
    return counted_argon2(monkeypatch)


@pytest.fixture
def show(qtbot):
    """Puts a widget on the screen as it is."""

    def shown(widget):
        qtbot.addWidget(widget)
        widget.resize(600, 300)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return shown
