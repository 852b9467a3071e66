"""The proctor's home: the open session, who sits now, what came of it."""
