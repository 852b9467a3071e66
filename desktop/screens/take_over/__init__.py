"""A seat swap on the spare PC: it asks, waits for the sealed file, and takes the exam over."""
