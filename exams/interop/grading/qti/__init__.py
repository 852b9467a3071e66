"""QTI response processing: templates and a small engine for what items bring themselves."""

from exams.interop.grading.qti.grade import grade_qti as grade_qti
from exams.interop.grading.qti.grade import takes as takes
