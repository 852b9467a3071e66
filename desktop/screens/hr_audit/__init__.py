"""An audit pack is made: which days, which branches, where to."""
