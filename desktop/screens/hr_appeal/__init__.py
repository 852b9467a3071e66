"""One appeal: what was said, and what a second person decides."""
