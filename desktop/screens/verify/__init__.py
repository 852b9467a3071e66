"""Checking certificates: files, scans, printed codes; a verdict for each."""
