"""One mistake put right: what is corrected, what would change, proposed to a second officer."""
