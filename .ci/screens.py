"""Makes docs/screens anew: walks the tour in three looks and keeps the pictures that tell the story."""

import shutil
import sys
from pathlib import Path

from PIL import Image

from desktop.tour.walk import Look, own_home, walk

FOLDER = Path("docs/screens")
LOOKS = {"zh": Look("zh"), "en-dark": Look("en", "dark"), "zh-contrast-200": Look("zh", "contrast", 200)}
STORY = {
    "start-card": "Signing in: the demonstration's people",
    "my-training": "My training: one next step",
    "reading": "Reading",
    "reading-figure": "A figure of the course",
    "self-check": "A self-check, every option explained",
    "search": "Search",
    "quiz-explained": "A quiz, explained",
    "exam-terms": "Before the clock starts",
    "exam-multiple": "The exam",
    "exam-best-and-worst": "A situation: best and worst",
    "exam-unanswered": "Before handing in",
    "result": "The result",
    "certificate": "The certificate",
    "proctor": "The proctor's desk",
    "hr-result": "HR's results",
}
COLOURS = 256


def main() -> int:
    """Exit 1 if a walk failed; what stands in docs/screens then stays."""
    work = Path("build/screens")
    shutil.rmtree(work, ignore_errors=True)
    for name, look in LOOKS.items():
        out = work / name
        if not walk(own_home(out), out, look, "", lambda _step: None).ok:
            sys.stderr.write(f"The walk in the look {name} failed; see {out}/tour.json.\n")
            return 1
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for name in LOOKS:
        for step in STORY:
            picture = next((work / name).glob(f"[0-9][0-9]-{step}.png"))
            Image.open(picture).convert("RGB").quantize(COLOURS).save(FOLDER / f"{step}-{name}.png", optimize=True)
    (FOLDER / "README.md").write_text(_page(), "utf-8")
    return 0


def _page() -> str:
    lines = [
        "# The app in pictures",
        "",
        "Made by the program itself with `make screens`; nothing here is drawn by hand.",
        "",
    ]
    for step, title in STORY.items():
        lines += [f"## {title}", "", *(f"![{title}, {name}]({step}-{name}.png)" for name in LOOKS), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
