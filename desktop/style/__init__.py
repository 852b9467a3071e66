"""Looks are decided here once: tokens by purpose, one palette, one sheet, one icon family."""
