"""What a branch hands in, sealed for HR, and the checks that make it believed. Pure; knows all rules, no SQL."""
