"""What a certificate costs: beside reportlab as its handbook shows it, beside signing and writing alone; and a verdict.

The floor is what no page can do without: one signed code, and as many bytes as the page has put into a file.
"""

import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from certificates import CertificateFacts
from certificates.fonts import FILES, SERIF, font_path
from certificates.issuing import issued_file, unsigned_file
from certificates.layout import lay_out
from certificates.page import draw
from certificates.proof.second_opinion import second_opinion
from certificates.proof.strict import check_file
from certificates.proof.token import claims_of, token
from tests.benchmarks.measure import Measured, in_turn, seconds_of
from tests.certificates.authority import authority, device
from tests.certificates.examples import WHEN, code_of, page_of, some_facts


def certifying(rounds: int) -> Measured:
    """A certificate that is not the first of its process: its fonts have been read."""
    facts = some_facts()
    ours, bare = in_turn(
        rounds, lambda: seconds_of(lambda: draw(facts, code_of(facts))), lambda: seconds_of(lambda: naive(facts))
    )
    return Measured("certificate drawn", ours, rounds, "naive reportlab", bare, limit=1 / 15)


def paging(rounds: int) -> Measured:
    """The page alone, its code given, beside the floor."""
    code = code_of(some_facts())
    return _over_the_floor("page", rounds, lambda: draw(some_facts(), code), limit=30)


def proving(rounds: int) -> Measured:
    """Page, signed code and open credential with both proofs, beside the floor."""
    return _over_the_floor(
        "page, code, credential", rounds, lambda: unsigned_file(some_facts(), device(), WHEN), limit=60
    )


def judging_files(rounds: int) -> Measured:
    """A signed file judged by us, as HR judges thousands, beside pyHanko's opinion of it."""
    pdf, trust = issued_file(some_facts(), device(), WHEN), authority().trust
    ours, bare = in_turn(
        rounds,
        lambda: seconds_of(lambda: [check_file(pdf, trust) for _ in range(10)]) / 10,
        lambda: seconds_of(lambda: second_opinion(pdf, trust)),
    )
    return Measured("signed file judged", ours, rounds, "pyHanko", bare, limit=0.1)


def _over_the_floor(name: str, rounds: int, work: Callable[[], object], limit: float) -> Measured:
    facts, page = some_facts(), page_of(some_facts())
    with tempfile.TemporaryDirectory(prefix="academy-bench-") as folder:
        path = Path(folder) / "certificate.pdf"

        def floor() -> None:
            token(claims_of(facts), device())
            path.write_bytes(page)

        ours, bare = in_turn(rounds, lambda: seconds_of(work), lambda: seconds_of(floor))
    return Measured(name, ours, rounds, "signing and writing", bare, limit=limit)


def naive(facts: CertificateFacts) -> bytes:
    """The same lines in the same places, and the code; no ornament, no seal, no structure."""
    for face in FILES:
        pdfmetrics.registerFont(TTFont(f"naive-{face}", str(font_path(face))))
    canvas = Canvas(BytesIO(), pagesize=landscape(A4))
    for line in lay_out(facts).lines:
        canvas.setFont(f"naive-{line.style.face if line.style.face in FILES else SERIF}", line.size)
        canvas.drawString(line.box.left, line.baseline, line.text)
    code = Drawing(120, 120)
    code.add(QrCodeWidget(code_of(facts), barWidth=120, barHeight=120, barLevel="M"))
    renderPDF.draw(code, canvas, 40, 40)
    return canvas.getpdfdata()
