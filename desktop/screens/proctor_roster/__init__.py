"""Who is expected in a session: looked for, checked in, shown the code they begin with."""
