"""Spot checks: branches whose finals have warnings, and pairs of a room with the same mistakes."""
