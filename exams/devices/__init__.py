"""A branch PC as headquarters knows it: its keys, its request, the record it was given, what it vouches for."""
