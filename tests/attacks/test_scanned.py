"""The short form of the simulated scans; `make torture` runs the long one."""

from random import Random

import pytest
from PIL import Image, ImageChops

from tests.attacks.scanned import DEVICES, SHORT, photographed, run, scanned


def test_a_certificate_is_judged_right_from_every_device():
    trials = run(SHORT, 9, lambda _: None)
    assert [(one.what, one.broken) for one in trials] == [(what, 0) for what in DEVICES]


@pytest.mark.parametrize("what", DEVICES)
def test_a_device_leaves_nothing_as_it_was(what):
    _, spoil = DEVICES[what]
    sheet = Image.linear_gradient("L").resize((300, 200))
    seen = spoil(sheet, Random(1))
    assert seen.size != sheet.size or ImageChops.difference(seen, sheet).getbbox()


def test_a_picture_too_coarse_is_told_as_unread():
    coarse = {"Certificates seen from afar": (40, scanned)}
    (trial,) = run(SHORT, 9, lambda _: None, coarse)
    assert (trial.passed, trial.broken) == (False, SHORT)


@pytest.mark.parametrize("seed", range(25))
def test_a_telephone_has_the_whole_sheet_in_the_picture(seed):
    seen = photographed(Image.new("L", (594, 420), 0), Random(seed))
    # All four edges, well inside the shade and the grains, are table and not paper.
    edges = ((0, 0, seen.width, 1), (0, 0, 1, seen.height))
    far = ((0, seen.height - 1, seen.width, seen.height), (seen.width - 1, 0, seen.width, seen.height))
    assert min(seen.crop(edge).getextrema()[0] for edge in (*edges, *far)) > 80
    assert seen.getpixel((seen.width // 2, seen.height // 2)) < 80
