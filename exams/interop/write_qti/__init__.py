"""Questions written as items of QTI 2.1 and 3.0: built once in the names of 2.1, then told in those of a version."""
