"""All appeals, those that wait first."""
