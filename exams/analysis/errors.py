"""Why a table of marks was not analysed; rows count from 1 with the heading, columns from 1 with the sitting."""

from exams.errors import AcademyError


class MarksEmpty(AcademyError):
    """No sitting or no item in the file."""

    code = "E_MARKS_EMPTY"


class MarksEncoding(AcademyError):
    """Neither UTF-8 nor GB18030."""

    code = "E_MARKS_ENCODING"


class MarksTable(AcademyError):
    """Not the rows of one table; facts: `row`, `reason` (quote, width), `cells`, `wanted`."""

    code = "E_MARKS_TABLE"


class MarksHeading(AcademyError):
    """A heading that names no item; facts: `column`, `text`, `reason` (sitting, name, twice, maximum)."""

    code = "E_MARKS_HEADING"


class MarksCell(AcademyError):
    """A cell that is no mark; facts: `row`, `column`, `item`, `text`, `maximum`, `reason` (number, range, sitting)."""

    code = "E_MARKS_CELL"


class MarksLimit(AcademyError):
    """More than is analysed at once; facts: `most`, `reason` (items, sittings, cells)."""

    code = "E_MARKS_LIMIT"


class MarksPooled(AcademyError):
    """Not the figures that HR pools over all branches."""

    code = "E_MARKS_POOLED"
