"""One folder per screen: state, presenter, view. Screens do not know each other."""
