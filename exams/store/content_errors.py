"""What can stand between us and the content database."""

from exams.errors import AcademyError


class ContentMissing(AcademyError):
    """There is no content database; facts name the `path`."""

    code = "E_CONTENT_MISSING"


class ContentDamaged(AcademyError):
    """The file is no content database of ours, or cannot be read; facts: `path`, `detail`."""

    code = "E_CONTENT_DAMAGED"


class ContentNewer(AcademyError):
    """Built by a newer version of the program; facts: `path`, `found`, `known`."""

    code = "E_CONTENT_NEWER"


class ContentOlder(AcademyError):
    """Built by an older version of the program: build it again; facts: `path`, `found`, `known`."""

    code = "E_CONTENT_OLDER"


class NotInContent(AcademyError):
    """The content has no such section, item, key or blueprint; facts: `kind`, `id`."""

    code = "E_NOT_IN_CONTENT"


class ExamSealed(AcademyError):
    """Exam items or keys are asked for that nobody has unsealed; facts: `kind`, `id`."""

    code = "E_SEALED"


class SourcesFaulty(AcademyError):
    """Nothing is built from sources with faults; facts: `count`."""

    code = "E_SOURCES_FAULTY"


class ContentNotWritten(AcademyError):
    """The database could not be written; what stood there before is untouched; facts: `path`, `detail`."""

    code = "E_CONTENT_NOT_WRITTEN"
