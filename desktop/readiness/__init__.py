"""Whether this PC is ready for an exam day: facts are gathered, then judged; both without a window."""
