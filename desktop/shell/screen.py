"""A place in the app: its view, its presenter, and how to build it again."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.widgets.values import Crumb


class Screen(NamedTuple):
    """A view and its presenter. PySide6 holds a presenter's methods weakly: keep this object.

    `again` makes a new view for the same presenter after a change of language, theme or size.
    `calm` takes path and person menu from the header, as in an exam. While `held` is true it must not be left.
    """

    view: QWidget
    presenter: object
    again: "Callable[[], Screen]"
    crumbs: "tuple[Crumb, ...]" = ()
    title: str = ""
    calm: bool = False
    kept: tuple[object, ...] = ()
    held: Callable[[], bool] = lambda: False
