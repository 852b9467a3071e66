"""What nobody who uses PySide6 can be lighter than; runs until it is ended."""

from PySide6.QtWidgets import QApplication, QWidget

if __name__ == "__main__":
    application, window = QApplication([]), QWidget()
    window.resize(1440, 900)
    window.show()
    raise SystemExit(application.exec())
