"""HR enters a person; what is refused is said at its field and stays to be corrected."""
