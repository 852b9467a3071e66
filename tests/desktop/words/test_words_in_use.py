"""Words change with the language; times and numbers read as people write them."""

import os
from datetime import date
from gettext import GNUTranslations

import pytest

from desktop.words import language, mark, pick, tr, trn, use_language
from desktop.words.clock import clock_text, date_text, datetime_text, day_text, length_text, minutes_text, spoken_clock
from desktop.words.compile import compile_catalogues
from desktop.words.errors import error_sentence, sentence
from desktop.words.languages import other_language, system_language
from desktop.words.numbers import points_text
from exams.errors import AcademyError

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=1; plural=0;\\n"\n'
ONE = 'msgid "Hand in"\nmsgstr "交卷"\n'
TWO = 'msgid "{n} minute"\nmsgid_plural "{n} minutes"\nmsgstr[0] "{n} 分钟"\n'


@pytest.fixture
def catalogues(tmp_path):
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "one.po").write_text(HEADER + ONE, "utf-8")
    (tmp_path / "zh" / "two.po").write_text(HEADER + TWO, "utf-8")
    compile_catalogues(tmp_path)
    yield tmp_path / "zh"
    use_language("en")


def test_all_catalogues_of_a_language_speak_with_one_voice(catalogues):
    use_language("zh", catalogues)
    assert language() == "zh"
    assert tr("Hand in") == "交卷"
    assert minutes_text(20) == "20 分钟"


def test_a_catalogue_written_anew_is_heard_at_the_next_change_of_language(catalogues):
    use_language("zh", catalogues)
    assert tr("Hand in") == "交卷"
    (catalogues / "one.po").write_text(HEADER + ONE.replace("交卷", "提交"), "utf-8")
    compile_catalogues(catalogues.parent)
    os.utime(catalogues / "one.mo", (2_000_000_000, 2_000_000_000))
    assert tr("Hand in") == "交卷"
    use_language("zh", catalogues)
    assert tr("Hand in") == "提交"
    assert minutes_text(20) == "20 分钟"


def test_a_compiled_catalogue_holds_no_time_of_its_compiling(catalogues):
    with (catalogues / "one.mo").open("rb") as file:
        told = GNUTranslations(file).info()
    assert {told[name][:10] for name in ("pot-creation-date", "po-revision-date")} == {"1970-01-01"}


def test_a_text_without_translation_stays_as_it_is(catalogues):
    use_language("zh", catalogues)
    assert tr("Nobody has translated this") == "Nobody has translated this"
    assert tr("") == ""


@pytest.mark.parametrize(("minutes", "said"), [(45, "45 minutes"), (60, "1 h"), (492, "8 h 12 min")])
def test_a_length_beyond_an_hour_is_told_in_hours(minutes, said):
    use_language("en")
    assert length_text(minutes) == said


def test_english_has_its_plurals():
    use_language("en")
    assert trn("{n} question of {total}", "{n} questions of {total}", 1, total=9) == "1 question of 9"
    assert trn("{n} question of {total}", "{n} questions of {total}", 3, total=9) == "3 questions of 9"
    assert mark("Later") == "Later"


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="fr"):
        use_language("fr")


def test_content_is_shown_in_the_language_or_in_what_there_is(catalogues):
    assert pick({"zh": "客服", "en": "Service"}) == "Service"
    assert pick({"zh": "客服"}) == "客服"
    assert pick({}) == ""
    use_language("zh", catalogues)
    assert pick({"zh": "客服", "en": "Service"}) == "客服"


@pytest.mark.parametrize(("seconds", "shown"), [(0, "00:00"), (-5, "00:00"), (65, "01:05"), (3_725, "1:02:05")])
def test_time_left_reads_as_a_clock(seconds, shown):
    assert clock_text(seconds) == shown


def test_time_left_can_be_listened_to():
    assert spoken_clock(65) == "1 minute 5 seconds"
    assert spoken_clock(1) == "1 second"


def test_days_are_written_as_the_language_writes_them(catalogues):
    moment = 1_795_500_000_000
    assert day_text(date(2026, 3, 9)) == "9 Mar 2026"
    assert datetime_text(moment).startswith(date_text(moment))
    use_language("zh", catalogues)
    assert day_text(date(2026, 3, 9)) == "2026年3月9日"


@pytest.mark.parametrize(
    ("milli", "shown"), [(27_000, "27"), (1_500, "1.5"), (0, "0"), (333, "0.333"), (-250, "-0.25")]
)
def test_points_have_no_trailing_zeros(milli, shown):
    assert points_text(milli) == shown


def test_the_other_language_is_one_press_away():
    assert other_language("zh").code == "en"
    assert other_language("en").code == "zh"


@pytest.mark.parametrize(
    ("locale", "code"), [("en_GB.UTF-8", "en"), ("zh_CN.UTF-8", "zh"), ("C", "zh"), ("de_DE", "zh")]
)
def test_the_desktop_language_is_taken_where_we_speak_it(monkeypatch, locale, code):
    monkeypatch.setenv("LANGUAGE", locale)
    assert system_language() == code


def test_a_failure_says_what_happened_and_what_to_do_next():
    said = sentence("E_SIGN_IN_WAIT", {"wait_seconds": 8})
    assert "8 seconds" in said.text
    assert said.what != said.next


def test_an_obstacle_has_its_own_sentence():
    assert sentence("E_CANNOT_BEGIN", {"obstacle": "no_session"}) != sentence("E_CANNOT_BEGIN")
    assert sentence("E_CANNOT_BEGIN", {"obstacle": "unheard_of"}) == sentence("E_CANNOT_BEGIN")


def test_a_missing_fact_does_not_make_matters_worse():
    assert "–" in sentence("E_SIGN_IN_WAIT").next


def test_a_code_nobody_knows_gets_the_general_sentence():
    class Odd(AcademyError):
        code = "X_ODD"

    assert error_sentence(Odd()) == sentence("E_ACADEMY")


def test_a_faulty_catalogue_is_named(tmp_path):
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "broken.po").write_text(HEADER + 'msgid "a"\nnonsense\nmsgstr "b"\n', "utf-8")
    with pytest.raises(ValueError, match="broken"):
        compile_catalogues(tmp_path)
