"""Which items a person gets: the blueprint, the draw, the paper. Pure; knows items and chance."""
