"""The words of the certificate are tried in three layouts, and again each time they are saved."""

from pathlib import Path

import pytest

from certificates import Picture
from certificates.errors import BadWording
from desktop.background.manual import ManualJobs
from desktop.screens.certificate_wording.presenter import Tools, WordingPresenter
from desktop.widgets.values import FaceKind
from tests.desktop.screens.proctor_act.test_proctor_act_presenter import Page

FOLDER = Path("words")


class Bench:
    """The page; `wrong` names the layouts whose words are at fault, and how."""

    def __init__(self, folder=FOLDER):
        self.page, self.jobs, self.drawn, self.left = Page(), ManualJobs(), [], []
        self.wrong, self.saved, self.next_folder = {}, 1, ()
        tools = Tools(
            jobs=self.jobs,
            draw=self.draw,
            render=lambda pdf, width: Picture(width, 1, pdf),
            stamp=lambda _folder: self.saved,
            choose_folder=lambda chosen: chosen(self.next_folder),
        )
        self.presenter = WordingPresenter(tools, folder, lambda: self.left.append(True))
        self.presenter.attach(self.page)
        self.presenter.show()

    def draw(self, layout, folder, longest):
        self.drawn.append((layout, folder, longest))
        if layout in self.wrong:
            raise self.wrong[layout]
        return f"{layout} {longest}".encode()

    @property
    def state(self):
        return self.page.state

    def finish(self):
        self.jobs.finish_all()
        return self.state


def fault(line):
    return BadWording(file="en.toml", line=line, reason="unknown_key", key="titel")


def test_all_layouts_are_tried_and_the_chosen_one_is_shown():
    bench = Bench()
    assert (bench.state.face.kind, bench.state.busy) == (FaceKind.LOADING, True)
    state = bench.finish()
    assert [layout for layout, _, _ in bench.drawn] == ["both", "zh", "en"]
    assert (state.picture.rgba, state.good, state.face, state.folder) == (b"both False", True, None, "words")
    bench.presenter.choose_layout("en")
    bench.presenter.choose_specimen("longest")
    assert bench.finish().picture.rgba == b"en True"


def test_faults_are_told_with_file_and_line_each_once_and_the_layout_that_is_whole_is_shown():
    bench = Bench()
    bench.wrong = {"both": fault(7), "en": fault(7)}
    state = bench.finish()
    assert [notice.text for notice in state.faults] == ["en.toml, line 7: no text on a certificate is called “titel”."]
    assert (state.picture, state.face.kind, state.good) == (None, FaceKind.ERROR, False)
    bench.presenter.choose_layout("zh")
    state = bench.finish()
    assert (state.picture.rgba, state.face, len(state.faults)) == (b"zh False", None, 1)


def test_each_time_the_words_are_saved_they_are_looked_at_again():
    bench = Bench()
    bench.wrong = {"both": fault(7)}
    bench.finish()
    bench.presenter.tick()
    assert bench.jobs.waiting == 0
    bench.wrong, bench.saved = {}, 2
    bench.presenter.tick()
    assert bench.finish().good


def test_what_is_asked_for_while_it_draws_is_drawn_next():
    bench = Bench()
    bench.presenter.choose_layout("zh")
    bench.presenter.choose_layout("en")
    assert bench.jobs.waiting == 1
    assert bench.finish().picture.rgba == b"en False"


def test_another_folder_is_looked_at_and_whoever_cancels_changes_nothing():
    bench = Bench(None)
    assert bench.finish().folder == ""
    bench.presenter.choose_folder()
    assert bench.jobs.waiting == 0
    bench.next_folder = (FOLDER,)
    bench.presenter.choose_folder()
    assert bench.finish().folder == "words"
    assert bench.drawn[-1][1] == FOLDER


def test_work_that_ends_after_the_page_is_gone_draws_nothing():
    bench = Bench()
    bench.presenter.detach(bench.page)
    drawn = len(bench.page.states)
    bench.jobs.finish_all()
    assert len(bench.page.states) == drawn
    bench.presenter.leave()
    assert bench.left == [True]


@pytest.mark.parametrize("layout", ["both", "zh"])
def test_the_same_layout_again_draws_nothing(layout):
    bench = Bench()
    bench.presenter.choose_layout(layout)
    bench.finish()
    bench.presenter.choose_layout(layout)
    assert bench.jobs.waiting == 0
