"""HR's register, pure: what becomes of a bundle, who is due, what a staff list changes, how tables leave the house."""
