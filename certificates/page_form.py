"""How a certificate is dressed: which layout, and the words of each of its languages."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from certificates.wording import Wording, policy, read_wording, wording

LAYOUTS: dict[str, tuple[str, ...]] = {"both": ("zh", "en"), "zh": ("zh",), "en": ("en",)}
WORDING_FOLDER = "certificate-wording"


@dataclass(frozen=True, slots=True)
class Form:
    """A layout by its name, and its languages' words in the order in which they stand on the page."""

    layout: str
    words: tuple[Wording, ...]

    @property
    def first(self) -> Wording:
        """The words of the document's own language."""
        return self.words[0]

    def say(self, language: str, key: str, **facts: object) -> str:
        """A text in one of the languages."""
        return next(each for each in self.words if each.language == language).say(key, **facts)

    def joined(self, key: str, between: str = "  ") -> str:
        """A text in all languages, one after the other."""
        return between.join(each.say(key) for each in self.words)


@cache
def our_form(layout: str = "both") -> Form:
    """A layout in our own words; raises KeyError for a layout that is none."""
    return Form(layout, tuple(wording(language) for language in LAYOUTS[layout]))


def form_of(folder: Path, layout: str) -> Form:
    """A layout in the words of `zh.toml` and `en.toml` of a folder, ours where it has none; raises `BadWording`."""
    files = {language: folder / f"{language}.toml" for language in LAYOUTS[layout]}
    return Form(
        layout,
        tuple(read_wording(each, file) if file.is_file() else wording(each) for each, file in files.items()),
    )


def home_form(home: Path) -> Form:
    """The form in which a home issues: the policy's layout, in the home's own words where it has some."""
    layout, folder = str(policy()["layout"]), home / WORDING_FOLDER
    return form_of(folder, layout) if folder.is_dir() else our_form(layout)
