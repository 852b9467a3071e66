"""A page that nobody earned, for whoever words certificates: the preview, and what the check finds by setting it."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

from certificates.certificate import CertificateFacts
from certificates.errors import BadWording, MissingGlyph, TextTooLong
from certificates.files import write_whole
from certificates.layout import lay_out
from certificates.numbering import certificate_number
from certificates.page import draw
from certificates.page_form import Form, form_of, our_form
from certificates.preview import picture
from certificates.wording import Wording, wording
from certificates.wording_check import line_of

CODE_MOST = 600  # characters that a symbol of version 15-M holds; no printed code is longer
_PIXELS = 1754  # 150 dpi
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_MARK = ("demonstration", "not_valid")  # what stands in the demonstration mark
_KEYS = {"study_time": "hours", "issued": "date", "valid_until": "date"}  # fields whose text has another key

SPECIMEN = CertificateFacts(
    number=certificate_number("DEMO-01", 2026, 1),
    name="张晓红",
    latin="ZHANG Xiaohong",
    staff_id="A0000001",
    course_code="CSC-BASIC",
    course_titles={"zh": "银行客户服务中心专员基础", "en": "Foundations for Bank Contact-Centre Agents"},
    minutes=390,
    score=96,
    pass_percent=80,
    issued=date(2026, 9, 30),
    valid_until=date(2028, 9, 29),
    branch_code="DEMO-01",
    branch_names={"zh": "示例支行", "en": "Example Sub-branch"},
    bank_names={"zh": "示例银行", "en": "Example Bank"},
    sitting="0" * 16,
    provisional=True,
    demonstration=True,
)
_LONG = replace(
    SPECIMEN,
    name="阿卜杜热合曼·买买提艾力·吐尔逊江买",
    latin="Abdurahman Memeteli Tursunjan",
    course_titles={
        "zh": "银行客户服务中心专员岗位综合能力提升与消费者权益保护反洗钱合规操作实务高级研修",
        "en": "Advanced Practice for Contact-Centre Agents in Consumer Protection and Compliant Operation by Telephone",
    },
)


def save_preview(out: Path, layout: str, folder: Path | None = None) -> None:
    """Write a specimen as PDF, or as a picture where the name ends in .png; raises `BadWording` or `CannotWrite`.

    The words are those of `zh.toml` and `en.toml` in the folder, ours where it has none. The specimen is marked as a
    demonstration and its code proves nothing.
    """
    pdf = specimen_pdf(layout, folder)
    write_whole(out, _png(pdf) if out.suffix.lower() == ".png" else pdf)


def specimen_pdf(layout: str, folder: Path | None = None, *, longest: bool = False) -> bytes:
    """The same as bytes, with the longest name and title where asked for; raises `BadWording`."""
    form = checked_form(folder, layout) if folder else our_form(layout)
    return draw(_LONG if longest else SPECIMEN, specimen_code(), form=form)


def checked_form(folder: Path, layout: str) -> Form:
    """The form of a folder's words, each of which finds its place on the page; raises `BadWording`."""
    form = form_of(folder, layout)
    for facts in (SPECIMEN, _LONG):
        try:
            lay_out(facts, form)
        except TextTooLong as found:
            field = str(found.facts["field"]).removesuffix("_label")
            raise _fault(folder, form, _KEYS.get(field, field), "too_long") from found
        except MissingGlyph as found:
            char = str(found.facts["char"])
            key = next((key for each in form.words for key, text in each.words.items() if char in text), "")
            raise _fault(folder, form, key, "missing_glyph", char) from found
    return form


def specimen_code() -> str:
    """As long as a printed code may be, and of the same characters, but none of ours."""
    return ("SPECIMEN:" + _ALPHABET * (CODE_MOST // len(_ALPHABET)))[:CODE_MOST]


def _fault(folder: Path, form: Form, key: str, reason: str, told: str = "") -> BadWording:
    """The fault of the text that grew most beside ours; a place may be shared by several."""
    keys = _MARK if key == "mark" else (key,)
    files = {each.language: folder / f"{each.language}.toml" for each in form.words}
    suspects = [(each, one) for each in form.words if files[each.language].is_file() for one in keys]
    guilty, key = max(suspects, key=lambda one: _grown(one[0], one[1], told))
    file = files[guilty.language]
    return BadWording(file=file.name, line=line_of(file.read_text("utf-8-sig"), key), reason=reason, key=key, told=told)


def _grown(words: Wording, key: str, told: str) -> tuple[bool, int]:
    text = words.words.get(key, "")
    return told in text, len(text) - len(wording(words.language).words.get(key, ""))


def _png(pdf: bytes) -> bytes:
    from PIL import Image

    seen, out = picture(pdf, _PIXELS), BytesIO()
    Image.frombytes("RGBA", (seen.width, seen.height), seen.rgba).convert("RGB").save(out, "PNG", dpi=(150, 150))
    return out.getvalue()
