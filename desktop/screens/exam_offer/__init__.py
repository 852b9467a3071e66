"""The page before an exam: what it is, its rules, the session's code."""
