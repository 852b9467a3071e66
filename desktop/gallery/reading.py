"""The text of the course: paragraphs, tables, callouts, a figure."""

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import part
from desktop.widgets.callout import CalloutView
from desktop.widgets.card import SectionHeader
from desktop.widgets.figure import FigureView
from desktop.widgets.safe_view import SafeView
from desktop.widgets.scroll_page import ScrollPage
from desktop.words import tr

FIGURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 220">
<rect x="20" y="60" width="180" height="90" rx="10" fill="{{c:accent_soft}}" stroke="{{c:accent}}" stroke-width="2"/>
<rect x="270" y="60" width="180" height="90" rx="10" fill="{{c:surface}}" stroke="{{c:line}}" stroke-width="2"/>
<rect x="520" y="60" width="180" height="90" rx="10" fill="{{c:accent}}"/>
<path d="M205 105h55M455 105h55" stroke="{{c:ink}}" stroke-width="2" fill="none"/>
<path d="M252 99l8 6-8 6M502 99l8 6-8 6" stroke="{{c:ink}}" stroke-width="2" fill="none"/>
<text x="110" y="112" font-size="20" text-anchor="middle" fill="{{c:ink}}">ONE</text>
<text x="360" y="112" font-size="20" text-anchor="middle" fill="{{c:ink}}">TWO</text>
<text x="610" y="112" font-size="20" text-anchor="middle" fill="{{c:on_accent}}">THREE</text>
</svg>"""


def reading() -> QWidget:
    """A page as the reader sees it."""
    page = ScrollPage("text")
    page.add(SectionHeader(tr("What a customer service centre is"), overline=tr("Chapter 1"), serif=True, level=1))
    text = SafeView()
    text.show_html(_html())
    page.add(text)
    paragraph = f"<p>{tr('Body text stands in full ink on every ground.')}</p>"
    for kind in ("case", "example", "say", "do", "dont", "note", "summary"):
        page.add(CalloutView(kind, tr("Calm service begins with a clear answer"), paragraph))
    figure = FigureView()
    svg = FIGURE.replace("ONE", tr("Call")).replace("TWO", tr("Answer")).replace("THREE", tr("Record"))
    figure.show_figure(svg, tr("From the call to the record"), tr("Three boxes from left to right, joined by arrows."))
    page.add(figure)
    page.add(part(tr("Plain text"), _plain()))
    return page


def _html() -> str:
    first = tr("A customer service centre answers for the bank wherever the customer is.")
    second = tr("Every answer is recorded, and every record can be found again.")
    return (
        f"<p>{first} <strong>{tr('It is not a switchboard.')}</strong> {second} "
        f'<a href="fact:F-STD-06">[F-STD-06]</a></p><h3>{tr("Three figures")}</h3><p>{second}</p>'
        f"<table><thead><tr><th>{tr('Figure')}</th><th>{tr('Meaning')}</th></tr></thead><tbody>"
        f"<tr><td>20 s</td><td>{first}</td></tr><tr><td>80 %</td><td>{second}</td></tr></tbody></table>"
        f"<ul><li>{first}</li><li>{second}</li></ul><blockquote>{first}</blockquote>"
        f'<p>{tr("See also")} <a href="term:fcr">{tr("first contact resolution")}</a></p>'
    )


def _plain() -> QWidget:
    view = SafeView("plain")
    view.show_html(f"<p>{tr('Body text stands in full ink on every ground.')}</p>")
    return view
