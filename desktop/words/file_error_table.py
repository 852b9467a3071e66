"""Sentences for files that come from outside; written as those of `error_table` are."""

from desktop.words.catalogue import mark

SENTENCES: dict[str, tuple[str, str]] = {
    "E_TIMEOUT": (
        mark("Reading the file took longer than {seconds} seconds and was stopped."),
        mark("Nothing was taken in. Ask whoever made the file for a smaller one."),
    ),
    "E_MEMORY": (
        mark("Reading the file would take more than {most_mb} MB of memory and was stopped."),
        mark("Nothing was taken in. Ask whoever made the file for a smaller one."),
    ),
    "E_UNREADABLE.no_file": (
        mark("There is no such file."),
        mark("Check the name, and that the stick is still plugged in."),
    ),
    "E_UNREADABLE.broken": (
        mark("The file is spoilt or is not of the kind asked for."),
        mark("Nothing was taken in. Copy it again from where it came from."),
    ),
    "E_UNREADABLE.died": (
        mark("The file could not be read to its end."),
        mark("Nothing was taken in. Copy it again from where it came from; if that does not help, tell headquarters."),
    ),
    "E_UNREADABLE.rubbish": (
        mark("What was read from the file makes no sense."),
        mark("Nothing was taken in. Copy it again from where it came from; if that does not help, tell headquarters."),
    ),
}
