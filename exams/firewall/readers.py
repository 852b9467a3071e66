"""The functions that may read a file from outside, as `module:function`.

A reader takes the bytes and gives a value for strict JSON, or raises an `AcademyError`. It is pure: its process can
write no file. To add one: a line here.
"""

READERS = frozenset(("exams.trust.strict_json:read_json",))
