"""One answer before its marker."""
