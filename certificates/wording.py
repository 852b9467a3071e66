"""The words of the page per language, ours or HR's own; how dates, hours and validity are told."""

import calendar
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from certificates.assets import asset
from certificates.errors import BadWording
from certificates.wording_check import check_words

LANGUAGES = ("zh", "en")
_SIZE_MOST = 65_536


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words, found by key."""

    language: str
    words: Mapping[str, str]
    months: tuple[str, ...]

    def say(self, key: str, **facts: object) -> str:
        """A text with its facts filled in."""
        return self.words[key].format(**facts)

    def day(self, day: date) -> str:
        """A date as this language writes it."""
        month_name = self.months[day.month - 1] if self.months else ""
        return self.say("date", year=day.year, month=day.month, day=day.day, month_name=month_name)


@cache
def wording(language: str) -> Wording:
    """Our own words of one language, from assets/certificate."""
    return _of(language, tomllib.loads(asset("certificate", f"{language}.toml").read_text("utf-8")))


def read_wording(language: str, path: Path) -> Wording:
    """HR's words of one language; raises `BadWording` for the first thing wrong in the file, with its line."""
    text = _text(path)
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        raise BadWording(**_where(path, str(broken), text), reason="syntax") from broken
    ours = wording(language)
    check_words(path.name, text, told, dict(ours.words), months=bool(ours.months))
    return _of(language, told)


def hours(minutes: int) -> str:
    """Study time in hours, rounded to the half hour, at least half an hour."""
    halves = max(1, (minutes + 15) // 30)
    return f"{halves // 2}.5" if halves % 2 else str(halves // 2)


def last_valid_day(issued: date) -> date:
    """The last day a certificate issued on that day is valid."""
    months = issued.month - 1 + int(policy()["validity_months"])
    year, month = issued.year + months // 12, months % 12 + 1
    last = calendar.monthrange(year, month)[1]
    if issued.day > last:  # 29 February: the month ends before the same day comes
        return date(year, month, last)
    return date(year, month, issued.day) - timedelta(days=1)


def policy() -> dict[str, int | str]:
    """What holds for every certificate: `validity_months`, `renewal_days` before they end, the `layout` of the page."""
    return tomllib.loads(asset("certificate", "policy.toml").read_text("utf-8"))


def _of(language: str, told: Mapping[str, object]) -> Wording:
    months = told.get("months", ())
    words = {key: str(value) for key, value in told.items() if key != "months"}
    return Wording(language, words, tuple(months) if isinstance(months, list) else ())


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_SIZE_MOST + 1)
    except OSError as broken:
        raise BadWording(file=path.name, line=1, reason="unreadable") from broken
    if len(data) > _SIZE_MOST:
        raise BadWording(file=path.name, line=1, reason="large")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as broken:
        raise BadWording(file=path.name, line=data[: broken.start].count(b"\n") + 1, reason="encoding") from broken


def _where(path: Path, message: str, text: str) -> dict[str, object]:
    """File and line of what the reader of TOML complains of; it names the line in words only."""
    _, _, after = message.rpartition("(at line ")
    line = after.partition(",")[0]
    return {"file": path.name, "line": int(line) if line.isdecimal() else len(text.splitlines())}
