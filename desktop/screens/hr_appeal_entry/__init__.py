"""The form in which an appeal is entered."""
