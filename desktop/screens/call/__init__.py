"""A simulated call: the conversation, the note, the clock."""
