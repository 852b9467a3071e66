"""A handout on paper: every word, letter by letter, in our font."""

import subprocess
from unicodedata import normalize

import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop.handout import Handout, Passage
from desktop.handout_printing import document_of, upright
from desktop.screens.exam_day_help.pages import Reader, handout_for
from desktop.words import use_language
from tests.translations import compiled

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.tool("pdftotext", "pdfinfo")]


def printed(handout, path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    document_of(handout).print_(upright(printer, handout.title))
    return path


def said(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def test_what_looks_like_markup_is_printed_as_it_is(tmp_path):
    handout = Handout("Title & more", "told", (Passage("<b>bold?</b>", ("one <i>line</i>", "网点")),), "foot")
    # Some readers spell 网 by the sign of its radical.
    text = normalize("NFKC", said("pdftotext", "-layout", str(printed(handout, tmp_path / "page.pdf")), "-"))
    for words in ("Title & more", "told", "<b>bold?</b>", "one <i>line</i>", "网点", "foot"):
        assert words in text


@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("reader", Reader)
def test_each_roles_help_fits_one_sheet_of_a4(tmp_path, reader, code):
    use_language(code, compiled() / code if code == "zh" else None)
    about = said("pdfinfo", str(printed(handout_for(reader), tmp_path / "help.pdf")))
    assert "Pages:           1\n" in about
    assert "A4" in about
