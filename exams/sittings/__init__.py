"""One person, one paper, one clock: a sitting is what its journal lines say. Pure; knows papers and grading."""
