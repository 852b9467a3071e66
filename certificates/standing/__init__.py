"""What HR says of certificates after they were issued: confirmed, revoked, superseded; in lists that it signs."""
