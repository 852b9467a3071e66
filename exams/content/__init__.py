"""From Markdown and TOML sources to checked parts and readable sections. Pure over files; knows items and papers."""
