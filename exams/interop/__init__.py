"""Question banks in and out: other programs' files as our questions, and our questions as their files."""
