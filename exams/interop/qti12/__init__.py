"""QTI 1.2 as Canvas, Blackboard, Respondus, ILIAS and others write it."""
