"""A page that was left alone: the one who signed in comes back with the passphrase, anybody else signs in anew."""
