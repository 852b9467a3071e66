"""How long somebody has really been reading."""

from exams import Clock

STILL_READING_MS = 120_000
"""So long after the last move a person still counts as reading: a long paragraph needs no hand."""
LONGEST_BEAT_MS = 5_000
"""A longer gap between two ticks is a machine that slept or stood still, not somebody who read."""


class ReadingTime:
    """Counts only while the window is in front and the person moved not long ago."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = self._moved = clock.now().mt
        self._spent = 0

    def moved(self) -> None:
        """The person scrolled, typed, pressed or moved the pointer."""
        self._moved = self._clock.now().mt

    def tick(self, *, in_front: bool) -> None:
        """Count the time since the last tick, or leave it out."""
        now = self._clock.now().mt
        gap, self._last = now - self._last, now
        if in_front and now - self._moved <= STILL_READING_MS:
            self._spent += min(max(0, gap), LONGEST_BEAT_MS)

    @property
    def seconds(self) -> int:
        """Whole seconds that nobody has taken yet."""
        return self._spent // 1000

    def take(self) -> int:
        """Hand the whole seconds over; what is left of one goes on counting."""
        seconds = self.seconds
        self._spent -= seconds * 1000
        return seconds
