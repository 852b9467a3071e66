"""What is shown over the page: a word of the glossary, a source."""

from PySide6.QtWidgets import QWidget

from desktop.widgets.layout import boxed, column
from desktop.widgets.naming import label
from desktop.words import language, tr
from desktop.words.languages import LANGUAGES
from exams import Term


def term_sheet(term: Term) -> QWidget:
    """What a word means, in every language; the one in use stands first, under the sheet's title, which is its name."""
    body = column(gap="l")
    for code in sorted((one.code for one in LANGUAGES if one.code in term.names), key=lambda code: code != language()):
        part = column(gap="xs")
        if code != language():
            part.addWidget(label(term.names[code], "subheading", name=f"term_name_{code}", selectable=True))
        part.addWidget(label(term.meanings.get(code, ""), name=f"term_meaning_{code}", selectable=True))
        body.addLayout(part)
    return boxed(body)


def source_sheet(fact: str) -> QWidget:
    """The number under which headquarters keeps the source."""
    said = tr("This statement rests on entry {fact} of the fact index that comes with the course.").format(fact=fact)
    hint = tr("Name this number if you have a question about it.")
    return boxed(column(label(said, name="source", selectable=True), label(hint, "small"), gap="s"))
