"""Who may sign in: staff ids, names, PINs, lockout. Pure; knows nothing of ours but errors."""
