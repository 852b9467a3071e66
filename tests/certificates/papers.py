"""Runs the independent tools that judge a page: what other programs make of our file."""

import subprocess

import zxingcpp
from PIL import Image


def tool(*command):
    """Run a tool and give what it prints; it must be content."""
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout.decode()


def rendered(pdf, folder, dpi):
    """The page as poppler draws it."""
    out = folder / f"page-{dpi}"
    tool("pdftoppm", "-r", dpi, "-png", "-singlefile", pdf, out)
    return Image.open(out.with_suffix(".png"))


def codes(image):
    """The texts of all codes in a picture."""
    return [code.text for code in zxingcpp.read_barcodes(image.convert("L"))]
