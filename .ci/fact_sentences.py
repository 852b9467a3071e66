"""Write down what the course must not repeat: hashes of every twenty Chinese characters in a row of a fact file.

    .ci/fact_sentences.py FACTS [OUT]

The fact file itself is no part of the project. Its glossary and what stands in quotation marks, the words of
customers, may be repeated and are left out. OUT holds the hashes one after the other, each of WIDTH bytes, sorted.
"""

import sys
from hashlib import sha256
from itertools import chain
from pathlib import Path
from re import compile as pattern

WINDOW = 20
WIDTH = 5
OUT = Path(__file__).resolve().parents[1] / "tests" / "exams" / "content" / "fact_sentences.bin"

_GLOSSARY = pattern(r"(?ms)^# [A-Z]\) GLOSSARY.*?(?=^# |\Z)")
_QUOTED = pattern(r'“[^”]*”|"[^"\n]*"')
_BREAKS = pattern(r"[\n|。！？；;]")
_OTHER = pattern(r"[^\u3400-\u9fff]+")


def windows(text: str) -> set[str]:
    """Every twenty Chinese characters in a row within one sentence, whatever stands between them."""
    rows = (_OTHER.sub("", row) for row in _BREAKS.split(text))
    return set(chain.from_iterable((row[at : at + WINDOW] for at in range(len(row) - WINDOW + 1)) for row in rows))


def digest(window: str) -> bytes:
    """The hash of a window as the file holds it."""
    return sha256(window.encode()).digest()[:WIDTH]


def main() -> None:
    """Read the facts, write the hashes."""
    text = Path(sys.argv[1]).read_text("utf-8")
    found = windows(_QUOTED.sub("\n", _GLOSSARY.sub("", text)))
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else OUT
    out.write_bytes(b"".join(sorted({digest(one) for one in found})))


if __name__ == "__main__":
    main()
