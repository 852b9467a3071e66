"""The proctor comes to a PC on which an exam is sat: the lock holds until a passphrase was accepted."""
