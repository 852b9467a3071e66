"""What goes back to branches: certificates that HR issues anew, and the signed receipts that take them along."""
