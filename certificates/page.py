"""The page itself: ornament, words, seal and code, as the bytes of a PDF."""

import math

from certificates import ornament
from certificates.boxes import LEDGER, MARK, PAGE_WIDTH, QR, SEAL
from certificates.certificate import CertificateFacts
from certificates.curves import circle, number, polygon, star
from certificates.fonts import BOLD, face
from certificates.layout import Layout, lay_out
from certificates.ledger import row_lines
from certificates.page_canvas import PAGE_BOX, CertificateCanvas
from certificates.page_fonts import font_name
from certificates.palette import COLOURS
from certificates.qr import symbol
from certificates.seal import seal_arc
from certificates.token import claims_of, token
from certificates.wording import wording
from certificates.xmp import About

_MARK_TURN = 6  # degrees
_SEAL_INNER = 7.5


def draw(facts: CertificateFacts) -> bytes:
    """The PDF of these facts; the same facts give the same bytes. Raises before drawing what cannot be drawn."""
    layout = lay_out(facts)
    code = token(claims_of(facts))
    canvas = CertificateCanvas(_about(facts, code))
    with canvas.ornament():
        _draw_ornament(canvas, layout)
    for line in layout.lines:
        if line.field != "mark":
            canvas.text(line)
    if facts.demonstration:
        _draw_mark(canvas, layout)
    zh, en = wording("zh"), wording("en")
    with canvas.figure("zh", zh.say("seal_description", seal=layout.seal), layout.seal):
        _draw_seal(canvas, layout)
    with canvas.figure("zh", zh.say("qr_description") + " " + en.say("qr_description")):
        canvas.operators(symbol(code, QR.left, QR.bottom, QR.width))
    return canvas.finish()


def _about(facts: CertificateFacts, code: str) -> About:
    zh = wording("zh")
    return About(
        title=zh.say("document", number=facts.number, name=facts.name),
        author=f"{facts.bank_names['zh']} {facts.bank_names['en']}",
        subject=f"{facts.course_titles['zh']} {facts.course_titles['en']}",
        number=facts.number,
        token=code,
        day=facts.issued,
    )


def _draw_ornament(canvas: CertificateCanvas, layout: Layout) -> None:
    half, corner = ornament.BAND / 2, ornament.CORNER + 1
    canvas.add_form("Band", ornament.band_tile(), (-1, -half, 40, half))
    canvas.add_form("Corner", ornament.corner(), (-corner, -corner, corner, corner))
    canvas.add_form("Frame", ornament.frame(), PAGE_BOX, "Band", "Corner")
    canvas.add_form("Medallion", ornament.medallion(), (-310, -130, 310, 130))
    name = layout.of("name")
    canvas.operators(f"q 1 0 0 1 {number(PAGE_WIDTH / 2)} {number(name[0].baseline)} cm /Medallion Do Q")
    canvas.operators("/Frame Do")
    canvas.operators(ornament.stroke("gold_line", 0.4))
    for height in row_lines():
        canvas.operators(f"{number(LEDGER.left)} {number(height)} m {number(LEDGER.right)} {number(height)} l S")
    below = layout.lines[layout.lines.index(name[-1]) + 1]
    _draw_flourish(canvas, (name[-1].box.bottom + below.box.top) / 2)
    title = layout.of("title")[-1]
    for end, way in ((title.box.left - 12, -1), (title.box.right + 12, 1)):
        _draw_rule(canvas, end, title.baseline + 0.34 * title.size, 62 * way)


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
    arc = seal_arc(len(layout.seal), radius)
    canvas.setFont(font_name(BOLD), arc.size)
    for char, angle in zip(layout.seal, arc.angles, strict=True):
        canvas.saveState()
        canvas.translate(x + arc.reach * math.cos(angle), y + arc.reach * math.sin(angle))
        canvas.rotate(math.degrees(angle) - 90)
        canvas.drawString(-arc.size * face(BOLD).width(char) / 2, 0, char)
        canvas.restoreState()
    wide = _SEAL_INNER * face(BOLD).width(layout.seal_inner)
    canvas.setFont(font_name(BOLD), _SEAL_INNER)
    canvas.drawString(x - wide / 2, y - radius * 0.62, layout.seal_inner)
