"""Worker processes: every question has its own answer, and one that kills its process costs nobody else anything."""

import pytest

from exams.firewall.errors import FileUnreadable
from exams.firewall.workers import ByteWorkers


def test_a_question_that_kills_its_process_is_refused_and_the_others_are_answered():
    with ByteWorkers("tests.exams.firewall.answering:make", ("hello ",), 2) as workers:
        asked = [workers.ask(question) for question in (b"1", b"die", b"2", b"3", b"4")]
        assert [asked[place].result() for place in (0, 2, 3, 4)] == [b"hello 1", b"hello 2", b"hello 3", b"hello 4"]
        with pytest.raises(FileUnreadable) as refused:
            asked[1].result()
    assert refused.value.facts == {"reason": "died"}
