"""Study progress, gating and what to do next. Pure; knows nothing of ours but errors and grading."""
