"""The version of the program; a test keeps it equal to pyproject.toml's."""

VERSION = "0.1.0"
