"""The door of a headquarters: a name and the passphrase of the key that signs packs."""
