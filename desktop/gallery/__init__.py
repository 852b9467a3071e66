"""Every component in every state, on screen or as pictures: what a designer looks at before a screen is built."""
