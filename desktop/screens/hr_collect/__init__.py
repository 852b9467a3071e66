"""HR takes in what branches have handed in: folders, sticks, ZIP files, with a verdict for each file."""
