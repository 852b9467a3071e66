"""The sentences for faults in the words of a certificate; one line per fault, as in `error_table`.

To add a fault: one line here, two entries in assets/translations/zh/certificate_wording.po.
"""

from desktop.words.catalogue import mark

_CODE = "E_CERTIFICATE_WORDING"
_AGAIN = mark("Correct it, then make the preview again.")

SENTENCES: dict[str, tuple[str, str]] = {
    _CODE: (mark("{file}, line {line}: the wording cannot be used."), _AGAIN),
    f"{_CODE}.unreadable": (
        mark("{file}: the file cannot be opened."),
        mark("Close it in other programs and try again."),
    ),
    f"{_CODE}.large": (mark("{file}: the file is far larger than a wording can be."), mark("Choose the right file.")),
    f"{_CODE}.encoding": (mark("{file}, line {line}: the text is not UTF-8."), mark("Save the file as UTF-8.")),
    f"{_CODE}.syntax": (
        mark("{file}, line {line}: this is not written as TOML."),
        mark('Write each text as: name = "text", once, on one line.'),
    ),
    f"{_CODE}.missing_key": (mark("{file}, line {line}: the text “{key}” is missing."), mark("Add it to the file.")),
    f"{_CODE}.unknown_key": (
        mark("{file}, line {line}: no text on a certificate is called “{key}”."),
        mark("Check how it is spelt, or take it out."),
    ),
    f"{_CODE}.not_text": (
        mark("{file}, line {line}: “{key}” must be one line of text that is not empty."),
        _AGAIN,
    ),
    f"{_CODE}.months": (mark("{file}, line {line}: “months” must be the names of twelve months."), _AGAIN),
    f"{_CODE}.unknown_placeholder": (
        mark("{file}, line {line}: nothing fills the placeholder {told} in “{key}”."),
        mark("Check how it is spelt, or take it out."),
    ),
    f"{_CODE}.missing_placeholder": (
        mark("{file}, line {line}: “{key}” lacks the placeholder {told}."),
        mark("Put it where the fact is to stand."),
    ),
    f"{_CODE}.too_long": (
        mark("{file}, line {line}: “{key}” is too long for its place on the page."),
        mark("Shorten it, then make the preview again."),
    ),
    f"{_CODE}.missing_glyph": (
        mark("{file}, line {line}: the character {told} in “{key}” cannot be printed."),
        mark("Write it with another character."),
    ),
}
