"""Every question of a practice paper with its explanation."""
