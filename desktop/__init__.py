"""The desktop app and the commands: two faces over the same desks. No SQL, no PDF library."""
