"""What a part means; the one value every window needs at once."""

from enum import StrEnum


class Tone(StrEnum):
    """What a part means; its colour follows."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
