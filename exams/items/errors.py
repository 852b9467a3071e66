"""What items, responses and generators refuse."""

from exams.errors import AcademyError


class BadResponse(AcademyError):
    """The value is no response to such an item; facts: `type`, `reason` (shape, letter, same)."""

    code = "E_RESPONSE"


class BadNumber(BadResponse):
    """The text is no number we read; facts: `type`, `reason` (no_number, unit, hidden)."""

    code = "E_NUMBER"


class BadTemplate(AcademyError):
    """A numerical item's generator or ranges cannot be used; facts: `generator`, `reason`, `name`."""

    code = "E_TEMPLATE"
