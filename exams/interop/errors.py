"""Why a whole file of questions was not read; a single question that cannot be read is a `Rejected`."""

from exams.errors import AcademyError


class BankEmpty(AcademyError):
    """There is nothing in the file."""

    code = "E_BANK_EMPTY"


class BankFormat(AcademyError):
    """In no format that is read here; facts: `format`, empty where none was recognised."""

    code = "E_BANK_FORMAT"


class BankXml(AcademyError):
    """No whole XML, so Moodle takes nothing of it either; facts: `line`, `column`, `detail`."""

    code = "E_BANK_XML"


class BankSheet(AcademyError):
    """A workbook or a document that cannot be opened; facts: `detail`."""

    code = "E_BANK_SHEET"


class BankHeadings(AcademyError):
    """No table in the file has headings that name its columns within its first five rows."""

    code = "E_BANK_HEADINGS"


class BankLocked(AcademyError):
    """Locked with a password."""

    code = "E_BANK_LOCKED"


class BankMacros(AcademyError):
    """A workbook or a document that carries programs."""

    code = "E_BANK_MACROS"


class BankEntities(AcademyError):
    """XML with a document type, where entities of its own could stand."""

    code = "E_BANK_ENTITIES"


class RosterRefused(AcademyError):
    """A roster of which nobody was taken; facts: the `row` that spoils it, and the `reason`: staff_id, number, name,
    seat, twice, many, empty, encoding, quote.
    """

    code = "E_ROSTER"
