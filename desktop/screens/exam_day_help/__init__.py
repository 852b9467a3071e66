"""What to do on the day, for each role, at hand on every screen."""
