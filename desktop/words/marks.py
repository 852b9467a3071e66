"""Marks that stand in both languages at once, whoever looks."""

from desktop.words.catalogue import mark

DEMONSTRATION_ONLY = mark("演示 · Demonstration only")
"""On everything that a demonstration's keys have signed."""

PRINT_COPY = mark("打印副本，原件为签名的 PDF 文件 · Print copy; the signed PDF file is the original")
"""On every page of a print run."""
