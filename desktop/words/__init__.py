"""Words for people: English in the source, the other languages from gettext catalogues."""

from desktop.words.catalogue import language, mark, pick, tr, trn, use_language

__all__ = ["language", "mark", "pick", "tr", "trn", "use_language"]
