"""What stands in a field and is no number yet, as the journal tells it."""

from exams.journal.line import Event
from exams.sittings.replay import replay
from tests.exams.sittings.story import LIMIT, Story


def test_a_draft_takes_the_place_of_an_answer_and_an_answer_that_of_a_draft():
    story = Story().tell(Event.ANSWER, position=4, value="12").tell(Event.DRAFT, position=4, text="12.")
    assert (replay(story.records).answers, replay(story.records).drafts) == ({}, {4: "12."})
    story.tell(Event.ANSWER, position=4, value="12.5")
    assert (replay(story.records).answers, replay(story.records).drafts) == ({4: "12.5"}, {})


def test_a_draft_that_came_too_late_or_after_the_end_changes_nothing():
    late = (
        Story().tell(Event.ANSWER, position=4, value="12").wait(LIMIT + 6_000).tell(Event.DRAFT, position=4, text="x")
    )
    over = Story().tell(Event.ANSWER, position=4, value="12").tell(Event.SUBMIT, cause="hand")
    for story in (late, over.tell(Event.DRAFT, position=4, text="x")):
        assert (replay(story.records).answers, replay(story.records).drafts) == ({4: "12"}, {})
