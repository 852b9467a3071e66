"""The report of a rehearsal says first that it counts for nothing, then what to mend; another says neither."""

from dataclasses import replace

from certificates import Heading, Lines
from desktop.screens.session_report.rehearsed import mend_texts, outcome_facts, report_title
from desktop.screens.session_report.telling import report_text
from desktop.wiring.room_sheets import report_sheet
from exams import SessionReport, SittingFacts
from tests.desktop.screens.staff_desks import SESSION, a_line, graded
from tests.exams.desk.branch_pc import MINUTE

TITLE = "Rehearsal – counts for nothing"
LEFT = SittingFacts(graded("s1"), 20 * MINUTE, 9 * MINUTE, 0, 0, 0, 0, 2, (), 9_000)
STILL = SittingFacts(a_line("s2", answered=0), 20 * MINUTE, 9 * MINUTE, 0, 0, 0, 0, 0, ())
REHEARSED = SessionReport(replace(SESSION, rehearsal=True, open=False), (LEFT, STILL), (), 88, "ab" * 32)
REAL = replace(REHEARSED, session=SESSION)


def test_a_rehearsal_is_told_in_numbers_and_in_what_to_mend():
    facts = {fact.name: fact.value for fact in outcome_facts(REHEARSED)}
    assert (facts["Began"], facts["Handed in"]) == ("2", "1")
    assert facts["Exam window left"].startswith("2 · ")
    assert mend_texts(REHEARSED)[:3] == (
        "1 exam was not handed in by its person.",
        "Of 1 person no answer was saved.",
        "The exam window was left 2 times: close other programs and messages on those PCs.",
    )


def test_where_nobody_came_nothing_is_said_of_the_window():
    assert outcome_facts(replace(REHEARSED, sittings=()))[-1].value == "–"


def test_a_session_that_counts_has_no_word_of_a_rehearsal():
    assert (report_title(REAL), outcome_facts(REAL), mend_texts(REAL)) == ("Report of the session", (), ())
    assert TITLE not in report_text(REAL, "00")


def test_the_text_and_the_slip_of_a_rehearsal_are_headed_by_what_it_is():
    assert report_text(REHEARSED, "00").startswith(f"{TITLE}\n")
    sheet = report_sheet(REHEARSED, "00")
    assert (sheet.title, sheet.parts[0]) == (TITLE, Heading("What the rehearsal showed"))
    assert Lines(mend_texts(REHEARSED)) in sheet.parts
