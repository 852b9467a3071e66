"""Where every word of the page stands: computed from the facts and the form, drawn by `page`."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from certificates.boxes import COLUMN, MARK, MARK_WORDS, QR_CAPTION, SEAL, SEAL_CAPTION, TextLine
from certificates.certificate import CertificateFacts
from certificates.errors import MissingGlyph, TextTooLong
from certificates.fit import Style
from certificates.fonts import BOLD, RARE, SANS, SERIF, face, first_missing_glyph, require_glyphs
from certificates.ledger import ledger
from certificates.page_form import Form, our_form
from certificates.page_rows import NAMES, PLANS, RowPlan, Slot
from certificates.seal import LEAST, inner_size, seal_arc
from certificates.stack import Part, Row, centred, stack


@dataclass(frozen=True, slots=True)
class Layout:
    """All text lines in reading order, which text the rules flank, and what the seal says round its edge and inside."""

    lines: tuple[TextLine, ...]
    ruled: str
    seal: str
    seal_inner: str

    def of(self, field: str) -> tuple[TextLine, ...]:
        """The lines that tell one field."""
        return tuple(line for line in self.lines if line.field == field)

    @property
    def centre(self) -> tuple[TextLine, ...]:
        """The lines of the name that the page is built around."""
        return self.of("name") or self.of("holder")


def lay_out(facts: CertificateFacts, form: Form | None = None) -> Layout:
    """Place everything, in our own words in both languages unless told; raises `MissingGlyph` or `TextTooLong`."""
    form = form or our_form()
    missing = first_missing_glyph(facts.name + facts.latin)
    if missing:
        raise MissingGlyph(char=missing, codepoint=f"U+{ord(missing):04X}", text=facts.name)
    seal, inner = _seal(facts, form)
    plan = PLANS[form.layout]
    rows = tuple(row for row in (_row(each, facts, form) for each in plan.rows) if row.parts)
    lines = stack(rows, COLUMN) + ledger(facts, form) + _captions(facts, form)
    require_glyphs((line.style.face, line.text) for line in lines)
    return Layout(lines, plan.ruled, seal, inner)


def _seal(facts: CertificateFacts, form: Form) -> tuple[str, str]:
    """What the seal says round its edge and inside; refused where it would be too small to read."""
    edge = form.first.say("seal", bank=facts.bank_names[form.first.language])
    inner = form.first.say("seal_inner")
    require_glyphs([(BOLD, edge), (BOLD, inner)])
    arc = seal_arc([face(BOLD).width(char) for char in edge], SEAL.width / 2)
    if arc.size < LEAST:
        raise TextTooLong(field="seal", text=edge)
    if inner_size(face(BOLD).width(inner), arc) < LEAST:
        raise TextTooLong(field="seal_inner", text=inner)
    return edge, inner


def _row(plan: RowPlan, facts: CertificateFacts, form: Form) -> Row:
    told = ((slot, _text(slot, facts, form)) for slot in plan.slots)
    return Row(tuple(_part(slot, text) for slot, text in told if text), plan.gap, plan.measure)


def _part(slot: Slot, text: str) -> Part:
    style = slot.style
    if slot.field in NAMES and face(style.face).missing(text):  # then whole in the one that has the rare characters
        style = replace(style, face=RARE)
    return Part(slot.field, text, style, slot.colour, slot.language, slot.tag)


def _text(slot: Slot, facts: CertificateFacts, form: Form) -> str:
    told = _TOLD.get(slot.field)
    return told(facts, form, slot.language) if told else form.say(slot.language, slot.field)


def _bank(facts: CertificateFacts, _form: Form, language: str) -> str:
    name = facts.bank_names[language]
    return name.upper() if language == "en" else name


def _latin(facts: CertificateFacts, _form: Form, _language: str) -> str:
    return facts.latin if facts.latin != facts.name else ""


def _other_name(facts: CertificateFacts, _form: Form, _language: str) -> str:
    """The name as on the identity card, where the page is built around the one in Latin letters."""
    return facts.name if facts.latin and facts.latin != facts.name else ""


def _course(facts: CertificateFacts, form: Form, language: str) -> str:
    """The course's title; once is enough where both languages call it the same."""
    title = facts.course_titles[language]
    again = language != form.first.language and title == facts.course_titles[form.first.language]
    return "" if again else form.say(language, "course", title=title)


_TOLD: dict[str, Callable[[CertificateFacts, Form, str], str]] = {
    "bank": _bank,
    "name": lambda facts, _form, _language: facts.name,
    "latin": _latin,
    "holder": lambda facts, _form, _language: facts.latin or facts.name,
    "other_name": _other_name,
    "staff_id": lambda facts, _form, _language: facts.staff_id,
    "staff_id_label": lambda _facts, form, language: form.say(language, "staff_id"),
    "course": _course,
}


def _captions(facts: CertificateFacts, form: Form) -> tuple[TextLine, ...]:
    first = form.first.language
    note = Part("scan", form.joined("scan"), Style(SANS, 6.5, 4), "muted", first)
    lines = [centred(note, QR_CAPTION, 70.5)]
    if facts.provisional:
        for words, size, baseline in zip(form.words, (9.0, 7.0), (83.5, 74.5), strict=False):
            part = Part("provisional", words.say("provisional"), Style(SERIF, size, 4), "ink", words.language)
            lines.append(centred(part, SEAL_CAPTION, baseline))
    if facts.demonstration:
        part = Part("demonstration_line", form.joined("demonstration_line"), Style(SANS, 6.5, 4), "mark", first)
        lines.append(centred(part, SEAL_CAPTION, 65.0))
    return (*lines, *(_mark(form) if facts.demonstration else ()))


def _mark(form: Form) -> tuple[TextLine, ...]:
    """What the demonstration stamp says: large in the page's own language, small in the others."""
    large, small = Style(BOLD, 19, 8, 1, 0.5), Style(SERIF, 9, 5, 1, 0.12)
    if form.layout == "en":
        large = Style(BOLD, 14, 6, 1, 0.1)
    middle = MARK.top - (23 if len(form.words) > 1 else 28)
    said = [(form.first.say("demonstration"), large, form.first.language, middle)]
    said += [(each.say("demonstration"), small, each.language, MARK.top - 35.5) for each in form.words[1:]]
    said.append((form.joined("not_valid"), small, form.first.language, MARK.bottom + 8.5))
    return tuple(
        centred(Part("mark", text, style, "mark", language), MARK_WORDS, baseline)
        for text, style, language, baseline in said
    )
