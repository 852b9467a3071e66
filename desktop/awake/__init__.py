"""Keeps the PC awake while a session is open; what holds it ends with the process at the latest."""
