"""A view in a look."""

from tests.desktop.screens.staff_fixtures import chinese, dressed

__all__ = ["chinese", "dressed"]
