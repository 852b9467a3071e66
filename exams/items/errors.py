"""What items, responses and generators refuse."""

from exams.errors import AcademyError


class BadResponse(AcademyError):
    """The value is no response to such an item; facts: `type`, `reason` (shape, letter, same)."""

    code = "E_RESPONSE"


class BadNumber(BadResponse):
    """The text is no number we read; facts: `type`, `reason` (no_number, unit, hidden)."""

    code = "E_NUMBER"


class BadCalculation(AcademyError):
    """The calculator cannot work this out; facts: `reason`: empty, long, sign, form, bracket, zero, power or range."""

    code = "E_CALCULATION"


class BadTemplate(AcademyError):
    """A numerical item's generator or ranges cannot be used; facts: `generator`, `reason`, `name`."""

    code = "E_TEMPLATE"
