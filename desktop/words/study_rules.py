"""Rules of learning in words, for HR's page, its command and the page of what headquarters has sent."""

from typing import TYPE_CHECKING

from desktop.words.catalogue import tr

if TYPE_CHECKING:
    from exams import StudyRules


def rules_text(rules: "StudyRules") -> str:
    """Both switches in one line."""
    gates = tr("quizzes before the final") if rules.gating else tr("all chapters and the final open")
    calls = tr("calls can be paused") if rules.call_pause else tr("calls cannot be paused")
    return tr("{gates}; {calls}").format(gates=gates, calls=calls)
