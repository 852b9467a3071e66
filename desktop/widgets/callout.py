"""A framed part of the course: a case, an example, what to say, do and do not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.layout import column, row
from desktop.widgets.naming import label
from desktop.widgets.safe_view import SafeView
from desktop.words import mark, tr

_SIGNS = {
    "case": ("case", "muted", mark("Case")),
    "example": ("calculator", "accent", mark("Worked example")),
    "say": ("say", "info", mark("How to say it")),
    "do": ("do", "good", mark("Do")),
    "dont": ("dont", "bad", mark("Do not")),
    "note": ("note", "info", mark("Note")),
    "summary": ("summary", "accent", mark("Summary")),
}


class CalloutView(QFrame):
    """Shows its kind by drawing, word and ground; `text` is its body.

    Signals:
        link_clicked: the address of a link inside
    """

    link_clicked = Signal(str)

    def __init__(self, kind: str, title: str, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icon, colour, word = _SIGNS[kind]
        self.setProperty("role", "callout")
        self.setProperty("callout", kind)
        picture = label(wrap=False)
        picture.setPixmap(pixmap(icon, colour, 22))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        over = label(tr(word), "overline")
        over.setProperty("tone", colour)
        text = self.text = SafeView("reading")
        text.show_html(html)
        text.link_clicked.connect(self.link_clicked)
        # Where the author's title only repeats the word of the kind, once is enough.
        said_already = title.casefold() == tr(word).casefold()
        heads = [over, label(title, "subheading")] if title and not said_already else [over]
        words = column(gap="xs")
        for head in heads:
            # The text stands inside the line that shows its focus: the title begins where its letters begin.
            head.setContentsMargins(look().gap("edge"), 0, 0, 0)
            words.addWidget(head)
        words.addSpacing(look().gap("xs"))
        words.addWidget(text)
        line = row(picture, gap="sm", margins="l")
        line.addLayout(words, 1)
        self.setLayout(line)
        self.setAccessibleName(f"{tr(word)} {title}".strip())
