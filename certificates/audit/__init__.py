"""Audit packs: a signed folder that proves for any day of a span who held a valid certificate, and on which edition."""
