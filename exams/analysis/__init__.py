"""How well items and an exam measure: Moodle's quiz statistics and those of Chinese practice, from marks alone."""
