"""The page before handing in: what is answered, what is not."""
