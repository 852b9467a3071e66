"""Results that HR holds: session by session, until an officer releases them."""
