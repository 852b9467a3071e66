"""What HR follows up: branches that have sent nothing, and files that contradict what is here."""
