"""The incidents of a session, and the ways to note another."""
