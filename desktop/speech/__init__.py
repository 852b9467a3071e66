"""Reading aloud by the speech program that the PC has; Qt runs it, nothing goes over a network."""
