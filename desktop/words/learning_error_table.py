"""Sentences for what marks and signatures are refused for. One entry per code: what happened, what to do next."""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_MARK": (
        mark("This mark cannot be kept: its note is too long, or there are too many marks."),
        mark("Shorten the note, or remove marks that you need no more."),
    ),
    "E_NOTHING_TO_SIGN": (
        mark("Section {section} reads as you have read it: there is nothing to sign."),
        mark("Go on reading."),
    ),
}
