"""Six of the twelve looks, where every two choices of language, theme and size meet in one."""

from desktop.style.tokens import Theme

SIX = (
    ("zh", Theme.LIGHT, 100),
    ("zh", Theme.DARK, 200),
    ("zh", Theme.CONTRAST, 100),
    ("en", Theme.LIGHT, 200),
    ("en", Theme.DARK, 100),
    ("en", Theme.CONTRAST, 200),
)
