"""What the register's rules refuse."""

from exams.errors import AcademyError


class StaffHeadings(AcademyError):
    """No row of headings with a staff id and a name in the first rows; facts: none."""

    code = "E_STAFF_HEADINGS"


class StaffListSpoilt(AcademyError):
    """The list was not taken in because rows of it are wrong; facts: `count`, `row` and `reason` of the first."""

    code = "E_STAFF_LIST"


class BadAssignment(AcademyError):
    """Facts `reason`: course (no such name), name (nobody of that kind), day (no day in ISO form)."""

    code = "E_ASSIGNMENT"


class PersonUnknown(AcademyError):
    """Nobody of this staff id is in the register; facts: `staff_id`."""

    code = "E_PERSON_UNKNOWN"


class TooManyRows(AcademyError):
    """More rows than a workbook takes; facts: `most`."""

    code = "E_TOO_MANY_ROWS"


class BadMerge(AcademyError):
    """Facts `reason`: same (one id), unknown (`staff_id` is on no list), id_number (they differ), merged (one was)."""

    code = "E_MERGE"
