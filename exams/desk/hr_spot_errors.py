"""What is refused of a finding that is marked at HR."""

from exams.errors import AcademyError


class SpotRefused(AcademyError):
    """Nothing was written.

    Facts `sitting`, `most` and `reason`: unknown (no accepted final with warnings, and no pair), name (nobody says
    it), note (none, or over `most` characters), state (it is so already).
    """

    code = "E_SPOT_CHECK"
