"""One desk per role: load, apply a pure rule, save. What the other packages may call."""
