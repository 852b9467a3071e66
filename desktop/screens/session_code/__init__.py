"""The code of a session that has just been opened, shown once."""
