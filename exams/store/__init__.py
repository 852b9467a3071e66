"""SQL and the databases' files. Nothing outside this folder speaks SQL."""
