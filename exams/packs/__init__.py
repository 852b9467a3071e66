"""Packs from headquarters: sealed exams, slots and codes, the container, publishing and installing."""
