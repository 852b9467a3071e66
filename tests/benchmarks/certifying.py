"""One certificate as we draw it, and the same words and code by reportlab as its handbook shows, fonts parsed anew."""

from io import BytesIO

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from certificates import CertificateFacts
from certificates.fonts import FILES, font_path
from certificates.layout import lay_out
from certificates.page import draw
from certificates.token import claims_of, token
from tests.benchmarks.measure import Measured, in_turn, seconds_of
from tests.certificates.examples import some_facts


def certifying(rounds: int) -> Measured:
    """A certificate that is not the first of its process: its fonts have been read."""
    facts = some_facts()
    ours, bare = in_turn(rounds, lambda: seconds_of(lambda: draw(facts)), lambda: seconds_of(lambda: naive(facts)))
    return Measured("certificate drawn", ours, rounds, "naive reportlab", bare, limit=0.2)


def naive(facts: CertificateFacts) -> bytes:
    """The same lines in the same places, and the code; no ornament, no seal, no structure."""
    for face in FILES:
        pdfmetrics.registerFont(TTFont(f"naive-{face}", str(font_path(face))))
    canvas = Canvas(BytesIO(), pagesize=landscape(A4))
    for line in lay_out(facts).lines:
        canvas.setFont(f"naive-{line.style.face}", line.size)
        canvas.drawString(line.box.left, line.baseline, line.text)
    code = Drawing(120, 120)
    code.add(QrCodeWidget(token(claims_of(facts)), barWidth=120, barHeight=120, barLevel="M"))
    renderPDF.draw(code, canvas, 40, 40)
    return canvas.getpdfdata()
