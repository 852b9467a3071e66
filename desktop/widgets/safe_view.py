"""The only widget that shows markup: it loads nothing, opens nothing, and is as tall as its text."""

from collections.abc import Mapping
from html import escape
from math import ceil
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QImageReader,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextOption,
    QTextTable,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from desktop.style.fonts import font, load_family
from desktop.style.look import Look, look
from desktop.style.tokens import SERIF
from desktop.widgets.table_shares import column_shares
from desktop.words import language
from exams import safe_html

_FONTS = {"reading": "reading", "plain": "body", "stem": "subheading"}
_PAGE_KEYS = (
    Qt.Key.Key_Space,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


_WIDEST = 4096
_PICTURE_KINDS = (b"png", b"jpeg")


class SafeView(QTextBrowser):
    """Shows HTML, cleaned once more, whoever signed it.

    Signals:
        link_clicked: the address of a link, as it stands in the text
    """

    link_clicked = Signal(str)

    def __init__(self, kind: str = "reading", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self._assets: Mapping[str, bytes] = {}
        load_family(SERIF)
        self.setFont(_letters(kind))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(look().px(28))
        self.document().setDefaultFont(_letters(kind))
        self.document().setDefaultStyleSheet(_document_sheet(look()))
        self.anchorClicked.connect(lambda url: self.link_clicked.emit(url.toString()))

    def show_html(self, html: str, assets: Mapping[str, bytes] | None = None) -> None:
        """Show a text of our small tag set; `assets` by SHA-256 are the pictures it may name."""
        space = look().px(10)
        table = f'<table width="100%" border="0" cellspacing="0" cellpadding="{space}">'
        self._assets = assets or {}
        html = safe_html(html)
        self.setHtml(html.replace("<table>", table))
        self._share_columns()
        self._end_at_last_line()
        self.setAccessibleName(self.toPlainText()[:200])
        has_links = "<a " in html
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.ClickFocus)
        self._fit()

    def close_up(self) -> None:
        """For an exam: nothing can be selected, copied, dragged away or asked of a menu."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: D102
        # Never call super: it would read files, shares and networks. And never answer with nothing at all:
        # for a picture Qt would then look for the file itself.
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return _picture(self._assets, QUrl(name).toString()) or _nothing()
        return QByteArray()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: D102
        taken = QMimeData()
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            taken.setText(self.textCursor().selection().toPlainText())
        return taken

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in _PAGE_KEYS:
            event.ignore()  # it is as tall as its text: these keys belong to the page around it
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: D102
        event.ignore()  # like those keys

    def _share_columns(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                rows = [[_cell(frame, row, at) for at in range(frame.columns())] for row in range(frame.rows())]
                shape = frame.format()
                percent = QTextLength.Type.PercentageLength
                shares = [QTextLength(percent, share) for share in column_shares(rows)]
                shape.setColumnWidthConstraints(shares)
                frame.setFormat(shape)

    def _end_at_last_line(self) -> None:
        """No room below the last line: what follows brings its own."""
        cursor = QTextCursor(self.document().lastBlock())
        shape = cursor.blockFormat()
        shape.setBottomMargin(0)
        if cursor.block().text() == "" and cursor.block().blockNumber():
            # Qt ends a document whose last part is a table with an empty line.
            shape.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            shape.setTopMargin(0)
            self._end_at_table()
        cursor.setBlockFormat(shape)

    def _end_at_table(self) -> None:
        for frame in self.document().rootFrame().childFrames()[-1:]:
            shape = frame.frameFormat()
            shape.setBottomMargin(0)
            frame.setFrameFormat(shape)

    def _fit(self) -> None:
        width = self.viewport().width()
        if width <= 0:
            return
        self.document().setTextWidth(width)
        self.setFixedHeight(ceil(self.document().size().height()) + 2 * self.frameWidth())
        # QTextEdit reckons with the height before this one; a text as tall as it needs does not scroll.
        self.verticalScrollBar().setRange(0, 0)


class StemView(SafeView):
    """The text of a question: plain, wraps, and **bold** is the one markup it knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("stem", parent)

    def show_stem(self, text: str) -> None:
        """Show a stem."""
        parts = [escape(part) for part in text.split("**")]
        html = "".join(part if place % 2 == 0 else f"<strong>{part}</strong>" for place, part in enumerate(parts))
        self.show_html(f"<p>{html}</p>".replace("\n", "<br/>"))

    def show_snippet(self, text: str) -> None:
        """Show a find of the search: what stands between U+0002 and U+0003 is bold."""
        self.show_html(f"<p>{escape(text)}</p>".replace("\x02", "<strong>").replace("\x03", "</strong>"))


def _cell(table: QTextTable, row: int, column: int) -> str:
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def _letters(kind: str) -> QFont:
    made = font(_FONTS[kind])
    if language() != "zh":
        # Our fonts are Chinese ones: without this, quotation marks in an English text are as wide as a character.
        made.setFeature(QFont.Tag("pwid"), 1)
    return made


def _picture(assets: Mapping[str, bytes], address: str) -> QImage | None:
    """The picture of that name, if its bytes are what the name says."""
    from hashlib import sha256

    scheme, _, digest = address.partition(":")
    raw = assets.get(digest, b"") if scheme == "asset" else b""
    return checked_picture(raw) if raw and sha256(raw).hexdigest() == digest else None


def checked_picture(raw: bytes) -> QImage | None:
    """A PNG or JPEG no larger than a screen is wide; None for everything else."""
    held = QBuffer()
    held.setData(raw)
    reader = QImageReader(held)
    size = reader.size()
    if bytes(reader.format().data()) not in _PICTURE_KINDS or not 0 < max(size.width(), size.height()) <= _WIDEST:
        return None
    shown = reader.read()
    return None if shown.isNull() else shown


def _nothing() -> QImage:
    pixel = QImage(1, 1, QImage.Format.Format_ARGB32)
    pixel.fill(Qt.GlobalColor.transparent)
    return pixel


def _document_sheet(of: Look) -> str:
    colours, gap = of.colours, of.px(10)
    return f"""
        body, p, li, td, th {{ color: {colours.ink}; }}
        p {{ margin-top: 0; margin-bottom: {gap}px; line-height: 125%; }}
        li {{ margin-bottom: {of.px(4)}px; line-height: 120%; }}
        h3 {{ font-family: "Noto Serif SC"; font-size: {of.font_px("heading")}px; margin-top: {of.px(20)}px;
              margin-bottom: {of.px(8)}px; color: {colours.ink}; }}
        h4 {{ font-size: {of.font_px("subheading")}px; margin-top: {of.px(14)}px; margin-bottom: {of.px(6)}px;
              color: {colours.ink}; }}
        a {{ color: {colours.accent}; text-decoration: underline; }}
        blockquote {{ color: {colours.muted}; margin-left: {of.px(16)}px; margin-right: {of.px(16)}px; }}
        code {{ background-color: {colours.sunken}; }}
        table {{ border-collapse: collapse; margin-top: {of.px(2)}px; margin-bottom: {of.px(14)}px; }}
        td {{ font-size: {of.font_px("body")}px; line-height: 120%; border-bottom: 1px solid {colours.line}; }}
        th {{ font-size: {of.font_px("small")}px; color: {colours.muted}; text-align: left;
              border-bottom: 1px solid {colours.line_strong}; }}
    """
