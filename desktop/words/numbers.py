"""Points and percents as people read them."""


def points_text(milli_points: int) -> str:
    """Milli-points as points, without trailing zeros: 27, 1.5."""
    whole, rest = divmod(abs(milli_points), 1000)
    sign = "-" if milli_points < 0 else ""
    return f"{sign}{whole}.{rest:03}".rstrip("0").rstrip(".")


def percent_text(percent: int) -> str:
    """A whole percent."""
    return f"{percent}%"
