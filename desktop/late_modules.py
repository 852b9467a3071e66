"""Modules that run when somebody first asks them for a name, not when they are imported; knows nothing of Qt.

For the bundle's start. At its import shiboken loads its tables for messages about wrong arguments, its signatures and
its generator of stubs, and they and the importers load a fifth of the standard library; no first picture needs them.
"""

import sys
from collections.abc import Collection, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.abc import Loader
else:
    Loader = object

_PARTS = ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool")
# Not `mapping`: shiboken reads its dictionary from C, and would find it empty.
SIGNATURES = frozenset(f"shibokensupport.signature.{part}" for part in _PARTS)
LIBRARY = frozenset({"inspect", "ipaddress", "tempfile", "textwrap", "zipfile"})


def run_late(names: Collection[str]) -> None:
    """From now on these modules run at the first question for one of their names; call it before they are imported."""
    sys.meta_path.insert(0, _Finder(names))


class _Finder:
    def __init__(self, names: Collection[str]) -> None:
        self._names = names

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name in self._names else None
        if spec is not None and spec.loader is not None:
            spec.loader = _Late(spec.loader)
        return spec


class _Late(Loader):
    """Stands before a module's own loader. The standard LazyLoader would run at `__spec__`, which shiboken reads."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        lock = RLock()
        running: list[bool] = []

        def answer(name: str) -> object:
            if name.startswith("__") and name != "__all__":
                raise AttributeError(name)
            with lock:  # a second thread waits until the module stands
                if running:  # the module itself asks for what it has not said yet
                    raise AttributeError(name)
                if module.__dict__.get("__getattr__") is answer:
                    running.append(True)
                    try:
                        self._loader.exec_module(module)
                    finally:
                        running.clear()
                    if module.__dict__["__getattr__"] is answer:  # it may have one of its own
                        del module.__dict__["__getattr__"]
            return getattr(module, name)

        module.__dict__["__getattr__"] = answer
