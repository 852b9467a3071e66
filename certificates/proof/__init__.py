"""What a certificate proves itself with: signed code, signed file, open credential; and those who check them."""
