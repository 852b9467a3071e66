"""Shows hostile HTML and drawings in a process of its own, for strace to watch: `KIND FOLDER PORT`.

`bare` shows them as Qt would, `safe` as we do, `bypassed` in our view without its cleaning.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTextBrowser

from desktop.widgets.figure import FigureView
from desktop.widgets.safe_view import SafeView

HTML = """<html><head><style>@import url(file://{folder}/planted-import.css);
body {{ background-image: url(file://{folder}/planted-background.png) }}</style>
<link rel="stylesheet" href="file://{folder}/planted-sheet.css"><base href="file://{folder}/"></head>
<body background="file://{folder}/planted-body.png"><p>words
<img src="file://{folder}/planted-file.png"><img src="{folder}/planted-path.png"><img src="planted-relative.png">
<img src="//planted-host/share/x.png"><img src="\\\\planted-host\\share\\x.png"><img src="qrc:/planted-resource.png">
<img src="http://127.0.0.1:{port}/planted-http.png"><img src="data:image/png;base64,planted"><img src="asset:planted">
</p><table background="file://{folder}/planted-table.png"><tr><td>cell</td></tr></table></body></html>"""

SVG = """<?xml-stylesheet type="text/css" href="{folder}/planted-sheet.css"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 720 220">
<image xlink:href="file://{folder}/planted-drawing.png" width="9" height="9"/><rect fill="none"/></svg>"""


def main(kind: str, folder: str, port: str) -> None:
    """Show it all, painted."""
    app = QApplication([])
    html, svg = (text.format(folder=folder, port=port) for text in (HTML, SVG))
    view = QTextBrowser() if kind == "bare" else SafeView()
    view.resize(600, 400)
    view.show()
    if isinstance(view, SafeView) and kind == "safe":
        view.show_html(html)
        figure = FigureView()
        figure.show_figure(svg, "caption", "description")
        figure.show()
        figure.grab()
    else:
        view.setHtml(html)
    app.processEvents()
    view.grab()
    Path(folder, "shown").write_text(view.toPlainText(), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
