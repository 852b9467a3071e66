"""QTI 2.0 to 3.0 through one reader: the names of 3.0 are read as those of 2.x."""
