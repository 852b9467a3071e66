"""Which warning about the time left is due: a pure fact of the limit and what is left."""

ALERT_MINUTES = (10, 2)


def alert_of(limit_ms: int, remaining_ms: int | None) -> int | None:
    """The smallest warning, in minutes, that holds now; None before the first, and for those a short limit began under.

    A screen tells it once each time it changes to a smaller one; an extension takes it back.
    """
    if remaining_ms is None:
        return None
    due = [minutes for minutes in ALERT_MINUTES if remaining_ms <= minutes * 60_000 < limit_ms]
    return min(due, default=None)
