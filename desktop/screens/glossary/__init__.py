"""The glossary: every term in Chinese and English."""
