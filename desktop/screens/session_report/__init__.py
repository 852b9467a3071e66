"""What a session was: who sat, what became of their time, what the proctor did."""
