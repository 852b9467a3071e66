"""A seat swap on the old PC: the spare PC's request is read, the exam leaves with a sealed file."""
