"""Words that the pages of simulated calls share: moods, how hard a call is, the rubric."""

from desktop.words.catalogue import mark, tr
from desktop.words.clock import minutes_text

MOODS = (mark("calm"), mark("uneasy"), mark("upset"), mark("angry"), mark("beside oneself"))
"""From 0 calm to 4; each has a drawing `mood_0` to `mood_4`."""

LEVELS = {"easy": mark("easy"), "medium": mark("medium"), "hard": mark("hard")}

CRITERIA = {
    "compliance": mark("Compliance"),
    "listening": mark("Listening and calming"),
    "enquiry": mark("Asking and finding out"),
    "accuracy": mark("Accuracy"),
    "solution": mark("Solution and promise"),
    "record": mark("Record and close"),
    "language": mark("Language"),
}
"""The rubric's criteria, in its order."""


def about_minutes(seconds: int) -> str:
    """A call's target as a length: about 7 minutes."""
    return tr("About {minutes}").format(minutes=minutes_text(-(-seconds // 60)))
