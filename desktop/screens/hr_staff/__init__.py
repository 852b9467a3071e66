"""HR takes in a staff list: what it would change, then the change, and the way back."""
