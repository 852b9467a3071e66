"""Qt's own properties set by name, for what stands in the first picture.

The namespace `Qt` holds ninety enumerations, and Python makes all of them when one is first asked for: that alone takes
a fifth of a bare window's start. Modules of the first picture ask for it as `QtCore.Qt`, where it is used, and only
for what comes later.
"""

from PySide6.QtCore import QObject


def set_by_name(thing: QObject, name: str, value: str) -> None:
    """As `thing.setFocusPolicy(Qt.FocusPolicy.NoFocus)`; raises ValueError where Qt has no such property or value."""
    if not thing.setProperty(name, value):
        raise ValueError(f"{name}: {value}")
