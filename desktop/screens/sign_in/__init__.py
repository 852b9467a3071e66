"""Signing in: staff id and PIN; in a demonstration also who there is."""
