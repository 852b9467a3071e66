"""The catalogues in memory: one merged gettext translation per language."""

import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import TypeVar, cast

from desktop.assets import asset
from desktop.words.languages import CODES, DEFAULT, SOURCE

T = TypeVar("T")

FIRST = ("front", "shell", "widgets")
"""The catalogues of the first screen."""

_COMPILED = ".mo"


class _Voice:
    """The language in use; the one thing in the desktop that everybody may ask for without being handed it."""

    def __init__(self) -> None:
        self.code = SOURCE
        self.translations = NullTranslations()


_voice = _Voice()


def use_language(code: str, folder: Path | None = None) -> None:
    """Speak this language from now on; every .mo of its folder counts, most are read when first needed."""
    if code not in CODES:
        raise ValueError(code)
    _voice.code = code
    _voice.translations = _read(folder or asset("translations", code))


def language() -> str:
    """The code of the language in use."""
    return _voice.code


def tr(text: str) -> str:
    """The text in the language in use; the text itself where there is no translation."""
    return _voice.translations.gettext(text) if text else ""


def trn(one: str, many: str, n: int, **fields: object) -> str:
    """The right plural of a text, with `{n}` and the other fields filled in."""
    return _voice.translations.ngettext(one, many, n).format(n=n, **fields)


def mark(text: str) -> str:
    """Mark a literal for the catalogues that is translated later, by `tr` of a variable."""
    return text


def pick(texts: Mapping[str, T]) -> T:
    """What a content value holds for the language in use, else for Chinese, else for any; empty where there is none."""
    for code in (_voice.code, DEFAULT):
        if texts.get(code):
            return texts[code]
    return next(iter(texts.values()), cast("T", ""))


class _Later(NullTranslations):
    """The catalogues that the first screen does not need: read when a text is found in none of the others."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        super().__init__()
        self._folder, self._names = folder, names
        self._read: NullTranslations | None = None

    def gettext(self, message: str) -> str:
        return self._all().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._all().ngettext(msgid1, msgid2, n)

    def _all(self) -> NullTranslations:
        if self._read is None:
            self._read = _merged(self._folder, self._names, NullTranslations())
        return self._read


def _read(folder: Path) -> NullTranslations:
    if not folder.is_dir():
        return NullTranslations()
    with os.scandir(folder) as entries:
        found = sorted((entry.name, entry.stat().st_mtime_ns) for entry in entries if entry.name.endswith(_COMPILED))
    return _kept(folder, tuple(found))


@lru_cache(maxsize=len(CODES))
def _kept(folder: Path, found: tuple[tuple[str, int], ...]) -> NullTranslations:
    """Who changes the language and back waits for no reading; files written anew are read anew."""
    early = [name for name, _ in found if name.removesuffix(_COMPILED) in FIRST]
    late = [name for name, _ in found if name not in early]
    return _merged(folder, early, _Later(folder, late))


def _merged(folder: Path, names: Sequence[str], last: NullTranslations) -> NullTranslations:
    merged = last
    for name in names:
        with (folder / name).open("rb") as file:
            one = GNUTranslations(file)
        one.add_fallback(merged)
        merged = one
    return merged
