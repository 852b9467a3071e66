"""A call read back: who said what, and how the caller felt."""

import pytest

from exams.scenarios.play import give_reply, start_call
from exams.scenarios.telling import Speaker, lines_of
from tests.exams.scenarios.sample import a_call


@pytest.fixture(scope="module")
def scenario(tmp_path_factory):
    return a_call(tmp_path_factory.mktemp("assets"))


def told(scenario, *replies):
    call = start_call(scenario)
    for one in replies:
        call = give_reply(call, one)
    return [(line.speaker.value, line.texts["en"], line.mood) for line in lines_of(call)]


def test_a_call_begins_with_the_caller(scenario):
    assert told(scenario) == [("caller", "Just my balance.", 3)]


def test_reaction_and_next_line_follow_the_reply_with_the_mood_it_made(scenario):
    assert told(scenario, "open-2") == [
        ("caller", "Just my balance.", 3),
        ("agent", "The check is a rule; without it nothing can be looked up, so please do.", 3),
        ("caller", "So many rules.", 4),
        ("caller", "Go on then.", 4),
    ]


def test_who_hangs_up_says_the_last_words_and_no_other_line(scenario):
    lines = told(scenario, "open-2", "ask-1")
    assert [text for speaker, text, _ in lines if speaker == Speaker.CALLER][-2:] == ["What manners!", "Forget it!"]
    assert "How much then?" not in [text for _, text, _ in lines]
