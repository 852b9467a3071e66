"""Line numbers of TOML tables and keys."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from exams.content.toml_lines import toml_lines

TEXT = '''\
# a comment with [brackets]
top = 1
long = """
[not_a_table]
key = "no"
"""
list = [
  "x = 1",   # ]
  ["y"],
]
[[item]]
id = 'it [ is'
[item.zh.options]
A = "a # [ no"
"B c" = "]"
[[item]]
id = "two"
key = {best = "C", worst = "A"}
[[item.note]]
text = "first of the second"
[[item.note]]
a.b = 3
[other]
after = true
'''


def test_tables_and_keys_are_found_where_they_stand():
    lines = toml_lines(TEXT)
    assert lines[("top",)] == 2
    assert lines[("list",)] == 7
    assert lines[("item", 0)] == 11
    assert lines[("item", 0, "zh", "options", "A")] == 14
    assert lines[("item", 0, "zh", "options", "B c")] == 15
    assert lines[("item", 1, "id")] == 17
    assert lines[("item", 1, "note", 0, "text")] == 20
    assert lines[("item", 1, "note", 1, "a", "b")] == 22
    assert lines[("other", "after")] == 24


def test_what_stands_in_long_strings_and_lists_is_no_key():
    lines = toml_lines(TEXT)
    assert ("key",) not in lines
    assert ("not_a_table",) not in lines
    assert ("x",) not in lines


def test_every_key_the_standard_reader_knows_has_a_line():
    def paths(value, path=()):
        if isinstance(value, dict):
            for key, inside in value.items():
                yield (*path, key)
                yield from paths(inside, (*path, key))
        elif isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            for number, inside in enumerate(value):
                yield from paths(inside, (*path, number))

    lines = toml_lines(TEXT)
    inline = {("item", 1, "key", "best"), ("item", 1, "key", "worst")}
    missing = {path for path in paths(tomllib.loads(TEXT)) if path not in lines} - inline
    # A table that is only named on the way to a deeper one has no line of its own.
    assert missing == {("item",), ("item", 0, "zh"), ("item", 1, "note")}


@given(st.text(alphabet="ab=.\"'[]{}#\n \\", max_size=200))
def test_no_text_makes_the_scanner_fail(text):
    lines = toml_lines(text)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())
