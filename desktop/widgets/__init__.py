"""What screens are made of. Import from the modules: this file stays empty so that start-up stays lean."""
