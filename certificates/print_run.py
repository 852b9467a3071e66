"""A branch's certificates as one file for the printer: copies that say so, in the order of staff ids."""

from collections.abc import Sequence
from contextlib import closing
from io import BytesIO
from pathlib import Path

from certificates.boxes import LEDGER, PAGE_HEIGHT, PAGE_WIDTH
from certificates.bulk import Shelf, chosen
from certificates.files import write_whole

_SIZE = 6.5
_BASELINE = 60.5  # within the border: a printer leaves the edge of the paper white


def save_print_run(shelf: Shelf, out: Path, mark: str, branch: str = "") -> int:
    """Write every certificate's page, only one branch's where given, and count them; the issued files stay as they are.

    `mark` stands at the foot of each page, with the page's number: what is printed from here is a copy, and its file
    carries no signature. Where there are none, nothing is written. Raises `CannotWrite` or `RegisterDamaged`; then
    nothing is left.
    """
    import pypdfium2

    issued = chosen(shelf, branch)
    if not issued:
        return 0
    marks = (f"{mark} · {number} / {len(issued)}" for number in range(1, len(issued) + 1))
    with (
        closing(pypdfium2.PdfDocument.new()) as run,
        closing(pypdfium2.PdfDocument(_marks(list(marks)))) as feet,
    ):
        for number, one in enumerate(issued):
            page = run.new_page(PAGE_WIDTH, PAGE_HEIGHT)
            with closing(pypdfium2.PdfDocument(shelf.pdf(one.number))) as single:
                # What is drawn, not the page itself: its signature would come along and hold no more.
                for drawing in (single.page_as_xobject(0, run), feet.page_as_xobject(number, run)):
                    page.insert_obj(drawing.as_pageobject())
            page.gen_content()
        made = BytesIO()
        run.save(made)
    write_whole(out, made.getvalue())
    return len(issued)


def _marks(texts: Sequence[str]) -> bytes:
    """Pages that are empty but for their foot."""
    from reportlab.pdfgen.canvas import Canvas

    from certificates.fonts import SANS
    from certificates.page_fonts import font_name
    from certificates.palette import COLOURS

    made = BytesIO()
    canvas = Canvas(made, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), initialFontName=font_name(SANS), invariant=1)
    for text in texts:
        canvas.setFont(font_name(SANS), _SIZE)
        canvas.setFillColorRGB(*COLOURS["muted"])
        canvas.drawString(LEDGER.left, _BASELINE, text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()
