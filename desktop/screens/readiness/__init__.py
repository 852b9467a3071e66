"""Is this PC ready for an exam day?"""
