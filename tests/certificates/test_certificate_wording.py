"""The words of the page: how they tell time and validity, and what HR is told of its own."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certificates.assets import asset
from certificates.errors import BadWording
from certificates.page_form import LAYOUTS, WORDING_FOLDER, home_form, our_form
from certificates.page_specimen import SPECIMEN, checked_form, specimen_code
from certificates.wording import LANGUAGES, hours, last_valid_day, read_wording, wording


@pytest.mark.parametrize(
    ("minutes", "told"), [(1, "0.5"), (44, "0.5"), (45, "1"), (60, "1"), (95, "1.5"), (390, "6.5")]
)
def test_study_time_is_told_in_half_hours(minutes, told):
    assert hours(minutes) == told


@pytest.mark.parametrize(
    ("issued", "last"),
    [
        (date(2026, 11, 20), date(2028, 11, 19)),
        (date(2026, 1, 1), date(2027, 12, 31)),
        (date(2026, 3, 1), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2030, 2, 28)),
    ],
)
def test_a_certificate_is_valid_for_two_years_to_the_day(issued, last):
    assert last_valid_day(issued) == last


def test_both_languages_say_the_same_things():
    assert set(wording("zh").words) == set(wording("en").words)


@pytest.fixture
def folder(tmp_path):
    """Our own words, to be changed."""
    for language in LANGUAGES:
        (tmp_path / f"{language}.toml").write_bytes(asset("certificate", f"{language}.toml").read_bytes())
    return tmp_path


def put(folder, language, key, line):
    """Another line in place of a key's; gives the number of that line."""
    path = folder / f"{language}.toml"
    lines = path.read_text("utf-8").splitlines()
    number = next(n for n, each in enumerate(lines, 1) if each.startswith(f"{key} = "))
    lines[number - 1] = line
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return number


@pytest.mark.parametrize("layout", LAYOUTS)
def test_our_own_words_pass_the_check(folder, layout):
    assert checked_form(folder, layout) == our_form(layout)


@pytest.mark.parametrize(
    ("key", "line", "reason", "told"),
    [
        ("score", 'scores = "Score"', "unknown_key", ""),
        ("course", 'course = "{titel}"', "unknown_placeholder", "{titel}"),
        ("course", 'course = "{title.__class__}"', "unknown_placeholder", "{title.__class__}"),
        ("course", 'course = "{title!r}"', "unknown_placeholder", "{title}"),
        ("course", 'course = "{title:>9}"', "unknown_placeholder", "{title}"),
        ("course", 'course = "{}"', "unknown_placeholder", "{}"),
        ("course", 'course = "{title"', "unknown_placeholder", "{"),
        ("score", 'score = "Score {title}"', "unknown_placeholder", "{title}"),
        ("course", 'course = "the course"', "missing_placeholder", "{title}"),
        ("date", 'date = "{day} {month_name}"', "missing_placeholder", "{year}"),
        ("title", 'title = " "', "not_text", ""),
        ("title", 'title = "A\\nB"', "not_text", ""),
        ("title", "title = 7", "not_text", ""),
        ("title", 'title = "结业🎓"', "missing_glyph", "🎓"),
        ("title", "title = CERTIFICATE", "syntax", None),
        ("title", 'certify = "twice"\nx', "syntax", None),
        ("months", 'months = ["January"]', "months", ""),
        ("statement", f'statement = "{"so " * 80}"', "too_long", ""),
        ("certify", f'certify = "{"so " * 60}"', "too_long", ""),
        ("score", f'score = "{"Score " * 8}"', "too_long", ""),
        ("provisional", f'provisional = "{"confirm " * 12}"', "too_long", ""),
        ("not_valid", f'not_valid = "{"NOT VALID " * 6}"', "too_long", ""),
        ("seal", f'seal = "{{bank}} {"seal " * 20}"', "too_long", ""),
        ("seal_inner", f'seal_inner = "{"seal " * 5}"', "too_long", ""),
    ],
)
def test_a_fault_is_told_with_its_file_and_line(folder, key, line, reason, told):
    number = put(folder, "en", key, line)
    with pytest.raises(BadWording) as refused:
        checked_form(folder, "en" if key.startswith("seal") else "both")
    facts = refused.value.facts
    assert (facts["file"], facts["reason"]) == ("en.toml", reason)
    assert facts["line"] in ({number, number + 1} if reason == "syntax" else {number})
    assert told is None or facts["told"] == told


def test_a_missing_text_is_named(folder):
    put(folder, "zh", "certify", "")
    with pytest.raises(BadWording) as refused:
        checked_form(folder, "both")
    last = len((folder / "zh.toml").read_text("utf-8").splitlines())
    assert refused.value.facts == {"file": "zh.toml", "line": last, "reason": "missing_key", "key": "certify"}


def test_a_file_in_another_encoding_is_told_from_one_that_is_too_large(folder):
    path = folder / "zh.toml"
    text = path.read_text("utf-8")
    for data, reason, line in ((text.encode("gb18030"), "encoding", 2), (b"#" * 70_000, "large", 1)):
        path.write_bytes(data)
        with pytest.raises(BadWording) as refused:
            read_wording("zh", path)
        assert (refused.value.facts["reason"], refused.value.facts["line"]) == (reason, line)


@settings(max_examples=150)
@given(st.text(max_size=300) | st.from_regex(r'([a-z_]{1,9} = ("[{}a-z!:.]{0,9}"|\[\]|7)\n){1,5}', fullmatch=True))
def test_whatever_the_file_holds_it_is_read_or_refused_with_a_line(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("words") / "zh.toml"
    path.write_text(text, "utf-8", newline="")
    with pytest.raises(BadWording) as refused:
        read_wording("zh", path)
    assert refused.value.facts["line"] >= 0


def test_a_home_issues_in_its_own_words_where_it_has_some(folder, tmp_path):
    home = tmp_path / "home"
    assert home_form(home) == our_form("both")
    put(folder, "zh", "certify", 'certify = "特此证明"')
    (home / WORDING_FOLDER).mkdir(parents=True)
    (home / WORDING_FOLDER / "zh.toml").write_bytes((folder / "zh.toml").read_bytes())
    form = home_form(home)
    assert form.say("zh", "certify") == "特此证明"
    assert form.words[1] == wording("en")


def test_the_specimen_can_be_taken_for_no_certificate():
    assert SPECIMEN.demonstration
    assert SPECIMEN.number.startswith("DEMO-")
    assert specimen_code().partition(":")[0] == "SPECIMEN"
