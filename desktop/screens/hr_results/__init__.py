"""HR's home: who has passed, who has a certificate, who has not."""
