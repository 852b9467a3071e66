"""Of an updated section only the difference is shown, in the language in use, and one press signs it."""

import pytest

from desktop.screens.changes.presenter import ChangesPresenter, Exits
from desktop.screens.changes.view import ChangesView
from desktop.widgets.values import FaceKind
from exams import AcademyError, Changed
from exams.training.changes import changes
from tests.desktop.screens.my_training.study_desk import StudyDesk, chinese, faults_of, opened
from tests.drivers.base import Driver

ZH = changes(["存款利率为 1.50%。", "旧的一段。"], ["存款利率为 1.35%。", "全新的规定，和别的都不同。"])
EN = changes(["The rate is 1.50%."], ["The rate is 1.35%."])


class Updated:
    def __init__(self, *changed, fault=None):
        self.kept, self.fault, self.signed = list(changed), fault, []

    def changed(self):
        if self.fault:
            raise self.fault
        return tuple(self.kept)

    def sign(self, section_id):
        self.signed.append(section_id)
        self.kept = [one for one in self.kept if one.section != section_id]


class Screen:
    def show_state(self, state):
        self.state = state


class Looking:
    def __init__(self, *changed, fault=None, view=None):
        self.led = []
        names = ("section", "home", "signed", "failed")
        exits = Exits(**{name: lambda *facts, name=name: self.led.append((name, *facts)) for name in names})
        self.desk = Updated(*changed, fault=fault)
        self.presenter = ChangesPresenter(self.desk, StudyDesk().section, exits)
        self.screen = view or Screen()
        self.presenter.attach(self.screen)
        self.presenter.show()

    @property
    def state(self):
        return self.screen.state


def both():
    return Changed("1.1", 1, {"zh": ZH, "en": EN}), Changed("1.2", 1, {"zh": ZH, "en": ()})


def connected(*changed):
    view = ChangesView()
    looking = Looking(*changed, view=view)
    view.sign_asked.connect(looking.presenter.sign)
    view.section_asked.connect(looking.presenter.open)
    view.home_asked.connect(looking.presenter.go_home)
    view.looking = looking
    return view


@pytest.mark.feature("a12")
def test_what_was_and_what_is_stand_side_by_side_with_the_difference_marked():
    (part,) = Looking(both()[0]).state.parts
    assert part.title == "1.1  What a centre is"
    (one,) = part.differences
    assert one.badge == "Rewritten"
    assert one.before == "The rate is \x021.50%\x03."
    assert one.now == "The rate is \x021.35%\x03."


@pytest.mark.feature("a12")
def test_in_chinese_the_chinese_text_is_compared():
    looking = Looking(both()[0])
    with chinese():
        looking.presenter.show()
        (part,) = looking.state.parts
    assert [one.badge for one in part.differences] == ["已改写", "已删除", "新增"] or [
        one.badge for one in part.differences
    ] == ["已改写", "新增", "已删除"]
    assert part.differences[0].now == "存款利率为 \x021.35%\x03。"


def test_where_only_the_other_language_changed_it_is_shown_and_said():
    part = Looking(both()[1]).state.parts[0]
    assert part.differences
    assert "简体中文" in part.note


@pytest.mark.feature("a12")
def test_a_signature_takes_the_section_off_the_page_and_is_told():
    looking = Looking(*both())
    looking.presenter.sign("1.1")
    assert looking.desk.signed == ["1.1"]
    assert [part.key for part in looking.state.parts] == ["1.2"]
    assert looking.led == [("signed", "Section 1.1: your signature is saved.")]
    looking.presenter.sign("1.2")
    assert looking.state.face.kind is FaceKind.EMPTY


def test_a_failure_is_told():
    assert Looking(fault=AcademyError()).state.face.kind is FaceKind.ERROR


def test_it_is_signed_by_keyboard(qtbot):
    from PySide6.QtCore import Qt

    view = connected(both()[0])
    opened(qtbot, view)
    page = Driver(qtbot, view)
    page.part("sign_1.1").setFocus()
    page.key(Qt.Key.Key_Space)
    assert view.looking.desk.signed == ["1.1"]


@pytest.mark.parametrize("changed", [(), both()])
def test_nothing_is_cut_off_nameless_or_out_of_reach(qtbot, qapp, changed):
    assert faults_of(qtbot, qapp, lambda: connected(*changed)) == []
