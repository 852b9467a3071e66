"""The list of simulated calls."""
