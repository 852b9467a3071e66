"""One pure, versioned function from key and responses to marks. Integers only; knows items and papers."""
