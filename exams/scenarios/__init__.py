"""Simulated calls: a branching graph of lines and replies, the engine that plays it, and what its best play reaches."""
