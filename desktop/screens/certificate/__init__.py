"""A certificate on the screen: look, save, print."""
