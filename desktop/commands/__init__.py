"""One file per command, loaded when it is called for; none of them imports Qt."""
