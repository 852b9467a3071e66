"""`academy certificate preview`: a specimen to look at, or one sentence about what is wrong and in which line."""

import json
from io import BytesIO

import pypdfium2
import pytest
from click.testing import CliRunner
from PIL import Image

from certificates.assets import asset
from certificates.page_form import LAYOUTS, WORDING_FOLDER
from certificates.page_specimen import specimen_code
from desktop.commands.certificate import command
from desktop.words import use_language
from tests.certificates.examples import a_person, a_sitting
from tests.certificates.papers import codes
from tests.translations import compiled


@pytest.fixture
def words(tmp_path):
    """A folder with English words of HR's."""
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "en.toml").write_bytes(asset("certificate", "en.toml").read_bytes())
    return folder


def preview(tmp_path, *options):
    return CliRunner().invoke(command, ["preview", "--home", str(tmp_path / "home"), *map(str, options)])


def text_of(pdf):
    return pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_specimen_of_each_layout_is_drawn_and_marked_as_one(tmp_path, layout):
    out = tmp_path / "specimen.pdf"
    done = preview(tmp_path, "--layout", layout, "--out", out, "--json")
    assert json.loads(done.stdout) == {"file": str(out), "layout": layout}
    text = text_of(out.read_bytes())
    assert ("演示" in text, "DEMONSTRATION" in text) == ("zh" in LAYOUTS[layout], "en" in LAYOUTS[layout])
    assert not (tmp_path / "home").exists()


def test_a_picture_has_150_dots_to_the_inch_and_its_code_is_none_of_ours(tmp_path):
    assert preview(tmp_path, "--out", tmp_path / "specimen.PNG").exit_code == 0
    picture = Image.open(BytesIO((tmp_path / "specimen.PNG").read_bytes()))
    assert (picture.format, picture.width) == ("PNG", 1754)
    assert codes(picture) == [specimen_code()]


def test_the_words_of_a_folder_are_on_the_page_and_ours_where_it_has_none(tmp_path, words):
    path = words / "en.toml"
    path.write_text(path.read_text("utf-8").replace("This is to certify that", "We hereby certify that"), "utf-8")
    out = tmp_path / "specimen.pdf"
    assert preview(tmp_path, "--wording", words, "--out", out).exit_code == 0
    text = text_of(out.read_bytes())
    assert "We hereby certify that" in text
    assert "兹证明" in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_fault_is_one_sentence_with_file_and_line_and_nothing_is_written(tmp_path, words, language):
    (words / "en.toml").write_text(
        (words / "en.toml").read_text("utf-8").replace("{title}", "{titel}"), "utf-8", newline="\r\n"
    )
    if language == "zh":
        use_language("zh", compiled() / "zh")
    done = preview(tmp_path, "--wording", words, "--out", tmp_path / "no.pdf", "--language", language)
    use_language("en")
    said = {"en": "en.toml, line 7: nothing fills the placeholder {titel}", "zh": "en.toml 第 7 行：“course”中的"}
    assert done.exit_code == 3
    assert said[language] in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "no.pdf").exists()


def test_a_folder_without_words_is_refused(tmp_path):
    done = preview(tmp_path, "--wording", tmp_path, "--out", tmp_path / "no.pdf", "--language", "en")
    assert done.exit_code == 3
    assert "E_NOT_FOUND" in done.stderr


def test_a_home_with_its_own_words_issues_in_them(desk, tmp_path, words):
    path = words / "en.toml"
    path.write_text(path.read_text("utf-8").replace("This is to certify that", "We hereby certify that"), "utf-8")
    words.rename(tmp_path / WORDING_FOLDER)
    made = desk.issue(a_sitting(), a_person())
    assert "We hereby certify that" in text_of(desk.pdf(made.number))
