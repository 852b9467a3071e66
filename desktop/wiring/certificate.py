"""Puts the certificate's page together: look, save, print."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from certificates import CertificateDesk, picture
from desktop.printing import SystemPrinter
from desktop.screens.certificate.presenter import CertificatePresenter, Exits, Printer, Tools
from desktop.screens.certificate.view import CertificateView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.words import mark, tr

ChooseFile = Callable[[str, Callable[[Path], None]], None]
"""Asks where a file of that name goes, and calls back with the place; whoever cancels hears nothing."""


class CertificateRoom:
    """Opens certificates for whoever may see them; `home_title` names the place the path leads back to."""

    def __init__(  # what it needs, passed in
        self,
        window: Window,
        certificates: CertificateDesk,
        home_exit: Callable[[], None],
        choose_file: ChooseFile | None = None,
        printer: Printer | None = None,
        home_title: str = mark("My training"),
    ) -> None:
        self._window = window
        self._certificates = certificates
        self._home_exit = home_exit
        self._choose_file = choose_file or save_dialog(window)
        self._printer = printer or SystemPrinter(window)
        self._home_title = home_title

    def open(self, number: str) -> None:
        """Show a certificate by its number."""
        tools = Tools(self._window.jobs, picture, self._choose_file, self._printer)
        presenter = CertificatePresenter(self._certificates, number, tools, Exits(self._home_exit))
        self._window.show_screen(self._screen(presenter))

    def _screen(self, presenter: CertificatePresenter) -> Screen:
        view = CertificateView()
        view.wanted_width.connect(presenter.sharpen)
        view.save_asked.connect(presenter.save)
        view.print_asked.connect(presenter.print)
        view.other_asked.connect(presenter.show_other)
        view.home_asked.connect(presenter.go_home)
        view.retry_asked.connect(presenter.try_again)
        view.notice_closed.connect(presenter.close_notice)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        title = tr("Certificate")
        crumbs = (Crumb("home", tr(self._home_title)), Crumb("here", title))
        return Screen(view, presenter, lambda: self._screen(presenter), crumbs, title)


def save_dialog(window: QWidget) -> ChooseFile:
    """The system's dialog for saving, over the window; it does not hold up the app."""

    def ask(name: str, chosen: Callable[[Path], None]) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(window, tr("Save as PDF"), folder, tr("PDF files (*.pdf)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda place: chosen(Path(place)))
        dialog.open()

    return ask
