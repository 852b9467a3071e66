"""The notebook of mistakes: what was missed, what is due today, and a round that asks it again."""
