"""The page itself: ornament, words, seal and code, as the bytes of a PDF."""

import math
from collections.abc import Sequence

from certificates import ornament
from certificates.boxes import LEDGER, MARK, PAGE_WIDTH, QR, SEAL
from certificates.certificate import CertificateFacts
from certificates.curves import circle, number, polygon, star
from certificates.fonts import BOLD, face
from certificates.layout import Layout, lay_out
from certificates.ledger import row_lines
from certificates.page_canvas import PAGE_BOX, CertificateCanvas
from certificates.page_files import Attachment
from certificates.page_fonts import font_name
from certificates.page_form import Form, our_form
from certificates.page_tags import LOCALES
from certificates.palette import COLOURS
from certificates.qr import symbol
from certificates.seal import inner_size, seal_arc
from certificates.xmp import About

_MARK_TURN = 6  # degrees


def draw(
    facts: CertificateFacts,
    code: str,
    attachments: Sequence[Attachment] = (),
    *,
    form: Form | None = None,
    part: int = 3,
) -> bytes:
    """The PDF of these facts with this printed code; the same give the same bytes, still unsigned.

    In our own words in both languages unless a form is given; `part` is that of PDF/A: 1 only for judges that know
    no other. Raises before drawing what cannot be drawn.
    """
    form = form or our_form()
    layout = lay_out(facts, form)
    canvas = CertificateCanvas(_about(facts, code, form, part))
    with canvas.ornament():
        _draw_ornament(canvas, layout)
    for line in layout.lines:
        if line.field != "mark":
            canvas.text(line)
    if facts.demonstration:
        _draw_mark(canvas, layout)
    first = form.first.language
    with canvas.figure(first, form.first.say("seal_description", seal=layout.seal), layout.seal):
        _draw_seal(canvas, layout)
    with canvas.figure(first, form.joined("qr_description", " ")):
        canvas.operators(symbol(code, QR.left, QR.bottom, QR.width))
    for attachment in attachments:
        canvas.attach(attachment)
    return canvas.finish()


def _about(facts: CertificateFacts, code: str, form: Form, part: int) -> About:
    languages = [each.language for each in form.words]
    return About(
        title=form.first.say("document", number=facts.number, name=facts.name),
        author=" ".join(facts.bank_names[language] for language in languages),
        subject=" ".join(facts.course_titles[language] for language in languages),
        number=facts.number,
        token=code,
        day=facts.issued,
        languages=tuple(LOCALES[language] for language in languages),
        part=part,
    )


def _draw_ornament(canvas: CertificateCanvas, layout: Layout) -> None:
    half, corner = ornament.BAND / 2, ornament.CORNER + 1
    canvas.add_form("Band", ornament.band_tile(), (-1, -half, 40, half))
    canvas.add_form("Corner", ornament.corner(), (-corner, -corner, corner, corner))
    canvas.add_form("Frame", ornament.frame(), PAGE_BOX, "Band", "Corner")
    canvas.add_form("Medallion", ornament.medallion(), (-310, -130, 310, 130))
    name = layout.centre
    canvas.operators(f"q 1 0 0 1 {number(PAGE_WIDTH / 2)} {number(name[0].baseline)} cm /Medallion Do Q")
    canvas.operators("/Frame Do")
    canvas.operators(ornament.stroke("gold_line", 0.4))
    for height in row_lines():
        canvas.operators(f"{number(LEDGER.left)} {number(height)} m {number(LEDGER.right)} {number(height)} l S")
    below = layout.lines[layout.lines.index(name[-1]) + 1]
    _draw_flourish(canvas, (name[-1].box.bottom + below.box.top) / 2)
    ruled = layout.of(layout.ruled)[-1]
    for end, way in ((ruled.box.left - 12, -1), (ruled.box.right + 12, 1)):
        _draw_rule(canvas, end, ruled.baseline + 0.34 * ruled.size, 62 * way)


def _draw_flourish(canvas: CertificateCanvas, height: float) -> None:
    middle = PAGE_WIDTH / 2
    for way in (-1, 1):
        _draw_rule(canvas, middle + 8 * way, height, 150 * way)
    canvas.operators(ornament.fill("gold_line") + "\n" + _lozenge(middle, height, 3.2) + " f")


def _draw_rule(canvas: CertificateCanvas, start: float, height: float, length: float) -> None:
    """A rule that runs out to a hair, begun with a small lozenge."""
    wedge = ((start, height - 0.45), (start + length, height), (start, height + 0.45))
    canvas.operators(f"{ornament.fill('gold_line')}\n{polygon(wedge)} f\n{_lozenge(start, height, 1.6)} f")


def _lozenge(x: float, y: float, reach: float) -> str:
    return polygon(((x, y + reach), (x + reach, y), (x, y - reach), (x - reach, y)))


def _draw_mark(canvas: CertificateCanvas, layout: Layout) -> None:
    """The demonstration mark: a framed stamp, a little turned about its middle."""
    turn = math.radians(_MARK_TURN)
    x, y = MARK.middle, (MARK.bottom + MARK.top) / 2
    cos, sin = math.cos(turn), math.sin(turn)
    away = (x - x * cos + y * sin, y - x * sin - y * cos)
    canvas.operators(f"q {cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} {number(away[0])} {number(away[1])} cm")
    with canvas.ornament():
        for inset, width in ((0.0, 1.4), (3.0, 0.5)):
            corner = f"{number(MARK.left + inset)} {number(MARK.bottom + inset)}"
            size = f"{number(MARK.width - 2 * inset)} {number(MARK.height - 2 * inset)}"
            canvas.operators(f"{ornament.stroke('mark', width)} {corner} {size} re S")
    for line in layout.of("mark"):
        canvas.text(line)
    canvas.operators("Q")


def _draw_seal(canvas: CertificateCanvas, layout: Layout) -> None:
    x, y, radius = SEAL.middle, (SEAL.bottom + SEAL.top) / 2, SEAL.width / 2
    canvas.operators(ornament.stroke("seal", 2.2) + "\n" + circle(x, y, radius - 1.1) + " S")
    canvas.operators(ornament.stroke("seal", 0.5) + "\n" + circle(x, y, radius - 3.6) + " S")
    canvas.operators(ornament.fill("seal") + "\n" + star(x, y + 1.5, 14) + " f")
    canvas.setFillColorRGB(*COLOURS["seal"])
    arc = seal_arc([face(BOLD).width(char) for char in layout.seal], radius)
    canvas.setFont(font_name(BOLD), arc.size)
    for char, angle in zip(layout.seal, arc.angles, strict=True):
        canvas.saveState()
        canvas.translate(x + arc.reach * math.cos(angle), y + arc.reach * math.sin(angle))
        canvas.rotate(math.degrees(angle) - 90)
        canvas.drawString(-arc.size * face(BOLD).width(char) / 2, 0, char)
        canvas.restoreState()
    wide = face(BOLD).width(layout.seal_inner)
    size = inner_size(wide, arc)
    canvas.setFont(font_name(BOLD), size)
    canvas.drawString(x - wide * size / 2, y - radius * 0.6, layout.seal_inner)
