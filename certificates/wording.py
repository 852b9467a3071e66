"""The words of the page per language, from assets/certificate; how dates, hours and validity are told."""

import calendar
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from certificates.assets import asset

LANGUAGES = ("zh", "en")


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
    """The words of one language."""
    told = tomllib.loads(asset("certificate", f"{language}.toml").read_text("utf-8"))
    months = tuple(told.pop("months", ()))
    return Wording(language, told, months)


def hours(minutes: int) -> str:
    """Study time in hours, rounded to the half hour, at least half an hour."""
    halves = max(1, (minutes + 15) // 30)
    return f"{halves // 2}.5" if halves % 2 else str(halves // 2)


def last_valid_day(issued: date) -> date:
    """The last day a certificate issued on that day is valid."""
    policy = tomllib.loads(asset("certificate", "policy.toml").read_text("utf-8"))
    months = issued.month - 1 + int(policy["validity_months"])
    year, month = issued.year + months // 12, months % 12 + 1
    last = calendar.monthrange(year, month)[1]
    if issued.day > last:  # 29 February: the month ends before the same day comes
        return date(year, month, last)
    return date(year, month, issued.day) - timedelta(days=1)
