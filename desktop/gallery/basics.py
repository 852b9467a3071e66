"""Words, buttons, fields."""

from PySide6.QtWidgets import QWidget

from desktop.assets import asset
from desktop.gallery.part import line, page, part, stack
from desktop.style.icons import pixmap
from desktop.widgets.badge import Badge, KeyHint
from desktop.widgets.buttons import IconButton, danger, link, primary, quiet, secondary
from desktop.widgets.choosing import ChoiceField, SearchField, TickBox
from desktop.widgets.fields import PinField, TextField
from desktop.widgets.layout import CardGrid
from desktop.widgets.naming import label, tip
from desktop.widgets.values import Tone
from desktop.words import tr


def basics() -> QWidget:
    """Type, buttons, fields, badges, icons."""
    return page(
        tr("Words, buttons, fields"),
        tr("One type scale, one primary action per page, fields that say what is wrong."),
        part(tr("Type"), stack(*_type())),
        part(tr("Buttons"), *_buttons()),
        part(tr("Fields"), _fields()),
        part(tr("Badges and keys"), _badges(), line(KeyHint("Ctrl+Enter", tr("Hand in")), KeyHint("F", tr("Flag")))),
        part(tr("Icons"), line(*(_icon(path.stem) for path in sorted(asset("icons").glob("*.svg"))))),
    )


def _type() -> list[QWidget]:
    sample = tr("Calm service begins with a clear answer")
    kinds = "reading_title reading_heading title heading subheading body strong muted small caption overline error"
    return [label(sample, kind) for kind in kinds.split()]


def _buttons() -> list[QWidget]:
    off = primary(tr("Begin the exam"), "play")
    off.setEnabled(False)
    off_second = secondary(tr("Later"))
    off_second.setEnabled(False)
    busy = primary(tr("Hand in"))
    busy.set_busy(True)
    return [
        line(
            primary(tr("Begin the exam"), "play", name="gallery_first"),
            secondary(tr("Later")),
            quiet(tr("Read the section again"), "book_open"),
            danger(tr("Discard")),
            link(tr("What does this mean?")),
        ),
        line(off, off_second, busy, IconButton("search", tr("Search")), IconButton("flag", tr("Flag"))),
    ]


def _fields() -> QWidget:
    grid = CardGrid(280, gap="l")
    wrong = TextField(tr("Staff ID"))
    wrong.set_text("a12")
    wrong.show_error(tr("A staff ID has 4 to 16 capital letters and digits."))
    pin = PinField(tr("PIN"), hint=tr("6 to 12 characters"))
    pin.set_text("482913")
    closed = TextField(tr("Branch"))
    closed.set_text("BJ-0101")
    closed.edit.setEnabled(False)
    tick = TickBox(tr("I have read the rules of the exam"))
    ticked = TickBox(tr("Show the time left"))
    ticked.set_ticked(True)
    choices = (("zh", "简体中文"), ("en", "English"))
    fields = (
        TextField(tr("Name"), hint=tr("As it is to stand on the certificate"), placeholder=tr("Full name")),
        wrong,
        pin,
        closed,
        ChoiceField(tr("Language of the exam"), choices),
        SearchField(tr("Search the course")),
        tick,
        ticked,
    )
    for field in fields:
        grid.add(field)
    return grid


def _badges() -> QWidget:
    return line(
        Badge(tr("Not begun")),
        Badge(tr("Reading"), Tone.ACCENT, "book_open"),
        Badge(tr("Open"), Tone.INFO),
        Badge(tr("Passed"), Tone.GOOD, "check"),
        Badge(tr("Due soon"), Tone.WARN, "clock"),
        Badge(tr("Not passed"), Tone.BAD, "cross"),
    )


def _icon(name: str) -> QWidget:
    picture = label(wrap=False)
    picture.setPixmap(pixmap(name, "ink", 24))
    tip(picture, name)
    return picture
