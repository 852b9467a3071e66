"""Every sentence the desktop can say is a literal, and has a Chinese translation."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from tests.architecture.tree import ROOT, python_files

MARKERS = {"tr": 1, "trn": 2, "mark": 1}
SAYING = ("desktop",)
MECHANISM = {Path("desktop/words/catalogue.py")}
VARIABLES_ALLOWED = "tr"  # tr(variable) translates what `mark` has marked


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS:
            yield node, node.func.id


def literals() -> dict[str, str]:
    """Each marked text and where it stands."""
    found: dict[str, str] = {}
    for path in python_files(*SAYING):
        for call, name in calls(path):
            for argument in call.args[: MARKERS[name]]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    found.setdefault(argument.value, f"{path}:{call.lineno}")
    return found


def catalogue() -> dict[str, tuple[str, ...]]:
    translated: dict[str, tuple[str, ...]] = {}
    for path in sorted((ROOT / "assets" / "translations" / "zh").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="zh"):
                keys = message.id if isinstance(message.id, tuple) else (message.id,)
                texts = message.string if isinstance(message.string, tuple) else (message.string,)
                for key in keys:
                    if key and all(texts):
                        translated[key] = tuple(str(text) for text in texts)
    return translated


@pytest.mark.feature("i1")
def test_every_sentence_has_a_chinese_translation():
    translated = catalogue()
    missing = [f"{where}: {text!r}" for text, where in literals().items() if text and text not in translated]
    assert not missing, "\n".join(missing)


def test_a_translation_names_the_same_fields_as_its_source():
    translated, wrong = catalogue(), []
    for text in literals():
        fields = {name for _, name, _, _ in Formatter().parse(text) if name}
        for chinese in translated.get(text, ()):
            if {name for _, name, _, _ in Formatter().parse(chinese) if name} != fields:
                wrong.append(f"{text!r} -> {chinese!r}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", [path for path in python_files(*SAYING) if path not in MECHANISM], ids=str)
def test_only_whole_literals_are_marked(path):
    wrong = []
    for call, name in calls(path):
        for argument in call.args[: MARKERS[name]]:
            literal = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            variable = name == VARIABLES_ALLOWED and not isinstance(argument, ast.JoinedStr | ast.BinOp)
            if not literal and not variable:
                wrong.append(f"{path}:{call.lineno}")
    assert not wrong


@pytest.mark.parametrize("room", ["exams", "certificates"])
def test_the_rooms_below_speak_to_nobody(room):
    speaking = [path for path in python_files(room) if any(calls(path))]
    assert not speaking


def test_one_text_has_one_translation():
    said: dict[str, dict[str, str]] = {}
    for path in sorted((ROOT / "assets" / "translations" / "zh").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="zh"):
                key = message.id[0] if isinstance(message.id, tuple) else message.id
                text = message.string[0] if isinstance(message.string, tuple) else message.string
                if key and text:
                    said.setdefault(str(key), {}).setdefault(str(text), path.name)
    wrong = [f"{text!r}: {versions}" for text, versions in said.items() if len(versions) > 1]
    assert not wrong, "\n".join(wrong)


def test_a_text_stands_in_one_catalogue():
    places: dict[str, list[str]] = {}
    for path in sorted((ROOT / "assets" / "translations" / "zh").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="zh"):
                key = message.id[0] if isinstance(message.id, tuple) else message.id
                if key:
                    places.setdefault(str(key), []).append(path.name)
    twice = [f"{text!r}: {names}" for text, names in places.items() if len(names) > 1]
    assert places
    assert not twice, "\n".join(twice)
