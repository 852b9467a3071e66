"""The words of the certificate tried out: three layouts, two specimens, what is wrong and in which line."""
