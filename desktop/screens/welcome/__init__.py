"""The first page of an installation, and what stands there when its data cannot be opened."""
