"""What changed in the sections that were read: the difference, and the signature under it."""
