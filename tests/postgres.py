"""A PostgreSQL server of the tests' own: made when first asked for, on a socket of its own, gone at the end.

It refuses to run as root, so root has `nobody` run it.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cache
from itertools import count
from pathlib import Path
from time import sleep

import psycopg

from exams.store.register_dialect import RegisterDb

_USER = "academy"
_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "shared_buffers": "16MB",
    "log_min_messages": "fatal",
}
_EMPTY = "empty_register"


class Server:
    """A cluster with one register in it."""

    def __init__(self, programs: Path) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="academy-pg-", dir="/tmp"))  # a socket's path is short
        self._as = {"user": "nobody", "group": "nogroup"} if os.geteuid() == 0 else {}
        if self._as:
            shutil.chown(self._folder, **self._as)
        data, self._numbers = self._folder / "data", count(1)
        made = [programs / "initdb", "-D", data, "-U", _USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(made, check=True, capture_output=True, cwd=self._folder, timeout=120, **self._as)
        settings = [word for name, told in _SETTINGS.items() for word in ("-c", f"{name}={told}")]
        self._process = subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", self._folder, *settings],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self._folder,
            **self._as,
        )
        atexit.register(self._stop)
        self._wait()
        self._ask(f"CREATE DATABASE {_EMPTY} TEMPLATE template0")
        RegisterDb(self._folder / "none", server=self.address(_EMPTY)).close()
        self._sweeper = psycopg.connect(self.address(_EMPTY), autocommit=True, options="-c lock_timeout=5s")
        names = self._sweeper.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        self._sweep = "; ".join(f"DELETE FROM {name}" for (name,) in names if name != "register_shape")

    def address(self, database: str) -> str:
        """Of a database, as `--register` takes it."""
        return f"postgresql://{_USER}@/{database}?host={self._folder}"

    def new_register(self) -> str:
        """The address of an empty register."""
        address = self.new_database()
        RegisterDb(self._folder / "none", server=address).close()
        return address

    def emptied_register(self) -> str:
        """The address of one that is used again and again: to copy one costs ten times as much."""
        self._sweeper.execute(self._sweep)
        return self.address(_EMPTY)

    def new_database(self) -> str:
        """The address of a database without anything in it."""
        name = f"bare_{next(self._numbers)}"
        self._ask(f"CREATE DATABASE {name} TEMPLATE template0")
        return self.address(name)

    def _ask(self, sql: str) -> None:
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(sql)

    def _wait(self) -> None:
        for _ in range(600):
            try:
                self._ask("SELECT 1")
            except psycopg.OperationalError:
                if self._process.poll() is not None:
                    raise
                sleep(0.05)
            else:
                return
        raise TimeoutError(self._folder)

    def _stop(self) -> None:
        self._sweeper.close()
        self._process.send_signal(3)  # at once: what is in it goes with it
        self._process.wait(30)
        shutil.rmtree(self._folder, ignore_errors=True)


@cache
def postgres() -> Server:
    """The one of this process."""
    return Server(_programs())


def _programs() -> Path:
    """Debian keeps them by version, out of the way."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: float(one.parts[-3]))
    return versions[-1].parent
