"""What the first picture sets by name is what Qt calls so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.widgets.pressable import ENTER
from desktop.widgets.qt_names import set_by_name


def test_values_are_joined_as_in_qt(qapp):
    label = QLabel()
    set_by_name(label, "alignment", "AlignRight|AlignVCenter")
    assert label.alignment() == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@pytest.mark.parametrize(("name", "value"), [("aligment", "AlignRight"), ("alignment", "AlignRigth")])
def test_a_misspelled_name_is_refused(qapp, name, value):
    with pytest.raises(ValueError, match=value):
        set_by_name(QLabel(), name, value)


def test_both_keys_of_enter_have_qts_numbers():
    assert set(ENTER) == {Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value}
