"""One section of the course, set as a page to read, with its self-checks."""
