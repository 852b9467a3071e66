"""The lower half of a result: the scores by chapter and by level, and the rule they were made by."""

from PySide6.QtWidgets import QWidget

from desktop.screens.exam_result.state import ExamResultState
from desktop.widgets.card import Card
from desktop.widgets.layout import clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.progress import ScoreBars
from desktop.words import tr


class ResultScores(QWidget):
    """Shown once a sitting is graded."""

    def __init__(self) -> None:
        super().__init__()
        self._chapters, self._levels = ScoreBars(), ScoreBars()
        by_chapter = Card(tr("By chapter"))
        by_chapter.add(label(tr("The line in each bar is the pass line."), "small"))
        by_chapter.add(self._chapters)
        self._by_level = named(Card(tr("By kind of question")), "by_level")
        self._by_level.add(self._levels)
        self._rule = column(gap="xs")
        self._rule_card = named(Card(tr("How it was scored"), icon="info"), "scoring_rule")
        self._rule_card.add(self._rule)
        self.setLayout(column(by_chapter, self._by_level, self._rule_card, gap="l"))

    def show_scores(self, state: ExamResultState) -> None:
        """Make the bars and the rule agree with the state."""
        self._chapters.show_scores(state.chapters)
        self._levels.show_scores(state.levels)
        show_if(self._by_level, bool(state.levels))
        clear_layout(self._rule)
        for line in state.rule:
            self._rule.addWidget(label(line, "body"))
        show_if(self._rule_card, bool(state.rule))
