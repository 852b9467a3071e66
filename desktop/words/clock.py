"""Times and durations as people read them."""

from datetime import UTC, date, datetime

from desktop.words.catalogue import language, tr, trn


def clock_text(seconds: int) -> str:
    """Time left as a clock: 19:05, or 1:02:05 from an hour on."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def spoken_clock(seconds: int) -> str:
    """Time left in words, for those who listen."""
    minutes, rest = divmod(max(0, seconds), 60)
    spoken_seconds = trn("{n} second", "{n} seconds", rest)
    if not minutes:
        return spoken_seconds
    spoken_minutes = minutes_text(minutes)
    return tr("{minutes} {seconds}").format(minutes=spoken_minutes, seconds=spoken_seconds)


def minutes_text(minutes: int) -> str:
    """A length of time in whole minutes."""
    return trn("{n} minute", "{n} minutes", minutes)


def length_text(minutes: int) -> str:
    """A length of time that may be hours: 45 minutes, 8 h 12 min."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return minutes_text(minutes)
    return tr("{hours} h {minutes} min").format(hours=hours, minutes=rest) if rest else tr("{n} h").format(n=hours)


def date_text(wt_ms: int) -> str:
    """The local day of a wall-clock reading (milliseconds UTC)."""
    return day_text(_local(wt_ms).date())


def time_text(wt_ms: int) -> str:
    """The local time of day of a wall-clock reading: 14:05."""
    return f"{_local(wt_ms):%H:%M}"


def datetime_text(wt_ms: int) -> str:
    """The local day and time of a wall-clock reading."""
    return f"{date_text(wt_ms)} {time_text(wt_ms)}"


def day_text(day: date) -> str:
    """A day as the language writes it: 2026年11月24日, 24 Nov 2026."""
    if language() == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _local(wt_ms: int) -> datetime:
    return datetime.fromtimestamp(wt_ms / 1000, tz=UTC).astimezone()
