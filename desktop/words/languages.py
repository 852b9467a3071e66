"""The languages the app speaks, each named in itself."""

import os
from typing import NamedTuple


class Language(NamedTuple):
    """`mark` is the short sign on the language switch."""

    code: str
    name: str
    mark: str


LANGUAGES = (Language("zh", "简体中文", "中"), Language("en", "English", "EN"))
CODES = tuple(one.code for one in LANGUAGES)
SOURCE = "en"
DEFAULT = "zh"


def other_language(code: str) -> Language:
    """The next language after this one, round the circle."""
    return LANGUAGES[(CODES.index(code) + 1) % len(LANGUAGES)]


def system_language() -> str:
    """The desktop's language where we speak it, else Chinese."""
    wanted = os.environ.get("LANGUAGE") or os.environ.get("LANG") or _platform_locale()
    short = wanted.replace("-", "_").split("_")[0].split(".")[0].lower()
    return "en" if short in ("en", "english") else DEFAULT


def _platform_locale() -> str:
    import locale  # Windows has no LANG

    return locale.getlocale()[0] or ""
