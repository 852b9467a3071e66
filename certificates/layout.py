"""Where every word of the page stands: computed from the facts, drawn by `page`."""

from dataclasses import dataclass

from certificates.boxes import COLUMN, HEAD, MARK, QR_CAPTION, SEAL_CAPTION, TextLine
from certificates.certificate import CertificateFacts
from certificates.errors import MissingGlyph
from certificates.fit import Style
from certificates.fonts import BOLD, SANS, SERIF, first_missing_glyph, name_face, require_glyphs
from certificates.ledger import ledger
from certificates.stack import Part, Row, centred, stack
from certificates.wording import Wording, wording


@dataclass(frozen=True, slots=True)
class Layout:
    """All text lines in reading order, and what the seal says round its edge and inside."""

    lines: tuple[TextLine, ...]
    seal: str
    seal_inner: str

    def of(self, field: str) -> tuple[TextLine, ...]:
        """The lines that tell one field."""
        return tuple(line for line in self.lines if line.field == field)


def lay_out(facts: CertificateFacts) -> Layout:
    """Place everything; raises `MissingGlyph` or `TextTooLong` before anything is drawn."""
    zh, en = wording("zh"), wording("en")
    missing = first_missing_glyph(facts.name)
    if missing:
        raise MissingGlyph(char=missing, codepoint=f"U+{ord(missing):04X}", text=facts.name)
    seal, inner = zh.say("seal", bank=facts.bank_names["zh"]), zh.say("seal_inner")
    rows = (*_head(facts, zh, en), *_person(facts, zh, en), *_course(facts, zh, en))
    lines = stack(rows, COLUMN) + ledger(facts, zh, en) + _captions(facts, zh, en)
    require_glyphs([(BOLD, seal), (BOLD, inner), *((line.style.face, line.text) for line in lines)])
    return Layout(lines, seal, inner)


def _head(facts: CertificateFacts, zh: Wording, en: Wording) -> tuple[Row, ...]:
    bank_zh = Part("bank", facts.bank_names["zh"], Style(BOLD, 14, 8, 2, 0.2), "ink", "zh")
    bank_en = Part("bank", facts.bank_names["en"].upper(), Style(SERIF, 8, 5, 2, 0.22), "ink", "en")
    title_zh = Part("title", zh.say("title"), Style(BOLD, 42, 20, 1, 0.34), "ink", "zh", "H1")
    title_en = Part("title", en.say("title"), Style(SERIF, 11.5, 8, 1, 0.32), "gold", "en", "H1")
    rows = ((bank_zh, 2), (bank_en, 12), (title_zh, 3), (title_en, 15))
    return tuple(Row((part,), gap, HEAD) for part, gap in rows)


def _person(facts: CertificateFacts, zh: Wording, en: Wording) -> tuple[Row, ...]:
    words = Style(SERIF, 10.5, 6)
    small = Style(SANS, 8.5, 5)
    certify = (
        Part("certify", zh.say("certify"), words, "text", "zh"),
        Part("certify", en.say("certify"), words, "text", "en"),
    )
    face = name_face(facts.name) or BOLD
    name = Part("name", facts.name, Style(face, 43, 16, 2, one_line=0.55), "ink", "zh", "H2")
    staff = (
        Part("staff_id", zh.say("staff_id"), small, "muted", "zh"),
        Part("staff_id", en.say("staff_id"), small, "muted", "en"),
        Part("staff_id", facts.staff_id, small, "text", "zh"),
    )
    rows = [Row(certify, 8), Row((name,), 14)]
    if facts.latin and facts.latin != facts.name:
        rows.append(Row((Part("latin", facts.latin, Style(SERIF, 14, 8, 2), "ink", "en"),), 3))
    return (*rows, Row(staff, 15))


def _course(facts: CertificateFacts, zh: Wording, en: Wording) -> tuple[Row, ...]:
    rows = [
        Row((Part("statement", zh.say("statement"), Style(SERIF, 11.5, 7, 2), "text", "zh"),), 2),
        Row((Part("statement", en.say("statement"), Style(SERIF, 9.5, 6, 2), "text", "en"),), 9),
    ]
    title_zh, title_en = facts.course_titles["zh"], facts.course_titles["en"]
    rows.append(Row((Part("course", zh.say("course", title=title_zh), Style(BOLD, 20, 11, 2), "ink", "zh"),), 2))
    if title_en != title_zh:
        rows.append(Row((Part("course", en.say("course", title=title_en), Style(SERIF, 12, 7, 2), "ink", "en"),), 0))
    return tuple(rows)


def _captions(facts: CertificateFacts, zh: Wording, en: Wording) -> tuple[TextLine, ...]:
    small = Style(SANS, 6.5, 4)
    note = f"{zh.say('scan')}  {en.say('scan')}"
    lines = [centred(Part("scan", note, small, "muted", "zh"), QR_CAPTION, 70.5)]
    baseline = 80.0
    for key, on, colour in (
        ("demonstration_line", facts.demonstration, "mark"),
        ("provisional", facts.provisional, "muted"),
    ):
        if on:
            text = f"{zh.say(key)}  {en.say(key)}"
            lines.append(centred(Part(key, text, small, colour, "zh"), SEAL_CAPTION, baseline))
            baseline -= 9.5
    return (*lines, *(_mark(zh, en) if facts.demonstration else ()))


def _mark(zh: Wording, en: Wording) -> tuple[TextLine, ...]:
    """What the demonstration stamp says."""
    large, small = Style(BOLD, 19, 8, 1, 0.5), Style(SERIF, 9, 5, 1, 0.12)
    said = (
        (zh.say("demonstration"), large, "zh", MARK.top - 23),
        (en.say("demonstration"), small, "en", MARK.top - 35.5),
        (f"{zh.say('not_valid')}  {en.say('not_valid')}", small, "zh", MARK.bottom + 8.5),
    )
    return tuple(
        centred(Part("mark", text, style, "mark", language), MARK, baseline) for text, style, language, baseline in said
    )
