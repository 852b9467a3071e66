"""The functions that may read a file from outside, as `module:function`.

A reader takes the bytes and gives a value for strict JSON, or raises an `AcademyError`. It is pure: its process can
write no file. To add one: a line here.
"""

READERS = frozenset(
    (
        "exams.analysis.inlet:analysis_text",
        "exams.analysis.inlet:figures_text",
        "exams.interop.inlets:aiken",
        "exams.interop.inlets:any_format",
        "exams.interop.inlets:cloze",
        "exams.interop.inlets:csv",
        "exams.interop.inlets:docx",
        "exams.interop.inlets:gift",
        "exams.interop.inlets:missing_word",
        "exams.interop.inlets:moodle_xml",
        "exams.interop.inlets:qti12",
        "exams.interop.inlets:qti2",
        "exams.interop.inlets:qti_package",
        "exams.interop.inlets:text",
        "exams.interop.inlets:xls",
        "exams.interop.inlets:xlsx",
        "exams.interop.records:records",
        "exams.interop.records:records_csv",
        "exams.interop.records:records_gift",
        "exams.interop.roster:roster_text",
        "exams.register.archive:members",
        "exams.register.letters:members",
        "exams.register.people_file:people_csv",
        "exams.register.people_file:people_xls",
        "exams.register.people_file:people_xlsx",
        "exams.trust.strict_json:read_json",
    )
)
