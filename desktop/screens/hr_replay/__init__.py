"""A collected sitting as it was shown and answered, step by step."""
