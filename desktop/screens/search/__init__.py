"""Search over the course and its glossary."""
